package dev.forecourt.runtime.json;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Builds the {@code toString} of generated classes without personal data.
 *
 * <p>Ids, numbers, booleans, times, codes and nested objects are shown. Other text, and the content
 * of maps, shows only that it is there.
 */
public final class Describe {
  private final StringJoiner members;

  /** A description that starts with this name. */
  public Describe(String name) {
    this.members = new StringJoiner(", ", name + "{", "}");
  }

  /** The description of these values; those that are null are left out. */
  public static String as(String name, Map<String, ? extends @Nullable Object> values) {
    Describe description = new Describe(name);
    values.forEach(description::add);
    return description.toString();
  }

  /** Adds a member, unless it is null. */
  public Describe add(String name, @Nullable Object value) {
    if (value != null) {
      members.add(name + "=" + shown(name, value));
    }
    return this;
  }

  private static String shown(String name, Object value) {
    if (value instanceof Collection<?> several) {
      return "[" + several.size() + "]";
    }
    if (value instanceof Map<?, ?> map) {
      return "{" + map.size() + "}";
    }
    if (value instanceof Json || value instanceof CharSequence && !name.equals("id")) {
      return "\u2026";
    }
    return value.toString();
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
