package dev.forecourt.runtime.errors;

/**
 * No complete answer came: no connection, a connection that broke, or a timeout. May be retried if
 * the request allows it.
 */
public final class VendorTransportException extends VendorException {
  private static final long serialVersionUID = 1L;

  private final boolean mayHaveArrived;

  public VendorTransportException(String message, boolean mayHaveArrived) {
    super(message);
    this.mayHaveArrived = mayHaveArrived;
  }

  /** False if the vendor cannot have seen the request, so that even a POST is safe to repeat. */
  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }
}
