package dev.forecourt.mock.control;

import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.journal.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen to one call besides its usual answer, or in place of it.
 *
 * @param delay holds the answer back
 * @param fault breaks it; null for none
 * @param status answers with this failure in place of the operation; null for none
 * @param retryAfter seconds to tell beside that status; null for none
 */
public record Disturbance(
    Delay delay, @Nullable Fault fault, @Nullable Integer status, @Nullable Long retryAfter) {

  /** The answer when the operation is not to run; null when it is. */
  public @Nullable MockResponse inPlaceOf(Operation operation, ErrorShape errors) {
    if (fault != null && fault.replacesOperation()) {
      return MockResponse.empty(RecordedRequest.NO_ANSWER);
    }
    if (status == null) {
      return null;
    }
    MockResponse failure =
        Preference.failure(operation, errors, status, "forced by a rule of /__mock/faults");
    return retryAfter == null ? failure : failure.with("Retry-After", Long.toString(retryAfter));
  }

  /** Whether the answer is held back. */
  public boolean delays() {
    return delay.most() > 0;
  }

  /** The answer as it is to be delivered. */
  public MockResponse disturb(MockResponse answer) {
    MockResponse broken = fault == null ? answer : fault.in(answer);
    int millis = delay.millis();
    return millis == 0 ? broken : broken.delayed(millis);
  }

  /** For the journal. */
  public String describe() {
    StringBuilder out = new StringBuilder("disturbed:");
    if (delay != Delay.NONE) {
      out.append(" delay ").append(delay).append(" ms");
    }
    if (fault != null) {
      out.append(" fault ").append(fault.text());
    }
    if (status != null) {
      out.append(" status ").append(status);
    }
    return out.toString();
  }
}
