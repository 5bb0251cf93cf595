package dev.forecourt.runtime.errors;

/** 5xx: the vendor failed. */
public final class ServerErrorException extends VendorResponseException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public ServerErrorException(Failure failure) {
    super(failure);
  }
}
