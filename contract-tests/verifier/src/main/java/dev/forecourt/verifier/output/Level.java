package dev.forecourt.verifier.output;

import java.util.Locale;

/** How bad a note is. */
public enum Level {
  /** Makes its case wrong. */
  ERROR,
  /** Should be looked at; fails nothing. */
  WARNING,
  /** Worth knowing; fails nothing. */
  NOTE;

  /** As SARIF and JSON have it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
