package dev.forecourt.runtime.errors;

/**
 * No complete answer came: no connection, a connection that broke, a proxy that refused, or a
 * timeout. {@link #outcome()} tells whether the vendor can have seen the request; {@code
 * getCause()} is what the network said, where that holds no secret.
 */
public final class VendorTransportException extends VendorException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public VendorTransportException(Failure failure) {
    super(failure);
  }

  @Override
  public VendorTransportException with(Failure other) {
    return new VendorTransportException(other);
  }
}
