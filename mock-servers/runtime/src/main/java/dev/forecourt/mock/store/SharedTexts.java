package dev.forecourt.mock.store;

import org.jspecify.annotations.Nullable;

/**
 * Short texts that were read before, so that a table of many rows holds a status or a brand once.
 * It remembers few: a text takes the place of another one. Safe for use by many threads, who may
 * miss what another one has put in.
 */
final class SharedTexts {

  private static final int PLACES = 512;
  private static final int LONGEST = 24;

  private final @Nullable String[] texts = new String[PLACES];

  /** An equal text; the one that was given first, if that is still known. */
  String shared(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    int hash = text.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    String known = texts[place];
    if (text.equals(known)) {
      return known;
    }
    texts[place] = text;
    return text;
  }
}
