package dev.forecourt.verifier.diff;

import java.util.Locale;

/** How much a change matters to somebody, the least first. */
public enum Level {
  /** Whoever did well before does well after. */
  HARMLESS,
  /** Some programs may have to change; the contract alone does not tell which. */
  ATTENTION,
  /** Programs that kept to the older version fail, or no longer compile. */
  BREAKING;

  /** The word in reports: {@code breaking}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Level orWorse(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Level atMost(Level other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
