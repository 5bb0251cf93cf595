package dev.forecourt.runtime.errors;

/** 409: the request does not fit the state of the object. */
public final class ConflictException extends VendorResponseException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public ConflictException(Failure failure) {
    super(failure);
  }
}
