package dev.forecourt.mock.journal;

import org.jspecify.annotations.Nullable;

/** One and the same text for texts that are equal, mostly: a thousand entries have few. */
final class SharedTexts {

  /** Longer ones hardly come twice, and would be held for long. */
  static final int SHORT = 80;

  private final @Nullable String[] texts = new String[256];

  @Nullable String shared(@Nullable String text) {
    if (text == null || text.length() > SHORT) {
      return text;
    }
    int place = text.hashCode() & (texts.length - 1);
    String known = texts[place];
    if (text.equals(known)) {
      return known;
    }
    // threads may overwrite each other's: either text is right
    texts[place] = text;
    return text;
  }
}
