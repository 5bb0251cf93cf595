package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.contract.Take;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads members of a JSON body that has passed the contract's checks. */
final class Json {

  private Json() {}

  static Map<String, @Nullable Object> object(@Nullable Object value) {
    Map<String, @Nullable Object> fields = Take.fields(value);
    return fields == null ? Map.of() : fields;
  }

  static Map<String, @Nullable Object> object(Map<String, @Nullable Object> in, String name) {
    return object(in.get(name));
  }

  /** A required text. */
  static String text(Map<String, @Nullable Object> in, String name) {
    return String.valueOf(in.get(name));
  }

  /** A text, or null when it was not sent. */
  static @Nullable String optional(Map<String, @Nullable Object> in, String name) {
    return in.get(name) instanceof String text ? text : null;
  }

  /** A whole number, or null when it was not sent. */
  static @Nullable Long number(Map<String, @Nullable Object> in, String name) {
    return in.get(name) instanceof Long number ? number : null;
  }
}
