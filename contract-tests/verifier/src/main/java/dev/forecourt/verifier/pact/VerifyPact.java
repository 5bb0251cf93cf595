package dev.forecourt.verifier.pact;

import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.mock.MockServer;
import dev.forecourt.verifier.check.Finding;
import dev.forecourt.verifier.contract.VendorContracts;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.Host;
import dev.forecourt.verifier.replay.PactFile;
import dev.forecourt.verifier.replay.Replay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Answers a team that brings a pact of its own: the contract allows it, and our stub keeps it. */
public final class VerifyPact {
  private final String vendor;
  private final JsonNode contract;
  private final PactFile pact;
  private final StateCalls states;
  private final PrintStream out;

  private VerifyPact(
      String vendor, JsonNode contract, PactFile pact, StateCalls states, PrintStream out) {
    this.vendor = vendor;
    this.contract = contract;
    this.pact = pact;
    this.states = states;
    this.out = out;
  }

  /** Whether the vendor can be expected to do what the pact says; prints every reason. */
  public static boolean run(
      Path file,
      String vendor,
      VendorContracts contracts,
      @Nullable Path statesFile,
      PrintStream out)
      throws IOException {
    JsonNode contract = contracts.of(vendor);
    PactFile pact = PactFile.read(file);
    return new VerifyPact(vendor, contract, pact, StateCalls.read(statesFile), out).verify();
  }

  private boolean verify() throws IOException {
    int all = pact.pact().getInteractions().size();
    out.printf(
        "==> %s: %s expects %d interaction(s) of %s%n",
        pact.file().getFileName(), pact.pact().getConsumer().getName(), all, vendor);
    List<Finding> findings = PactChecker.of(contract).check(pact.file()).findings();
    Set<String> unknown = new TreeSet<>();
    int right = 0;
    try (MockServer stub = MockServer.builder(vendor).start()) {
      Replay replay =
          new Replay(
              new Host(stub.baseUri(), UnaryOperator.identity()), Credentials.ofStub(vendor));
      for (SynchronousRequestResponse call : pact.calls()) {
        stub.reset();
        for (String state : PactFile.states(call)) {
          if (states.knows(state)) {
            states.bringAbout(state, stub.baseUri());
          } else {
            unknown.add(state);
          }
        }
        List<String> wrong = new ArrayList<>(inContract(findings, call.getDescription()));
        wrong.addAll(atStub(replay, call));
        right += say(call.getDescription(), wrong) ? 1 : 0;
      }
    }
    for (Interaction message : pact.messages()) {
      right +=
          say(message.getDescription(), inContract(findings, message.getDescription())) ? 1 : 0;
    }
    return sum(right, all, unknown);
  }

  private boolean sum(int right, int all, Set<String> unknown) {
    for (String state : unknown) {
      out.printf(
          "    notice   state '%s' was not brought about; the stub had its start data. --states FILE maps it%n",
          state);
    }
    if (!pact.messages().isEmpty()) {
      out.printf(
          "    notice   %d message(s) were held against the contract only; the stub sent none%n",
          pact.messages().size());
    }
    boolean good = right == all;
    out.printf("==> %d of %d right. %s%n", right, all, good ? "Accepted" : "Refused");
    return good;
  }

  private boolean say(String description, List<String> wrong) {
    out.printf("    %-8s %s%n", wrong.isEmpty() ? "right" : "WRONG", description);
    for (String line : wrong) {
      out.println(line.indent(13).stripTrailing());
    }
    return wrong.isEmpty();
  }

  private static List<String> inContract(List<Finding> findings, String description) {
    return findings.stream()
        .filter(finding -> finding.interaction().equals(description))
        .map(
            finding ->
                "contract: %s%n  in the pact:     %s%n  in the contract: %s"
                    .formatted(finding.message(), finding.inPact(), finding.inContract()))
        .toList();
  }

  private List<String> atStub(Replay replay, SynchronousRequestResponse call) {
    try {
      var answer = replay.answerTo(call);
      List<String> wrong = new ArrayList<>();
      for (Mismatch mismatch : Host.mismatches(pact.pact(), call, answer)) {
        wrong.add("stub: " + mismatch.description());
      }
      if (answer.status() != call.getResponse().getStatus()) {
        wrong.add("stub: answered " + answer.status() + " " + answer.text());
      }
      return wrong;
    } catch (IOException e) {
      return List.of("stub: no answer: " + e);
    }
  }
}
