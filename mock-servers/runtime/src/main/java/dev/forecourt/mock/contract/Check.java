package dev.forecourt.mock.contract;

import dev.forecourt.mock.text.Shown;
import dev.forecourt.mock.text.Spelling;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a schema, one method each; generated code calls them.
 *
 * <p>Those named {@code isX} report a wrong type and say whether checking can go on.
 */
public final class Check {

  private Check() {}

  /**
   * Reports a null where the schema does not allow one; false when there is nothing left to check.
   */
  public static boolean present(
      @Nullable Object value, boolean nullable, Place at, Violations out) {
    if (value == null && !nullable) {
      out.add(at, "not be null", null);
    }
    return value != null;
  }

  /** A string. */
  public static boolean isString(Object value, Place at, Violations out) {
    return value instanceof String || wrongType("be a string", value, at, out);
  }

  /** A whole number that fits into 64 bits. */
  public static boolean isInteger(Object value, Place at, Violations out) {
    if (value instanceof BigInteger) {
      return wrongType("be an integer of at most 64 bits", value, at, out);
    }
    return value instanceof Long || wrongType("be an integer", value, at, out);
  }

  /** A whole number that fits into 32 bits. */
  public static void int32(Object value, Place at, Violations out) {
    if (value instanceof Long number && number != number.intValue()) {
      out.add(at, "be an integer of at most 32 bits", value);
    }
  }

  /** A number, whole or not. */
  public static boolean isNumber(Object value, Place at, Violations out) {
    return value instanceof Number || wrongType("be a number", value, at, out);
  }

  /** A boolean; text may also say 1 or 0. */
  public static boolean isBoolean(Object value, Place at, Violations out) {
    String rule = at.isText() ? "be one of 1, 0, true, false" : "be true or false";
    return value instanceof Boolean || wrongType(rule, value, at, out);
  }

  /** An array. */
  public static boolean isArray(Object value, Place at, Violations out) {
    return value instanceof List || wrongType("be an array", value, at, out);
  }

  /** An object. */
  public static boolean isObject(Object value, Place at, Violations out) {
    return value instanceof Map || wrongType("be an object", value, at, out);
  }

  private static boolean wrongType(String rule, Object value, Place at, Violations out) {
    out.otherType(at, rule, value);
    return false;
  }

  /** A number between two limits that are themselves allowed. */
  public static void between(Object value, Place at, Violations out, String min, String max) {
    if (compare(value, min) < 0 || compare(value, max) > 0) {
      out.add(at, "be between " + min + " and " + max, value);
    }
  }

  /** A number between two limits that are themselves allowed; the quick way for whole numbers. */
  public static void between(Object value, Place at, Violations out, long min, long max) {
    if (value instanceof Long number && (number < min || number > max)) {
      out.add(at, "be between " + min + " and " + max, value);
    }
  }

  /** A lower limit. */
  public static void atLeast(
      Object value, Place at, Violations out, String min, boolean exclusive) {
    int order = compare(value, min);
    if (order < 0 || (exclusive && order == 0)) {
      out.add(at, (exclusive ? "be greater than " : "be at least ") + min, value);
    }
  }

  /** An upper limit. */
  public static void atMost(Object value, Place at, Violations out, String max, boolean exclusive) {
    int order = compare(value, max);
    if (order > 0 || (exclusive && order == 0)) {
      out.add(at, (exclusive ? "be less than " : "be at most ") + max, value);
    }
  }

  /** A whole multiple. */
  public static void multipleOf(Object value, Place at, Violations out, String step) {
    if (decimal(value).remainder(new BigDecimal(step)).signum() != 0) {
      out.add(at, "be a multiple of " + step, value);
    }
  }

  private static int compare(Object value, String limit) {
    return decimal(value).compareTo(new BigDecimal(limit));
  }

  private static BigDecimal decimal(Object value) {
    return value instanceof BigDecimal number ? number : new BigDecimal(value.toString());
  }

  /** Length in characters as people count them (code points). */
  public static void length(Object value, Place at, Violations out, int min, int max) {
    String text = (String) value;
    int length = text.length();
    if (length <= max && length / 2 >= min) {
      return; // however many of its characters take two places
    }
    length = text.codePointCount(0, length);
    if (length < min || length > max) {
      out.add(at, "be " + range(min, max) + " characters long", value);
    }
  }

  /** Number of items. */
  public static void size(Object value, Place at, Violations out, int min, int max) {
    int size = ((List<?>) value).size();
    if (size < min || size > max) {
      out.note(at + " must have " + range(min, max) + " items but had " + size);
    }
  }

  /** Number of fields. */
  public static void fieldCount(Object value, Place at, Violations out, int min, int max) {
    int size = ((Map<?, ?>) value).size();
    if (size < min || size > max) {
      out.note(at + " must have " + range(min, max) + " fields but had " + size);
    }
  }

  private static String range(int min, int max) {
    if (max == Integer.MAX_VALUE) {
      return "at least " + min;
    }
    if (min == max) {
      return Integer.toString(min);
    }
    return min == 0 ? "at most " + max : min + " to " + max;
  }

  /** No item twice. */
  public static void unique(Object value, Place at, Violations out) {
    Set<Object> seen = new HashSet<>();
    for (Object item : (List<?>) value) {
      if (!seen.add(item)) {
        out.note(at + " must not repeat an item but has " + Shown.value(item) + " more than once");
        return;
      }
    }
  }

  /**
   * A pattern, searched for as JSON Schema does: it is anchored only where it says so. False when
   * it is not there.
   */
  public static boolean pattern(Object value, Place at, Violations out, TextPattern pattern) {
    boolean found = pattern.isIn((String) value);
    if (!found) {
      out.add(at, "match " + pattern, value);
    }
    return found;
  }

  /** One of a list of values. */
  public static void among(@Nullable Object value, Place at, Violations out, List<?> allowed) {
    if (value == null || !allowed.contains(value)) {
      StringBuilder names = new StringBuilder();
      for (Object each : allowed) {
        names.append(names.isEmpty() ? "" : ", ").append(each);
      }
      out.add(at, oneOf(allowed.size()) + names, value, nearest(value, allowed));
    }
  }

  private static String oneOf(int values) {
    return values == 1 ? "be " : "be one of ";
  }

  private static String nearest(@Nullable Object value, List<?> allowed) {
    return value instanceof String text
        ? Spelling.hint(text, allowed.stream().map(String::valueOf).toList())
        : "";
  }

  /** One of a list of numbers; 4 and 4.0 are one. */
  public static void amongNumbers(
      @Nullable Object value, Place at, Violations out, List<String> allowed) {
    if (value == null || allowed.stream().noneMatch(each -> compare(value, each) == 0)) {
      out.add(at, oneOf(allowed.size()) + String.join(", ", allowed), value);
    }
  }

  /** Nothing fits: whatever is here must not be sent. */
  public static void never(Place at, Violations out) {
    out.unwanted(at);
  }

  /** A named format; those known are listed in {@link Format}. */
  public static void format(Object value, Place at, Violations out, Format format) {
    if (!format.fits((String) value)) {
      out.add(at, format.rule(), value);
    }
  }

  /** Reports every field that is not in the set. */
  public static void onlyFields(Map<?, ?> value, Place at, Violations out, Set<String> allowed) {
    for (Object name : value.keySet()) {
      if (!allowed.contains(String.valueOf(name))) {
        out.note(
            "%s is not documented; allowed are %s%s"
                .formatted(
                    at.field(Shown.cut(String.valueOf(name))),
                    String.join(", ", new TreeSet<>(allowed)),
                    Spelling.hint(String.valueOf(name), new TreeSet<>(allowed))));
      }
    }
  }

  /** Reports unless exactly one of these fields is present. */
  public static void oneField(Map<?, ?> value, Place at, Violations out, List<String> names) {
    List<String> sent = names.stream().filter(value::containsKey).toList();
    if (sent.isEmpty()) {
      anyField(value, at, out, names);
    } else if (sent.size() > 1) {
      out.note(
          "only one of %s may be sent but %s were"
              .formatted(String.join(", ", names), String.join(", ", sent)));
    }
  }

  /** Reports when none of these fields is present. */
  public static void anyField(Map<?, ?> value, Place at, Violations out, List<String> names) {
    for (String name : names) {
      if (value.containsKey(name)) {
        return;
      }
    }
    StringBuilder choice = new StringBuilder();
    for (String name : names) {
      choice
          .append(choice.isEmpty() ? "" : " or ")
          .append('\'')
          .append(at.field(name).name())
          .append('\'');
    }
    out.note(
        "%s %s is required but %s missing"
            .formatted(at.kind(), choice, names.size() == 2 ? "both were" : "all were"));
  }

  /**
   * Reports unless the number of alternatives that accept the value is allowed. Of one that wants
   * another type, or nothing, no word is said beside others: nobody who sent a text meant the null.
   */
  public static void alternatives(
      @Nullable Object value,
      Place at,
      Violations out,
      boolean exactlyOne,
      List<BiConsumer<@Nullable Object, Violations>> alternatives) {
    int accepted = 0;
    Set<String> reasons = new LinkedHashSet<>();
    Set<String> types = new LinkedHashSet<>();
    for (BiConsumer<@Nullable Object, Violations> alternative : alternatives) {
      Violations inner = new Violations();
      alternative.accept(value, inner);
      if (inner.isEmpty()) {
        accepted++;
      } else {
        (inner.isOfNoInterest(at) ? types : reasons).add(inner.text());
      }
    }
    if (accepted == 0) {
      Set<String> told = reasons.isEmpty() ? types : reasons;
      String text = String.join(" | ", told);
      out.note(
          told.size() == 1
              ? text
              : "%s must fit one of %d alternatives but fits none (%s)"
                  .formatted(at, told.size(), text));
    } else if (exactlyOne && accepted > 1) {
      out.note(
          "%s must fit exactly one of %d alternatives but fits %d"
              .formatted(at, alternatives.size(), accepted));
    }
  }

  /** Reports when the value is accepted by a schema it must not fit. */
  public static void not(
      @Nullable Object value,
      Place at,
      Violations out,
      BiConsumer<@Nullable Object, Violations> schema) {
    Violations inner = new Violations();
    schema.accept(value, inner);
    if (inner.isEmpty()) {
      out.add(at, "not be of the excluded form", value);
    }
  }
}
