package dev.forecourt.verifier.pact;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.mock.MockServer;
import dev.forecourt.verifier.replay.Answer;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.Host;
import dev.forecourt.verifier.replay.PactFile;
import dev.forecourt.verifier.replay.Replay;
import dev.forecourt.verifier.replay.StateValues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Interactions of pacts at our stub of one vendor. */
final class StubCheck implements AutoCloseable {
  private static final int SHOWN = 200;

  /** What the stub did that the pact does not expect. */
  record Difference(String rule, String place, String message) {}

  private final MockServer stub;
  private final States states;
  private final Replay replay;
  private final Set<String> unknownStates = new TreeSet<>();
  private final Set<String> unknownValues = new TreeSet<>();

  /** Starts the stub of a vendor. */
  StubCheck(String vendor, @Nullable Path statesFile) throws IOException {
    states = States.of(vendor, statesFile);
    stub = MockServer.builder(vendor).start();
    replay =
        new Replay(new Host(stub.baseUri(), UnaryOperator.identity()), Credentials.ofStub(vendor));
  }

  /** In what the stub's answer differs from what an interaction expects. */
  List<Difference> differences(JsonNode document, PactEntry entry, Path file) throws IOException {
    stub.reset();
    Map<String, JsonNode> values = new TreeMap<>();
    for (PactEntry.State state : entry.states()) {
      if (states.knows(state.name())) {
        states.bringAbout(state, stub.baseUri());
      } else {
        unknownStates.add(state.name());
      }
      values.putAll(states.values(state));
    }
    StateValues given = new StateValues(values);
    ObjectNode filled = given.fill(entry.node());
    unknownValues.addAll(given.missing());
    String place = entry.exchange().place() + ".response";
    List<Difference> all = new ArrayList<>();
    try {
      PactFile alone = PactFile.of(document, filled, file);
      for (SynchronousRequestResponse call : alone.calls()) {
        Answer answer = replay.answerTo(call);
        Host.mismatches(alone.pact(), call, answer)
            .forEach(each -> all.add(difference(each, place, answer)));
      }
    } catch (IOException e) {
      all.add(new Difference("stub.none", place, "stub: no answer: " + e));
    } catch (RuntimeException | LinkageError e) {
      // what Pact cannot read, make or compare is this interaction's fault, not that of the others
      all.add(
          new Difference(
              "stub.unread", entry.exchange().place(), "Pact cannot play it: " + e.getMessage()));
    }
    return all;
  }

  /** Names of states that nobody has said how to bring about. */
  Set<String> unknownStates() {
    return unknownStates;
  }

  /** Names of values that generators asked for and no state gave. */
  Set<String> unknownValues() {
    return unknownValues;
  }

  private static Difference difference(Mismatch mismatch, String place, Answer answer) {
    if (mismatch instanceof StatusMismatch) {
      String got = answer.text();
      String shown = got.length() > SHOWN ? got.substring(0, SHOWN) + "..." : got;
      return new Difference(
          "stub.status",
          place + ".status",
          "stub: %s; it answered %d %s"
              .formatted(mismatch.description(), answer.status(), shown)
              .strip());
    }
    String message = "stub: " + mismatch.description();
    if (mismatch instanceof HeaderMismatch header) {
      return new Difference(
          "stub.header", place + ".headers['" + header.getHeaderKey() + "']", message);
    }
    if (mismatch instanceof BodyMismatch body) {
      return new Difference(
          "stub.body",
          place + ".body",
          body.getPath().equals("/") ? message : message + " (at " + body.getPath() + ")");
    }
    return new Difference("stub.body", place + ".body", message);
  }

  @Override
  public void close() {
    stub.close();
  }
}
