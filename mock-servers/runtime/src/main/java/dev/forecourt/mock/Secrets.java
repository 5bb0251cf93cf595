package dev.forecourt.mock;

import java.util.List;
import java.util.Set;

/** Keeps accepted keys out of messages and of the journal, wherever in a request they were put. */
final class Secrets {

  static final String MASK = "****";

  private final List<String> keys;

  Secrets(Set<String> keys) {
    this.keys = List.copyOf(keys);
  }

  String mask(String text) {
    String masked = text;
    for (String key : keys) {
      masked = masked.replace(key, MASK);
    }
    return masked;
  }
}
