package dev.forecourt.runtime;

import java.util.List;

/** Replaces the caller's credentials in any text by {@code ****}. */
final class Secrets {
  private final List<String> values;

  Secrets(List<String> values) {
    this.values = values.stream().flatMap(Secrets::spellings).distinct().toList();
  }

  String hide(String text) {
    String hidden = text;
    for (String value : values) {
      hidden = hidden.replace(value, "****");
    }
    return hidden;
  }

  /** Encoded first: hiding the plain form would leave the rest of a longer encoded one. */
  private static java.util.stream.Stream<String> spellings(String value) {
    return java.util.stream.Stream.of(Rfc3986.encode(value), value);
  }

  /** Says nothing, so that no log of an object that holds this can tell. */
  @Override
  public String toString() {
    return "****";
  }
}
