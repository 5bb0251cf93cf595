package dev.forecourt.mock.json;

import dev.forecourt.mock.text.Shown;
import dev.forecourt.mock.text.Spelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Members of an answer record by name, from a tree such as an example of the contract. What does
 * not fit throws {@link IllegalArgumentException} naming the member and what was expected.
 */
public final class JsonMember {

  private JsonMember() {}

  /** A text, or null. */
  public static @Nullable String text(String name, @Nullable Object value) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw wrong(name, "a text", value);
  }

  /** A whole number, or null. */
  public static @Nullable Long whole(String name, @Nullable Object value) {
    if (value == null || value instanceof Long) {
      return (Long) value;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    throw wrong(name, "a whole number", value);
  }

  /** A number, or null. */
  public static @Nullable BigDecimal number(String name, @Nullable Object value) {
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    throw wrong(name, "a number", value);
  }

  /** True, false or null. */
  public static @Nullable Boolean flag(String name, @Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    throw wrong(name, "true or false", value);
  }

  /** An object as it is, or null. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  public static @Nullable Map<String, @Nullable Object> object(
      String name, @Nullable Object value) {
    if (value == null || value instanceof Map<?, ?>) {
      return (Map<String, @Nullable Object>) value;
    }
    throw wrong(name, "an object", value);
  }

  /** An object as a record, which may be one already; or null. */
  @SuppressWarnings("unchecked") // a value of another record is a mistake of whoever sets it
  public static <T> @Nullable JsonValue<T> shown(
      String name,
      @Nullable Object value,
      Function<Map<String, @Nullable Object>, ? extends JsonValue<T>> type) {
    if (value instanceof JsonValue<?>) {
      return (JsonValue<T>) value;
    }
    Map<String, @Nullable Object> members = object(name, value);
    return members == null ? null : type.apply(members);
  }

  /** An array as it is, or null. */
  public static @Nullable List<? extends @Nullable Object> list(
      String name, @Nullable Object value) {
    if (value == null || value instanceof List<?>) {
      return (List<?>) value;
    }
    throw wrong(name, "an array", value);
  }

  /** An array of objects as records, which may be some already; or null. */
  public static <T> @Nullable List<JsonValue<T>> shownList(
      String name,
      @Nullable Object value,
      Function<Map<String, @Nullable Object>, ? extends JsonValue<T>> type) {
    List<?> items = list(name, value);
    if (items == null) {
      return null;
    }
    List<JsonValue<T>> records = new ArrayList<>(items.size());
    for (Object each : items) {
      records.add(required("array", name, shown(name, each, type)));
    }
    return records;
  }

  /** Names of members as a set; most records leave out one or none. */
  public static Set<String> names(List<String> names) {
    return switch (names.size()) {
      case 0 -> Set.of();
      case 1 -> Set.of(names.get(0));
      default -> Set.copyOf(names);
    };
  }

  /** That a member is required, and is missing or null. */
  public static <T> T required(String record, String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(
          "%s has no '%s', which its contract requires. Set it.".formatted(record, name));
    }
    return value;
  }

  /** That the contract knows no such member. */
  public static IllegalArgumentException unknown(
      String record, String name, Collection<String> known) {
    return new IllegalArgumentException(
        "%s has no member '%s'; nearest is '%s'."
            .formatted(record, name, Spelling.nearest(name, known)));
  }

  private static IllegalArgumentException wrong(String name, String expected, Object value) {
    return new IllegalArgumentException(
        "member '%s' must be %s but was %s".formatted(name, expected, Shown.value(value)));
  }
}
