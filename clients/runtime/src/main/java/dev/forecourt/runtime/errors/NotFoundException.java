package dev.forecourt.runtime.errors;

/** 404: there is no such object. */
public final class NotFoundException extends VendorResponseException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public NotFoundException(Failure failure) {
    super(failure);
  }
}
