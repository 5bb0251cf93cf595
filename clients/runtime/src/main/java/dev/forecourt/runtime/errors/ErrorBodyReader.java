package dev.forecourt.runtime.errors;

import dev.forecourt.runtime.json.Json;
import java.util.Optional;

/** Finds a vendor's code and words in the JSON of an error body. */
@FunctionalInterface
public interface ErrorBodyReader {

  /** Code and words; empty where the body has none. */
  VendorError read(Json body);

  /**
   * A reader for bodies that hold both at fixed places, such as {@code /error/code} and {@code
   * /error/message}.
   */
  static ErrorBodyReader at(String codePointer, String messagePointer) {
    return body -> new VendorError(text(body.at(codePointer)), text(body.at(messagePointer)));
  }

  /** A reader for vendors whose error bodies say nothing. */
  static ErrorBodyReader none() {
    return body -> VendorError.NONE;
  }

  /** This reader, and the other one where this finds no words. */
  default ErrorBodyReader or(ErrorBodyReader other) {
    return body -> {
      VendorError error = read(body);
      return error.message().isPresent() ? error : other.read(body);
    };
  }

  private static Optional<String> text(Optional<Json> value) {
    return value.flatMap(Json::scalar).filter(text -> !text.isBlank());
  }
}
