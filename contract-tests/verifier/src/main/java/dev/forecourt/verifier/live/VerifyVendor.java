package dev.forecourt.verifier.live;

import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.replay.Answer;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.Host;
import dev.forecourt.verifier.replay.PactFile;
import dev.forecourt.verifier.replay.Replay;
import dev.forecourt.verifier.report.Descriptions;
import dev.forecourt.verifier.report.Verdict;
import dev.forecourt.verifier.report.Verdict.Result;
import dev.forecourt.verifier.report.VerdictFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends the reading interactions of a vendor's pact to the vendor itself and says in what it
 * differs from documentation and pact. Writes only if told so.
 */
public final class VerifyVendor {
  private final VerifyVendorOptions options;
  private final Clock clock;
  private final PrintStream out;

  private VerifyVendor(VerifyVendorOptions options, Clock clock, PrintStream out) {
    this.options = options;
    this.clock = clock;
    this.out = out;
  }

  /** Whether all that was asked was answered as documented; writes the verdicts to a folder. */
  public static boolean run(
      VerifyVendorOptions options,
      JsonNode contract,
      PactFile pact,
      Credentials credentials,
      Path folder,
      Clock clock,
      PrintStream out)
      throws IOException {
    return new VerifyVendor(options, clock, out).verify(contract, pact, credentials, folder);
  }

  private boolean verify(JsonNode contract, PactFile pact, Credentials credentials, Path folder)
      throws IOException {
    URI host = options.hostOr(contract);
    Replay replay = new Replay(new Host(host, options::valueFor), credentials);
    Drift drift = Drift.from(contract);
    List<SynchronousRequestResponse> calls =
        pact.calls().stream().filter(this::isToBeSent).toList();
    out.printf(
        "==> %s at %s: %d of %d interactions%s%n",
        options.vendor(),
        host,
        calls.size(),
        pact.calls().size(),
        options.writes() ? ", writing ones included" : ", all of them reading");
    List<Verdict> verdicts = new ArrayList<>();
    for (SynchronousRequestResponse call : calls) {
      Verdict verdict = verdict(pact, call, replay, drift);
      verdicts.add(verdict);
      say(verdict);
    }
    String at = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    Path written =
        new VerdictFile("live", options.vendor(), at, host.toString(), verdicts)
            .writeTo(folder, options.vendor());
    out.printf(
        "==> %d as documented, %d not, %d could not be asked: %s%n",
        count(verdicts, Result.PASSED),
        count(verdicts, Result.FAILED),
        count(verdicts, Result.SKIPPED),
        written);
    return !verdicts.isEmpty() && count(verdicts, Result.FAILED) == 0;
  }

  /**
   * Right calls only: the vendor cannot be told to fail, and wrong keys might lock an account. Both
   * the verb and the name must say that a call reads.
   */
  private boolean isToBeSent(SynchronousRequestResponse call) {
    boolean right = call.getResponse().getStatus() < 300 && !Replay.hasToBeTold(call);
    boolean reads =
        call.getRequest().getMethod().equals("GET")
            && Descriptions.operation(call.getDescription()).matches("(get|list|search)[A-Z].*");
    return right && (reads || options.writes());
  }

  private Verdict verdict(
      PactFile pact, SynchronousRequestResponse call, Replay replay, Drift drift) {
    String name = call.getDescription();
    Answer answer;
    try {
      answer = replay.answerTo(call);
    } catch (IOException e) {
      return new Verdict(name, Result.FAILED, "no answer: " + e);
    }
    if (answer.status() == 404) {
      return new Verdict(
          name,
          Result.SKIPPED,
          "the vendor does not know what the pact asks for (%s). Name one of yours: --value OURS=YOURS"
              .formatted(call.getRequest().getPath()));
    }
    if (answer.status() == 401 || answer.status() == 403) {
      return new Verdict(
          name,
          Result.FAILED,
          "status %d: the vendor does not take the credentials of %s"
              .formatted(
                  answer.status(), String.join(", ", Credentials.variables(options.vendor()))));
    }
    Set<String> wrong = new LinkedHashSet<>(drift.of(Descriptions.operation(name), answer));
    Host.mismatches(pact.pact(), call, answer).stream()
        .map(
            mismatch ->
                mismatch instanceof StatusMismatch
                    ? "status " + answer.status() + " in place of " + call.getResponse().getStatus()
                    : Host.withoutValues(mismatch))
        .forEach(wrong::add);
    return wrong.isEmpty()
        ? new Verdict(name, Result.PASSED, null)
        : new Verdict(name, Result.FAILED, String.join("\n", wrong));
  }

  private void say(Verdict verdict) {
    String result =
        switch (verdict.result()) {
          case PASSED -> "right";
          case FAILED -> "DRIFT";
          case SKIPPED -> "not asked";
        };
    out.printf("    %-10s %s%n", result, verdict.interaction());
    if (verdict.message() != null) {
      out.println(verdict.message().indent(15).stripTrailing());
    }
  }

  private static long count(List<Verdict> verdicts, Result result) {
    return verdicts.stream().filter(each -> each.result() == result).count();
  }
}
