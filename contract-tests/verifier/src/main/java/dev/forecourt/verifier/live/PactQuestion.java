package dev.forecourt.verifier.live;

import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import dev.forecourt.verifier.replay.Answer;
import dev.forecourt.verifier.replay.Host;
import dev.forecourt.verifier.replay.PactFile;
import dev.forecourt.verifier.replay.Replay;
import dev.forecourt.verifier.report.Descriptions;
import dev.forecourt.verifier.traffic.AnswerDrift;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An interaction of a pact: the answer is compared with the contract and with the pact. */
record PactQuestion(
    PactFile pact, SynchronousRequestResponse call, Replay replay, AnswerDrift drift)
    implements Question {

  @Override
  public String name() {
    return call.getDescription();
  }

  @Override
  public String path() {
    return call.getRequest().getPath();
  }

  @Override
  public Answer ask() throws IOException {
    return replay.answerTo(call);
  }

  @Override
  public List<String> differences(Answer answer) {
    Set<String> wrong =
        new LinkedHashSet<>(
            drift.of(
                Descriptions.operation(name()), answer.status(), answer.headers(), answer.body()));
    Host.mismatches(pact.pact(), call, answer).stream()
        .map(
            mismatch ->
                mismatch instanceof StatusMismatch
                    ? "status " + answer.status() + " in place of " + call.getResponse().getStatus()
                    : Host.withoutValues(mismatch))
        .forEach(wrong::add);
    return new ArrayList<>(wrong);
  }

  /**
   * Right calls only: a vendor cannot be asked to fail, and wrong keys might lock an account. Both
   * the verb and the name must say that a call reads.
   */
  static boolean isToBeSent(SynchronousRequestResponse call, boolean writes) {
    boolean right = call.getResponse().getStatus() < 300 && !Replay.hasToBeTold(call);
    boolean reads =
        call.getRequest().getMethod().equals("GET")
            && ReadingRequests.reads(Descriptions.operation(call.getDescription()));
    return right && (reads || writes);
  }
}
