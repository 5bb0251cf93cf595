package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of query parameters with brackets: {@code ids[]}, {@code ids[0]}, {@code
 * and[kilometers][]}.
 */
final class BracketName {

  // far more items than a query string can hold
  private static final int MOST_DIGITS = 3;

  private BracketName() {}

  /**
   * {@code ids} of {@code ids[]} and {@code ids[3]}; the name itself if it is no item of an array.
   */
  static String withoutIndex(String name) {
    int end = name.length() - 1;
    if (end < 1 || name.charAt(end) != ']') {
      return name;
    }
    int open = end - 1;
    while (open > 0 && end - open <= MOST_DIGITS && isDigit(name.charAt(open))) {
      open--;
    }
    return name.charAt(open) == '[' ? name.substring(0, open) : name;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Every value sent for an array, whose items may come with brackets, indexes or neither. */
  static List<String> values(Map<String, List<String>> sent, String array) {
    String plain = withoutIndex(array);
    List<String> values = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : sent.entrySet()) {
      String name = each.getKey();
      if (name.equals(array) || (name.startsWith(plain) && withoutIndex(name).equals(plain))) {
        values.addAll(each.getValue());
      }
    }
    return values;
  }

  /**
   * {@code kilometers} of {@code and[kilometers]}, for the object {@code and}; null if it is not
   * one member of it.
   */
  static @Nullable String member(String object, String name) {
    int start = object.length() + 1;
    boolean fits =
        name.length() > start
            && name.startsWith(object)
            && name.charAt(object.length()) == '['
            && name.indexOf(']') == name.length() - 1;
    return fits ? name.substring(start, name.length() - 1) : null;
  }

  /** {@code and} of {@code and[kilometers][]}. */
  static String root(String name) {
    int bracket = name.indexOf('[');
    return bracket < 0 ? name : name.substring(0, bracket);
  }
}
