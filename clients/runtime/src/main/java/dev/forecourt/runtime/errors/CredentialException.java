package dev.forecourt.runtime.errors;

/**
 * A supplier of the caller's own gave no key, secret or token that can be sent. Nothing was sent.
 * The message names the credential and shows no value; what the supplier threw is the cause.
 */
public final class CredentialException extends VendorException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public CredentialException(Failure failure) {
    super(failure);
  }

  @Override
  public CredentialException with(Failure other) {
    return new CredentialException(other);
  }
}
