package dev.forecourt.runtime;

/**
 * A call to a vendor failed. Catch a subclass to tell why:
 *
 * <ul>
 *   <li>{@link VendorResponseException}: the vendor answered with an error status,
 *   <li>{@link VendorTransportException}: there was no complete answer,
 *   <li>{@link VendorDecodeException}: the answer is not what the contract describes.
 * </ul>
 *
 * <p>Messages hold no credentials, no query strings and no request bodies.
 */
public abstract class VendorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  VendorException(String message) {
    super(message);
  }
}
