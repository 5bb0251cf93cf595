package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of query parameters with brackets: {@code ids[]}, {@code ids[0]}, {@code
 * and[kilometers][]}.
 */
final class BracketName {

  // three digits: far more items than a query string can hold
  private static final Pattern ITEM = Pattern.compile("\\[\\d{0,3}]$");

  private BracketName() {}

  /**
   * {@code ids} of {@code ids[]} and {@code ids[3]}; the name itself if it is no item of an array.
   */
  static String withoutIndex(String name) {
    if (!name.endsWith("]")) {
      return name;
    }
    Matcher item = ITEM.matcher(name);
    return item.find() ? name.substring(0, item.start()) : name;
  }

  /** Every value sent for an array, whose items may come with brackets, indexes or neither. */
  static List<String> values(Map<String, List<String>> sent, String array) {
    String plain = withoutIndex(array);
    List<String> values = new ArrayList<>();
    sent.forEach(
        (name, each) -> {
          if (withoutIndex(name).equals(plain)) {
            values.addAll(each);
          }
        });
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
