package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonValue;
import dev.forecourt.mock.text.Shown;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types that members of rows may have: text, whole number, decimal, boolean, time, enum, list,
 * map, record, generated answer record, and {@code Object} for any JSON.
 */
final class MemberType {

  // of values such as "sent" and "email", each is kept once, however many rows have it
  private static final SharedTexts OFTEN_READ = new SharedTexts();

  private MemberType() {}

  static @Nullable Object write(@Nullable Object value) {
    if (value instanceof JsonValue<?>) {
      return value; // a generated answer record, which writes itself
    }
    if (value instanceof Record row) {
      return RecordType.nested(row.getClass()).writeAny(row);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      map.forEach((name, each) -> members.put(text(name), write(each)));
      return members;
    }
    if (value instanceof Collection<?> items) {
      List<@Nullable Object> list = new ArrayList<>(items.size());
      items.forEach(each -> list.add(write(each)));
      return list;
    }
    return value instanceof Enum<?> || value instanceof Temporal ? text(value) : value;
  }

  private static String text(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }

  static @Nullable Object read(FieldPlace place, AnnotatedType type, @Nullable Object json) {
    if (json == null) {
      if (type.isAnnotationPresent(Nullable.class)) {
        return null;
      }
      throw missing(place);
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] parts = generic.getAnnotatedActualTypeArguments();
      Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
      return raw == List.class ? list(place, parts[0], json) : map(place, parts, json);
    }
    return one(place, (Class<?>) type.getType(), json);
  }

  static RowProblem missing(FieldPlace place) {
    return new RowProblem("field '%s' is required but was missing or null".formatted(place));
  }

  private static List<@Nullable Object> list(FieldPlace place, AnnotatedType item, Object json) {
    if (!(json instanceof List<?> items)) {
      throw wrong(place, "an array", json);
    }
    List<@Nullable Object> list = new ArrayList<>(items.size());
    for (Object each : items) {
      list.add(read(place.item(list.size()), item, each));
    }
    return list;
  }

  private static Map<Object, @Nullable Object> map(
      FieldPlace place, AnnotatedType[] keyAndValue, Object json) {
    Map<Object, @Nullable Object> map = new LinkedHashMap<>();
    Class<?> key = (Class<?>) keyAndValue[0].getType();
    for (Map.Entry<String, @Nullable Object> each : object(place, json).entrySet()) {
      FieldPlace at = place.field(each.getKey());
      map.put(one(at, key, each.getKey()), read(at, keyAndValue[1], each.getValue()));
    }
    return map;
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static Map<String, @Nullable Object> object(FieldPlace place, Object json) {
    if (json instanceof Map<?, ?>) {
      return (Map<String, @Nullable Object>) json;
    }
    throw wrong(place, "an object", json);
  }

  static Object one(FieldPlace place, Class<?> type, Object json) {
    if (type == Object.class) {
      return json;
    }
    if (AnswerType.isAnswer(type)) {
      return AnswerType.nested(type).read(place, object(place, json));
    }
    if (type.isRecord()) {
      return RecordType.nested(type).read(place, object(place, json));
    }
    Object read = scalar(type, json);
    if (read == null) {
      throw wrong(place, expected(type), json);
    }
    return read;
  }

  /** Null when it is something else. */
  static @Nullable Object scalar(Class<?> type, Object json) {
    if (json instanceof String text) {
      return fromText(type, text);
    }
    if (json instanceof Boolean) {
      return type == boolean.class || type == Boolean.class ? json : null;
    }
    if (type == BigDecimal.class && json instanceof Number) {
      return json instanceof BigDecimal ? json : new BigDecimal(json.toString());
    }
    if (json instanceof Long number) {
      if (type == long.class || type == Long.class) {
        return number;
      }
      boolean small = (type == int.class || type == Integer.class) && number == number.intValue();
      return small ? (Object) number.intValue() : null;
    }
    return null;
  }

  private static @Nullable Object fromText(Class<?> type, String text) {
    if (type == String.class) {
      return OFTEN_READ.shared(text);
    }
    try {
      if (type == Instant.class) {
        return Instant.parse(text);
      }
      if (type == LocalDate.class) {
        return LocalDate.parse(text);
      }
      if (type == LocalDateTime.class) {
        return PlainTime.read(text);
      }
    } catch (DateTimeException e) {
      return null;
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(each -> text(each).equals(text))
          .findFirst()
          .orElse(null);
    }
    return null;
  }

  /** What a value of a type looks like. */
  static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(MemberType::text)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return switch (type.getSimpleName()) {
      case "String" -> "a text";
      case "boolean", "Boolean" -> "true or false";
      case "BigDecimal" -> "a number";
      case "Instant" -> "a time like 2026-01-31T09:30:00Z";
      case "LocalDateTime" -> "a time like 2026-01-31T09:30:00";
      case "LocalDate" -> "a day like 2026-01-31";
      default -> "a whole number";
    };
  }

  private static RowProblem wrong(FieldPlace place, String expected, Object json) {
    return new RowProblem(
        "field '%s' must be %s but was %s".formatted(place, expected, Shown.value(json)));
  }
}
