package dev.forecourt.mock.claire;

import org.jspecify.annotations.Nullable;

/** Members of a request's body that the generated checks have passed. */
final class Body {

  private Body() {}

  /** A text, also of something else; null for null. */
  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** A whole number; null when it is none, and for zero, which is "not set" in Claire's samples. */
  static @Nullable Long id(@Nullable Object value) {
    return value instanceof Long number && number != 0 ? number : null;
  }
}
