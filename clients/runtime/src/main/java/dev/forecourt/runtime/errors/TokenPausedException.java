package dev.forecourt.runtime.errors;

import java.time.Instant;

/**
 * The vendor refused the last token, or the request for it, and no other is asked for before a
 * pause is over. The pause grows from 5 seconds to 5 minutes. Nothing was sent.
 */
public final class TokenPausedException extends VendorException {
  private static final long serialVersionUID = 1L;

  /** With these facts, among them when to try again. */
  public TokenPausedException(Failure failure) {
    super(failure);
  }

  /** When the next token may be asked for. */
  public Instant retryAt() {
    return failure().retryAt().orElse(Instant.EPOCH);
  }

  @Override
  public TokenPausedException with(Failure other) {
    return new TokenPausedException(other);
  }
}
