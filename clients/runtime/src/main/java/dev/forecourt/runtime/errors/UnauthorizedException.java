package dev.forecourt.runtime.errors;

/** 401: the credentials are missing or wrong. */
public final class UnauthorizedException extends VendorResponseException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public UnauthorizedException(Failure failure) {
    super(failure);
  }
}
