package dev.forecourt.mock.contract;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.text.Shown;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The rules of a schema that only OpenAPI 3.1 and alternatives have; generated code calls them. */
public final class Rules {

  /** Lets no further member in. */
  public static final Judge NONE = (value, at, out) -> out.note(at + " is not documented");

  /** Lets any further member in. */
  public static final Judge ANY = (value, at, out) -> {};

  private Rules() {}

  /** Notes what a value at a place breaks. */
  @FunctionalInterface
  public interface Judge {

    /** Notes what the value breaks. */
    void judge(@Nullable Object value, Place at, Violations out);
  }

  /** One of several types; false when there is nothing left to check. */
  public static boolean isOneOf(
      @Nullable Object value, boolean nullable, Place at, Violations out, List<String> types) {
    if (value == null) {
      return Check.present(value, nullable, at, out);
    }
    for (String type : types) {
      if (isA(type, value)) {
        return true;
      }
    }
    out.add(at, "be of type " + String.join(" or ", types), value);
    return false;
  }

  private static boolean isA(String type, Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Long || value instanceof BigInteger;
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      case "array" -> value instanceof List;
      default -> value instanceof Map;
    };
  }

  /** Whether a value breaks nothing of a schema. */
  public static boolean fits(
      @Nullable Object value, BiConsumer<@Nullable Object, Violations> schema) {
    Violations inner = new Violations();
    schema.accept(value, inner);
    return inner.isEmpty();
  }

  /** One of the first items of an array, if there is one. */
  public static void item(Object value, int index, Place at, Violations out, Judge schema) {
    List<?> items = (List<?>) value;
    if (index < items.size()) {
      schema.judge(items.get(index), at.item(index), out);
    }
  }

  /** So many items that fit a schema. */
  public static void contains(
      Object value,
      Place at,
      Violations out,
      int min,
      int max,
      BiConsumer<@Nullable Object, Violations> schema) {
    long fitting = ((List<?>) value).stream().filter(each -> fits(each, schema)).count();
    if (fitting < min || fitting > max) {
      out.note(
          "%s must contain %s items of a kind but contains %d"
              .formatted(
                  at, max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max, fitting));
    }
  }

  /** Members by patterns of their names; what has neither a name nor a pattern meets the last. */
  public static void patternFields(
      Map<?, ?> fields,
      Place at,
      Violations out,
      Set<String> known,
      List<Map.Entry<TextPattern, Judge>> patterns,
      Judge others) {
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      String name = String.valueOf(field.getKey());
      boolean met = known.contains(name);
      for (Map.Entry<TextPattern, Judge> each : patterns) {
        if (each.getKey().isIn(name)) {
          met = true;
          each.getValue().judge(field.getValue(), at.field(name), out);
        }
      }
      if (!met) {
        others.judge(field.getValue(), at.field(Shown.cut(name)), out);
      }
    }
  }

  /** The names of all members. */
  public static void fieldNames(
      Map<?, ?> fields, Place at, Violations out, BiConsumer<@Nullable Object, Violations> schema) {
    for (Object name : fields.keySet()) {
      if (!fits(name, schema)) {
        out.note(
            "%s has a name that is not allowed"
                .formatted(at.field(Shown.cut(String.valueOf(name)))));
      }
    }
  }

  /** Members that have to be there beside another one. */
  public static void needs(
      Map<?, ?> fields, Place at, Violations out, String name, List<String> needed) {
    if (!fields.containsKey(name)) {
      return;
    }
    for (String each : needed) {
      if (!fields.containsKey(each)) {
        out.note("%s is required beside '%s' but was missing".formatted(at.field(each), name));
      }
    }
  }

  /** The alternative that a member names. */
  public static void choice(
      @Nullable Object value,
      Place at,
      Violations out,
      String member,
      boolean nullable,
      Map<String, BiConsumer<@Nullable Object, Violations>> byName) {
    if (!Check.present(value, nullable, at, out)
        || !Check.isObject(Objects.requireNonNull(value), at, out)) {
      return;
    }
    Object name = ((Map<?, ?>) value).get(member);
    BiConsumer<@Nullable Object, Violations> schema =
        name instanceof String text ? byName.get(text) : null;
    if (schema != null) {
      schema.accept(value, out);
    } else if (name == null) {
      out.missing(at.field(member));
    } else {
      out.add(
          at.field(member), "be one of " + String.join(", ", new TreeSet<>(byName.keySet())), name);
    }
  }

  /** A value of the contract that is no plain one. */
  public static Object json(String text) {
    try {
      return Objects.requireNonNull(JsonReader.read(text.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProblem e) {
      throw new IllegalStateException("The contract holds no JSON: " + text, e);
    }
  }
}
