package dev.forecourt.runtime.errors;

/**
 * A call to a vendor failed. Catch a subclass to tell why:
 *
 * <ul>
 *   <li>{@link VendorResponseException}: the vendor answered with an error status,
 *   <li>{@link VendorTransportException}: there was no complete answer,
 *   <li>{@link VendorDecodeException}: the answer is not what the contract describes.
 * </ul>
 *
 * <p>{@link RequestLimitException} says that the caller's own limiter let nothing be sent.
 *
 * <p>Messages hold no credentials, no query strings and no request bodies.
 */
public abstract class VendorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private int attempts = 1;

  VendorException(String message) {
    super(message);
  }

  /** Notes how often the request was sent. */
  public void attempts(int attempts) {
    this.attempts = attempts;
  }

  /** How often the request was sent. */
  public int attempts() {
    return attempts;
  }

  /** What failed, where, and what to do next; and how often it was tried, if more than once. */
  @Override
  public String getMessage() {
    return attempts > 1 ? super.getMessage() + " Sent " + attempts + " times." : super.getMessage();
  }
}
