package dev.forecourt.runtime.errors;

import dev.forecourt.runtime.limits.RequestLimiter;
import java.time.Instant;

/**
 * The caller's own {@link RequestLimiter} did not let the request go in time, or failed: then its
 * exception is the cause. Nothing was sent.
 */
public final class RequestLimitException extends VendorException {
  private static final long serialVersionUID = 1L;

  private final Instant retryAt;

  public RequestLimitException(String message, Instant retryAt) {
    super(message);
    this.retryAt = retryAt;
  }

  /** The limiter failed with this. */
  public RequestLimitException(String message, Instant retryAt, RuntimeException cause) {
    this(message, retryAt);
    initCause(cause);
  }

  /** When it is worth trying again. */
  public Instant retryAt() {
    return retryAt;
  }
}
