package dev.forecourt.runtime.json;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value. Immutable through and through.
 *
 * <pre>{@code
 * Json json = Json.parse("{\"grade\": 9.40, \"tags\": [\"a\"]}");
 * json.at("/grade").flatMap(Json::number);   // 9.40
 * json.get("tags").elements();               // ["a"]
 * }</pre>
 *
 * <p>A number keeps its spelling: {@code 9.40}, {@code 9.4} and {@code 94e-1} are three values. The
 * order of members does not count for equality. At most {@value #MOST_DEPTH} levels deep.
 */
public final class Json implements JsonValue {
  static {
    Models.add(Json.class, JsonIn::json);
  }

  /** Deepest nesting of arrays and objects. */
  public static final int MOST_DEPTH = 1_000;

  /** {@code null}. */
  public static final Json NULL = new Json(Kind.NULL, "null", 0);

  /** {@code true}. */
  public static final Json TRUE = new Json(Kind.BOOLEAN, true, 0);

  /** {@code false}. */
  public static final Json FALSE = new Json(Kind.BOOLEAN, false, 0);

  private static final Json EMPTY_TEXT = new Json(Kind.TEXT, "", 0);

  /** The six kinds of JSON. */
  public enum Kind {
    /** Members by name. */
    OBJECT,
    /** Elements in their order. */
    ARRAY,
    /** A string. */
    TEXT,
    /** A number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code null}. */
    NULL;

    /** The word for it in messages. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Kind kind;
  private final Object value;
  private final int depth;

  private Json(Kind kind, Object value, int depth) {
    this.kind = kind;
    this.value = value;
    this.depth = depth;
    if (depth > MOST_DEPTH) {
      throw new IllegalArgumentException(
          "JSON may be nested " + MOST_DEPTH + " levels deep, and this is deeper. Flatten it.");
    }
  }

  /** The value in this text. Throws {@code IllegalArgumentException} if it is no JSON. */
  public static Json parse(String text) {
    return VendorJson.read(text, Json.class);
  }

  /** Text. */
  public static Json of(String text) {
    return text.isEmpty() ? EMPTY_TEXT : new Json(Kind.TEXT, text, 0);
  }

  /** A whole number. */
  public static Json of(long number) {
    return new Json(Kind.NUMBER, Long.toString(number), 0);
  }

  /** A number with its scale: {@code 9.40} stays {@code 9.40}. */
  public static Json of(BigDecimal number) {
    return new Json(Kind.NUMBER, number.toString(), 0);
  }

  /** {@code true} or {@code false}. */
  public static Json of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /**
   * A number in exactly this spelling, such as {@code 1e3}. Throws {@code IllegalArgumentException}
   * if JSON does not spell numbers like this.
   */
  public static Json number(String spelling) {
    if (!Numbers.isJson(spelling)) {
      throw new IllegalArgumentException(
          "JSON does not spell a number like this. Expected digits as in -12.50 or 1e3.");
    }
    return numberAsRead(spelling);
  }

  static Json numberAsRead(String spelling) {
    return new Json(Kind.NUMBER, spelling, 0);
  }

  /** An array of these. */
  public static Json array(Json... elements) {
    return array(Arrays.asList(elements));
  }

  /** An array of these. */
  public static Json array(List<Json> elements) {
    int deepest = 0;
    for (Json element : elements) {
      deepest = Math.max(deepest, element.depth);
    }
    return new Json(Kind.ARRAY, List.copyOf(elements), deepest + 1);
  }

  /** An object with these members, in this order. */
  public static Json object(Map<String, Json> members) {
    int deepest = 0;
    for (Json member : members.values()) {
      deepest = Math.max(deepest, member.depth);
    }
    return new Json(
        Kind.OBJECT, Collections.unmodifiableMap(new LinkedHashMap<>(members)), deepest + 1);
  }

  /**
   * The JSON of a model, text, number, boolean, time, list, map or null. Throws {@code
   * IllegalArgumentException} for anything else.
   */
  public static Json from(@Nullable Object value) {
    if (value instanceof Json json) {
      return json;
    }
    TreeSink tree = new TreeSink();
    new JsonOut(tree).value(value);
    return tree.json();
  }

  /** The same as a request sends it: without members that only the vendor sets. */
  public static Json ofRequest(@Nullable Object value) {
    if (value instanceof Json json) {
      return json;
    }
    TreeSink tree = new TreeSink();
    JsonOut.ofRequest(tree).value(value);
    return tree.json();
  }

  /** Which of the six kinds this is. */
  public Kind kind() {
    return kind;
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return kind == Kind.OBJECT;
  }

  /** Whether this is an array. */
  public boolean isArray() {
    return kind == Kind.ARRAY;
  }

  /** Whether this is {@code null}. */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** Members of an object in their order; empty for all else. Unmodifiable. */
  @SuppressWarnings("unchecked")
  public Map<String, Json> members() {
    return kind == Kind.OBJECT ? (Map<String, Json>) value : Map.of();
  }

  /** Elements of an array; empty for all else. Unmodifiable. */
  @SuppressWarnings("unchecked")
  public List<Json> elements() {
    return kind == Kind.ARRAY ? (List<Json>) value : List.of();
  }

  /** A member of an object; null if there is none, or this is no object. */
  public @Nullable Json get(String name) {
    return members().get(name);
  }

  /**
   * What a JSON Pointer (RFC 6901) such as {@code /data/0/id} leads to; empty if there is nothing.
   * Throws {@code IllegalArgumentException} if it is neither empty nor begins with a slash.
   */
  public Optional<Json> at(String pointer) {
    if (pointer.isEmpty()) {
      return Optional.of(this);
    }
    if (pointer.charAt(0) != '/') {
      throw new IllegalArgumentException(
          "A JSON Pointer begins with '/': " + pointer + ". Expected such as /data/0/id.");
    }
    Json at = this;
    for (String step : pointer.substring(1).split("/", -1)) {
      Json next = at.step(step.replace("~1", "/").replace("~0", "~"));
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }

  private @Nullable Json step(String name) {
    if (kind != Kind.ARRAY) {
      return get(name);
    }
    boolean index = name.matches("0|[1-9][0-9]{0,8}");
    return index && Integer.parseInt(name) < elements().size()
        ? elements().get(Integer.parseInt(name))
        : null;
  }

  /** Text; empty for all else, also for a number. */
  public Optional<String> text() {
    return kind == Kind.TEXT ? Optional.of((String) value) : Optional.empty();
  }

  /** Text, a number as it is spelled, or {@code true} or {@code false}; empty for all else. */
  public Optional<String> scalar() {
    return switch (kind) {
      case TEXT, NUMBER, BOOLEAN -> Optional.of(value.toString());
      case OBJECT, ARRAY, NULL -> Optional.empty();
    };
  }

  /**
   * The number with its scale; empty for all else, also for text. Empty too for a number of more
   * than 1,000 characters or with an exponent beyond 1,000, which {@link #toString} still spells:
   * counting with those could take minutes.
   */
  public Optional<BigDecimal> number() {
    return kind == Kind.NUMBER
        ? Optional.ofNullable(Numbers.decimal((String) value))
        : Optional.empty();
  }

  /** {@code true} or {@code false}; empty for all else. */
  public Optional<Boolean> bool() {
    return kind == Kind.BOOLEAN ? Optional.of((Boolean) value) : Optional.empty();
  }

  @Override
  public void write(JsonOut out) {
    JsonSink sink = out.sink();
    switch (kind) {
      case OBJECT -> {
        sink.startObject();
        members()
            .forEach(
                (name, member) -> {
                  sink.name(name);
                  member.write(out);
                });
        sink.endObject();
      }
      case ARRAY -> {
        sink.startArray();
        elements().forEach(element -> element.write(out));
        sink.endArray();
      }
      case TEXT -> sink.text((String) value);
      case NUMBER -> writeNumber((String) value, sink);
      case BOOLEAN -> sink.bool((Boolean) value);
      case NULL -> sink.nothing();
    }
  }

  /** As a number where its spelling lives through that: binary formats have no other way. */
  private static void writeNumber(String spelling, JsonSink sink) {
    if (!Numbers.isPlain(spelling)) {
      sink.number(spelling);
    } else if (spelling.length() < 10 && spelling.indexOf('.') < 0) {
      sink.number(Integer.parseInt(spelling));
    } else if (spelling.length() < 19 && spelling.indexOf('.') < 0) {
      sink.number(Long.parseLong(spelling));
    } else {
      sink.number(new BigDecimal(spelling));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Json that && kind == that.kind && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The JSON without white space. It may hold personal data: keep it out of logs. */
  @Override
  public String toString() {
    return VendorJson.write(this);
  }
}
