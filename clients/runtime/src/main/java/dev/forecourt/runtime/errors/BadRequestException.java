package dev.forecourt.runtime.errors;

/** 400: the vendor refuses the request as it stands. */
public final class BadRequestException extends VendorResponseException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public BadRequestException(Failure failure) {
    super(failure);
  }
}
