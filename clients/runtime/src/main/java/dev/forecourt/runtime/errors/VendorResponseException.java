package dev.forecourt.runtime.errors;

import java.time.Instant;
import java.util.Optional;

/**
 * The vendor answered with a status other than 2xx. Statuses that callers treat differently have
 * subclasses; {@link Failure#toException()} makes the right one.
 */
public class VendorResponseException extends VendorException {
  private static final long serialVersionUID = 1L;

  /** With these facts, among them a status. */
  public VendorResponseException(Failure failure) {
    super(failure);
  }

  /** HTTP status. */
  public final int status() {
    return answerStatus().orElse(0);
  }

  /** The vendor's own code; empty if the body has none. */
  public final Optional<String> vendorCode() {
    return failure().vendorCode();
  }

  /** The vendor's words; empty if the body has none. */
  public final Optional<String> vendorMessage() {
    return failure().vendorMessage();
  }

  /**
   * When the vendor wants to be asked again: {@code Retry-After}, else {@code X-RateLimit-Reset}.
   * Empty if it does not say.
   */
  public final Optional<Instant> retryAt() {
    return failure().retryAt();
  }

  @Override
  public final VendorResponseException with(Failure other) {
    return other.toException();
  }
}
