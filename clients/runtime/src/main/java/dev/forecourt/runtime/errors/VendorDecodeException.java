package dev.forecourt.runtime.errors;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor answered with success, but not with what the contract describes. */
public final class VendorDecodeException extends VendorException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String jsonPath;

  public VendorDecodeException(String message, @Nullable String jsonPath) {
    super(message);
    this.jsonPath = jsonPath;
  }

  /**
   * Where in the answer, such as {@code $.data[0].datetime}; empty if the answer as a whole is
   * wrong.
   */
  public Optional<String> jsonPath() {
    return Optional.ofNullable(jsonPath);
  }
}
