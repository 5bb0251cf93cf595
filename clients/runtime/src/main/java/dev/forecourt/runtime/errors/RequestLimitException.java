package dev.forecourt.runtime.errors;

import java.time.Instant;

/**
 * The caller's own {@link dev.forecourt.runtime.limits.RequestLimiter} did not let the request go
 * in time, or failed: then its exception is the cause. Nothing was sent.
 */
public final class RequestLimitException extends VendorException {
  private static final long serialVersionUID = 1L;

  /** With these facts, among them when to try again. */
  public RequestLimitException(Failure failure) {
    super(failure);
  }

  /** When it is worth trying again. */
  public Instant retryAt() {
    return failure().retryAt().orElse(Instant.EPOCH);
  }

  @Override
  public RequestLimitException with(Failure other) {
    return new RequestLimitException(other);
  }
}
