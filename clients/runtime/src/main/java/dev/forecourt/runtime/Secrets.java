package dev.forecourt.runtime;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Replaces the caller's credentials in any text by {@code ****}. */
final class Secrets {
  private final Supplier<List<String>> values;

  Secrets(List<String> values) {
    this(() -> values);
  }

  /** Asks for the secrets whenever it hides: tokens change. */
  Secrets(Supplier<List<String>> values) {
    this.values = values;
  }

  String hide(String text) {
    String hidden = text;
    for (String value : values.get().stream().flatMap(Secrets::spellings).toList()) {
      hidden = hidden.replace(value, "****");
    }
    return hidden;
  }

  /** Encoded first: hiding the plain form would leave the rest of a longer encoded one. */
  private static Stream<String> spellings(String value) {
    return Stream.of(Rfc3986.encode(value), value);
  }

  /** Says nothing, so that no log of an object that holds this can tell. */
  @Override
  public String toString() {
    return "****";
  }
}
