package dev.forecourt.verifier.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.replay.Answer;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.Host;
import dev.forecourt.verifier.replay.PactFile;
import dev.forecourt.verifier.replay.Replay;
import dev.forecourt.verifier.report.Verdict;
import dev.forecourt.verifier.report.Verdict.Result;
import dev.forecourt.verifier.report.VerdictFile;
import dev.forecourt.verifier.traffic.AnswerDrift;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends reading requests to the vendor itself, those of the contract's examples and those of a
 * pact, and says in what it differs from documentation and pact. Writes only if asked to.
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

  /**
   * Whether all that was asked was answered as documented; writes the verdicts to a folder.
   *
   * @param pact whose interactions are sent as well; null for none
   */
  public static boolean run(
      VerifyVendorOptions options,
      JsonNode contract,
      @Nullable PactFile pact,
      Credentials credentials,
      Path folder,
      Clock clock,
      PrintStream out)
      throws IOException {
    return new VerifyVendor(options, clock, out).verify(contract, pact, credentials, folder);
  }

  private boolean verify(
      JsonNode contract, @Nullable PactFile pact, Credentials credentials, Path folder)
      throws IOException {
    URI host = options.hostOr(contract);
    List<Question> questions = questions(contract, pact, credentials, host);
    List<Question> asked = questions.subList(0, Math.min(options.limit(), questions.size()));
    out.printf(
        "==> %s at %s: %d request(s)%s, one every %d ms%n",
        options.vendor(),
        host,
        asked.size(),
        options.writes() ? ", writing ones included" : ", all of them reading",
        options.pause().toMillis());
    List<Verdict> verdicts = new ArrayList<>();
    for (Question question : asked) {
      if (!verdicts.isEmpty() && !pause()) {
        break;
      }
      Verdict verdict = verdict(question);
      verdicts.add(verdict);
      say(verdict);
    }
    if (asked.size() < questions.size()) {
      out.printf(
          "    notice     %d more were not sent. --limit takes a higher number%n",
          questions.size() - asked.size());
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

  private List<Question> questions(
      JsonNode contract, @Nullable PactFile pact, Credentials credentials, URI host) {
    AnswerDrift drift = AnswerDrift.from(contract);
    List<Question> questions = new ArrayList<>();
    ReadingRequests documented = ReadingRequests.of(contract);
    for (ReadingRequest request : documented.requests()) {
      questions.add(new ContractQuestion(request, host, credentials, options::valueFor, drift));
    }
    documented.leftOut().forEach(reason -> out.println("    left out   " + reason));
    if (pact != null) {
      Replay replay = new Replay(new Host(host, options::valueFor), credentials);
      pact.calls().stream()
          .filter(call -> PactQuestion.isToBeSent(call, options.writes()))
          .forEach(call -> questions.add(new PactQuestion(pact, call, replay, drift)));
    }
    return questions;
  }

  /** False once interrupted: what was found so far is still written. */
  private boolean pause() {
    try {
      Thread.sleep(options.pause().toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Verdict verdict(Question question) {
    String name = question.name();
    Answer answer;
    try {
      answer = question.ask();
    } catch (IOException e) {
      return new Verdict(name, Result.FAILED, "no answer: " + e);
    }
    if (answer.status() == 404) {
      return new Verdict(
          name,
          Result.SKIPPED,
          "the vendor does not know what was asked for (%s). Name one of yours: --value OURS=YOURS"
              .formatted(question.path()));
    }
    if (answer.status() == 401 || answer.status() == 403) {
      return new Verdict(
          name,
          Result.FAILED,
          "status %d: the vendor does not take the credentials of %s"
              .formatted(
                  answer.status(), String.join(", ", Credentials.variables(options.vendor()))));
    }
    List<String> wrong = question.differences(answer);
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
