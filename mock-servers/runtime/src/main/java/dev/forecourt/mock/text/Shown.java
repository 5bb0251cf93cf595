package dev.forecourt.mock.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a received value is repeated to the caller: quoted, and cut when long. */
public final class Shown {

  /** Of a longer value this much is shown. */
  public static final int MAX_CHARS = 100;

  private Shown() {}

  /** A value with quotes; objects and arrays by their size. */
  public static String value(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map<?, ?> map) {
      return "an object with " + map.size() + " fields";
    }
    if (value instanceof List<?> list) {
      return "an array of " + list.size();
    }
    return "'" + cut(value.toString()) + "'";
  }

  /** A text, cut when it is long. */
  public static String cut(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    // never half of a surrogate pair
    int end = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    return text.substring(0, end) + "… (" + text.length() + " characters)";
  }
}
