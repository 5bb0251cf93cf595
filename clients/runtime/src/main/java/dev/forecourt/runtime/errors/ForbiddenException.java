package dev.forecourt.runtime.errors;

/** 403: the credentials do not allow this. */
public final class ForbiddenException extends VendorResponseException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public ForbiddenException(Failure failure) {
    super(failure);
  }
}
