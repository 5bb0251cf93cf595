package dev.forecourt.runtime.errors;

import java.util.Optional;

/**
 * The vendor answered with success, but not with what the contract describes: no JSON, no body, or
 * an array in place of an object. A change was made all the same ({@link Outcome#DONE}): do not
 * repeat it. {@code withRawResponse()} gives the answer without reading it.
 */
public final class VendorDecodeException extends VendorException {
  private static final long serialVersionUID = 1L;

  /** With these facts. */
  public VendorDecodeException(Failure failure) {
    super(failure);
  }

  /**
   * Where in the answer, such as {@code $.data[0].datetime}; empty if the answer as a whole is
   * wrong.
   */
  public Optional<String> jsonPath() {
    return failure().jsonPath();
  }

  @Override
  public VendorDecodeException with(Failure other) {
    return new VendorDecodeException(other);
  }
}
