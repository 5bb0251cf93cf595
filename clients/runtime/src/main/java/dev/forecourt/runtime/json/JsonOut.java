package dev.forecourt.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes models as JSON. Used by generated code.
 *
 * <p>A member that is null is not written, unless it was set to null. One whose JSON was kept as it
 * was read is written like that.
 */
public final class JsonOut {
  private final JsonSink sink;

  /** Of the object that is being written. */
  private Members members = Members.NONE;

  /** Members that only the vendor sets, of the object that is being written. */
  private Set<String> left = Set.of();

  private final boolean request;

  /** Writes to this sink. */
  public JsonOut(JsonSink sink) {
    this(sink, false);
  }

  private JsonOut(JsonSink sink, boolean request) {
    this.sink = sink;
    this.request = request;
  }

  /** Writes the body of a request: without what the contract calls {@code readOnly}. */
  static JsonOut ofRequest(JsonSink sink) {
    return new JsonOut(sink, true);
  }

  JsonSink sink() {
    return sink;
  }

  /** Begins an object that keeps these members beside its typed ones. */
  public void startObject(Members members) {
    this.members = members;
    this.left = Set.of();
    sink.startObject();
  }

  /** Says which members of the object that has begun are not for requests. */
  public void readOnly(String... names) {
    if (request) {
      this.left = Set.of(names);
    }
  }

  /** Writes what was kept, and ends the object. */
  public void endObject() {
    Members kept = members;
    if (!kept.isPlain()) {
      kept.written()
          .forEach(
              (name, json) -> {
                if (!left.contains(name)) {
                  sink.name(name);
                  json.write(this);
                }
              });
    }
    sink.endObject();
  }

  /** Writes an object as one member of it alone, if no other is set. */
  public void bare(String member, Consumer<JsonOut> object) {
    TreeSink tree = new TreeSink();
    object.accept(new JsonOut(tree, request));
    Json whole = tree.json();
    Json alone = whole.get(member);
    (alone != null && whole.members().size() == 1 ? alone : whole).write(this);
  }

  private boolean begins(String name, @Nullable Object value) {
    if (value == null || left.contains(name)) {
      return false;
    }
    if (members.isPlain()) {
      sink.name(name);
      return true;
    }
    if (members.unknown().containsKey(name)) {
      return false;
    }
    sink.name(members.spelling(name));
    return true;
  }

  /** Writes a member that is text. */
  public void member(String name, @Nullable String value) {
    if (begins(name, value)) {
      sink.text(value);
    }
  }

  /** Writes a member that is a whole number. */
  public void member(String name, @Nullable Integer value) {
    if (begins(name, value)) {
      sink.number(value.intValue());
    }
  }

  /** Writes a member that is a whole number. */
  public void member(String name, @Nullable Long value) {
    if (begins(name, value)) {
      sink.number(value.longValue());
    }
  }

  /** Writes a member that is a number, with its scale. */
  public void member(String name, @Nullable BigDecimal value) {
    if (begins(name, value)) {
      sink.number(value);
    }
  }

  /** Writes a member that is yes or no. */
  public void member(String name, @Nullable Boolean value) {
    if (begins(name, value)) {
      sink.bool(value);
    }
  }

  /** Writes a member that is a day. */
  public void member(String name, @Nullable LocalDate value) {
    if (begins(name, value)) {
      sink.text(value.toString());
    }
  }

  /** Writes a member that is a time with its offset. */
  public void member(String name, @Nullable OffsetDateTime value) {
    if (begins(name, value)) {
      sink.text(WireText.of(value));
    }
  }

  /** Writes a member that has a JSON form of its own. */
  public void member(String name, @Nullable JsonValue value) {
    if (begins(name, value)) {
      Members outer = members;
      Set<String> outerLeft = left;
      value.write(this);
      members = outer;
      left = outerLeft;
    }
  }

  /** Writes a member of any type that a model can have. */
  public void member(String name, @Nullable Object value) {
    if (begins(name, value)) {
      Members outer = members;
      Set<String> outerLeft = left;
      value(value);
      members = outer;
      left = outerLeft;
    }
  }

  /**
   * Writes one value: a model, text, number, boolean, time, list, map or null. Throws {@code
   * IllegalArgumentException} for anything else.
   */
  public void value(@Nullable Object value) {
    if (value == null) {
      sink.nothing();
    } else if (value instanceof JsonValue own) {
      own.write(this);
    } else if (value instanceof CharSequence || value instanceof Character) {
      sink.text(value.toString());
    } else if (value instanceof Boolean yes) {
      sink.bool(yes);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Iterable<?> several) {
      sink.startArray();
      several.forEach(this::value);
      sink.endArray();
    } else if (value instanceof Map<?, ?> map) {
      sink.startObject();
      map.forEach(
          (name, member) -> {
            sink.name(name instanceof OpenEnum<?> key ? key.value().toString() : name.toString());
            value(member);
          });
      sink.endObject();
    } else if (value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime) {
      sink.text(WireText.of(value));
    } else {
      throw new IllegalArgumentException(
          "Cannot write a "
              + value.getClass().getName()
              + " as JSON. Expected a model, text, a number, a boolean, a time, a list or a map.");
    }
  }

  private void number(Number number) {
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      sink.number(number.intValue());
    } else if (number instanceof Long) {
      sink.number(number.longValue());
    } else if (number instanceof BigDecimal decimal) {
      sink.number(decimal);
    } else if (number instanceof BigInteger big) {
      sink.number(new BigDecimal(big));
    } else {
      String spelling = number.toString();
      if (!Numbers.isJson(spelling)) {
        throw new IllegalArgumentException(
            "JSON has no " + spelling + ". Expected a finite number.");
      }
      sink.number(spelling);
    }
  }
}
