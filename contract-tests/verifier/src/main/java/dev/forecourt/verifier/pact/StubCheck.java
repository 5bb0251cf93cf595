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
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Interactions of pacts at our stub of one vendor. */
final class StubCheck implements AutoCloseable {
  private static final int SHOWN = 200;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** What the stub did that the pact does not expect. */
  record Difference(String rule, String place, String message) {}

  private final MockServer stub;
  private final States states;
  private final Replay replay;
  private final Set<String> unknownStates = new TreeSet<>();
  private final Set<String> unknownValues = new TreeSet<>();

  /** Whether the stub's state may be another one than at its start. */
  private boolean used;

  /** Starts the stub of a vendor. */
  StubCheck(String vendor, @Nullable Path statesFile) throws IOException {
    states = States.of(vendor, statesFile);
    stub = MockServer.builder(vendor).start();
    replay =
        new Replay(new Host(stub.baseUri(), UnaryOperator.identity()), Credentials.ofStub(vendor));
  }

  /**
   * Plays an interaction. What is given tells in what the stub's answer differs from what is
   * expected, and may be asked while the next interaction is played.
   */
  Callable<List<Difference>> play(JsonNode document, PactEntry entry, Path file)
      throws IOException {
    ObjectNode filled = bringAbout(entry);
    String place = entry.exchange().place() + ".response";
    try {
      PactFile alone = PactFile.of(document, filled, file);
      List<Answer> answers = new ArrayList<>();
      for (SynchronousRequestResponse call : alone.calls()) {
        used |= !SAFE.contains(call.getRequest().getMethod());
        answers.add(replay.answerTo(call));
      }
      return () -> differences(alone, answers, entry, place);
    } catch (IOException e) {
      used = true;
      List<Difference> none = List.of(new Difference("stub.none", place, "stub: no answer: " + e));
      return () -> none;
    } catch (RuntimeException | LinkageError e) {
      List<Difference> unread = List.of(unread(entry, e));
      return () -> unread;
    }
  }

  /** The interaction with the values that its states give. */
  private ObjectNode bringAbout(PactEntry entry) throws IOException {
    if (used) {
      stub.reset();
      used = false;
    }
    Map<String, JsonNode> values = new TreeMap<>();
    for (PactEntry.State state : entry.states()) {
      if (states.knows(state.name())) {
        used |= states.bringAbout(state, stub.baseUri());
      } else {
        unknownStates.add(state.name());
      }
      values.putAll(states.values(state));
    }
    StateValues given = new StateValues(values);
    ObjectNode filled = given.fill(entry.node());
    unknownValues.addAll(given.missing());
    return filled;
  }

  private static List<Difference> differences(
      PactFile alone, List<Answer> answers, PactEntry entry, String place) {
    List<Difference> all = new ArrayList<>();
    try {
      for (int i = 0; i < answers.size(); i++) {
        Answer answer = answers.get(i);
        Host.mismatches(alone.pact(), alone.calls().get(i), answer)
            .forEach(each -> all.add(difference(each, place, answer)));
      }
    } catch (RuntimeException | LinkageError e) {
      all.add(unread(entry, e));
    }
    return all;
  }

  /** What Pact cannot read, make or compare is one interaction's fault, not that of the others. */
  private static Difference unread(PactEntry entry, Throwable e) {
    return new Difference(
        "stub.unread", entry.exchange().place(), "Pact cannot play it: " + e.getMessage());
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
