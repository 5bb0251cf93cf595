package dev.forecourt.mock.autengo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a filter, such as {@code >=|25000} on {@code kilometers}. A vehicle without a
 * value differs from every value and meets no other comparison.
 */
record Comparison(Column column, String operator, Comparable<?> wanted) {

  // without the bar that belongs behind it: autengo.txt L99
  private static final Pattern OPERATOR = Pattern.compile("(=|<>|<=?|>=?) *(.*)");

  /**
   * Reads one value of a filter that has passed the contract's pattern. Null, and a problem noted,
   * when the column holds values of another type.
   */
  static @Nullable Comparison read(
      String group, Column column, String text, List<String> problems) {
    int bar = text.indexOf('|');
    String value = text.substring(bar + 1);
    ColumnType type = column.type();
    Comparable<?> wanted = type.parse(value);
    if (wanted == null) {
      problems.add(
          "query parameter '%s[%s]' must compare with %s but was '%s'%s"
              .formatted(group, column.name(), type.words(), cut(value), advice(bar, type, value)));
      return null;
    }
    return new Comparison(column, bar < 0 ? "=" : text.substring(0, bar), wanted);
  }

  /** How an operator without its bar should read; empty for anything else. */
  private static String advice(int bar, ColumnType type, String value) {
    Matcher found = OPERATOR.matcher(value);
    if (bar >= 0 || !found.matches() || type.parse(found.group(2)) == null) {
      return "";
    }
    return "; write " + found.group(1) + "|" + found.group(2);
  }

  boolean accepts(Vehicle vehicle) {
    Comparable<?> actual = vehicle.comparable(column);
    if (actual == null) {
      return operator.equals("<>");
    }
    int order = compare(actual, wanted);
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /** Compares two values of the same column. */
  @SuppressWarnings("unchecked") // both were made by the type of one column
  static int compare(Comparable<?> one, Comparable<?> other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  private static String cut(String text) {
    return text.length() <= 100 ? text : text.substring(0, text.offsetByCodePoints(0, 50)) + "…";
  }
}
