package dev.forecourt.runtime.errors;

/** 429: too many requests; wait before the next. */
public final class RateLimitedException extends VendorResponseException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public RateLimitedException(Failure failure) {
    super(failure);
  }
}
