package dev.forecourt.mock.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parts of JSON that was read: maps, lists, texts, numbers, booleans and null. */
public final class JsonTree {

  private JsonTree() {}

  /** What is under these names inside an object; null when there is nothing. */
  public static @Nullable Object at(@Nullable Object tree, String... path) {
    Object value = tree;
    for (String name : path) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return value;
  }

  /** The members of an object, which may be changed; none when it is null or something else. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  public static Map<String, @Nullable Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?>
        ? (Map<String, @Nullable Object>) value
        : new LinkedHashMap<>();
  }

  /** A required text of an object. */
  public static String text(Map<String, @Nullable Object> object, String name) {
    return String.valueOf(object.get(name));
  }

  /** A text of an object, or null when it was not sent. */
  public static @Nullable String optionalText(Map<String, @Nullable Object> object, String name) {
    return object.get(name) instanceof String text ? text : null;
  }

  /** A required whole number of an object. */
  public static long whole(Map<String, @Nullable Object> object, String name) {
    return (Long) Objects.requireNonNull(object.get(name), name);
  }

  /** A whole number of an object, or null when it was not sent. */
  public static @Nullable Long optionalWhole(Map<String, @Nullable Object> object, String name) {
    return object.get(name) instanceof Long number ? number : null;
  }

  /** The objects in an array; none when it is null or something else. */
  public static List<Map<String, @Nullable Object>> objects(@Nullable Object array) {
    List<Map<String, @Nullable Object>> out = new ArrayList<>();
    if (array instanceof List<?> items) {
      items.forEach(each -> out.add(object(each)));
    }
    return out;
  }

  /** A copy that shares nothing with the original. */
  public static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> object) {
    return object(copyOf(object));
  }

  private static @Nullable Object copyOf(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put(String.valueOf(name), copyOf(each)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(copyOf(each)));
      return copy;
    }
    return value;
  }
}
