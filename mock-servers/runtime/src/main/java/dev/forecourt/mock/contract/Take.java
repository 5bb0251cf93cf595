package dev.forecourt.mock.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands checked values to the typed request of an operation. */
public final class Take {

  private Take() {}

  /** The value, or the contract's default when it was not sent. */
  public static <T> T or(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** The strings of an array; empty when it was not sent. */
  public static List<String> texts(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return List.of();
    }
    String[] texts = new String[list.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(list.get(i));
    }
    return List.of(texts);
  }

  /** The strings of an array, or the contract's default when it was not sent. */
  public static List<String> texts(@Nullable Object value, List<String> otherwise) {
    return value == null ? otherwise : texts(value);
  }

  /** The items of an array; empty when it was not sent. */
  public static List<Object> items(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Object.class::cast).toList()
        : List.of();
  }

  /** The fields of an object; null when it was not sent. */
  @SuppressWarnings(
      "unchecked") // the check before has seen an object, and JSON objects have string keys
  public static @Nullable Map<String, @Nullable Object> fields(@Nullable Object value) {
    return (Map<String, @Nullable Object>) value;
  }
}
