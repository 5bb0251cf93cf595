package dev.forecourt.runtime.errors;

import dev.forecourt.runtime.limits.RequestLimiter;
import java.time.Instant;

/** The caller's own {@link RequestLimiter} did not let the request go in time. Nothing was sent. */
public final class RequestLimitException extends VendorException {
  private static final long serialVersionUID = 1L;

  private final Instant retryAt;

  public RequestLimitException(String message, Instant retryAt) {
    super(message);
    this.retryAt = retryAt;
  }

  /** When it is worth trying again. */
  public Instant retryAt() {
    return retryAt;
  }
}
