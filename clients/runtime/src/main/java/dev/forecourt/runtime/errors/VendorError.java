package dev.forecourt.runtime.errors;

import java.util.Optional;

/**
 * What a vendor says in an error body.
 *
 * @param code the vendor's own code, as text
 * @param message the vendor's words
 */
public record VendorError(Optional<String> code, Optional<String> message) {
  /** Of a body that says nothing we can read. */
  public static final VendorError NONE = new VendorError(Optional.empty(), Optional.empty());
}
