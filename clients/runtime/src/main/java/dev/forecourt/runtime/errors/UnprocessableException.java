package dev.forecourt.runtime.errors;

/** 422: the vendor understands the request and refuses its content. */
public final class UnprocessableException extends VendorResponseException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public UnprocessableException(Failure failure) {
    super(failure);
  }
}
