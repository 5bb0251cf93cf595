package dev.forecourt.mock.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON straight into UTF-8 bytes; text already serialised can be put in as it is.
 *
 * <p>Commas are set by the writer. Names and values must alternate correctly: this is not checked.
 */
public final class JsonWriter {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int FIRST_CAPACITY = 512;
  // a larger buffer is not kept: few answers need it, and there are some twenty threads
  private static final int MOST_KEPT = 16 * 1024;
  private static final byte[] IN_USE = {};
  // the last buffer of each thread, so that no answer makes one and lets it grow
  private static final ThreadLocal<byte[]> SPARE =
      ThreadLocal.withInitial(() -> new byte[FIRST_CAPACITY]);

  private byte[] buffer;
  private int length;
  private boolean comma;

  private JsonWriter(byte[] buffer) {
    this.buffer = buffer;
  }

  /** The bytes of one object, with the fields the callback writes. */
  public static byte[] object(Consumer<JsonWriter> fields) {
    return written(
        writer -> {
          writer.startObject();
          fields.accept(writer);
          writer.endObject();
        });
  }

  /** The bytes of a value made of maps, lists, strings, numbers, booleans and null. */
  public static byte[] ofTree(@Nullable Object value) {
    return written(writer -> writer.tree(value));
  }

  /** The bytes of one value. */
  public static byte[] bytes(JsonValue<?> value) {
    return written(value::write);
  }

  /** The bytes of an array of values. */
  public static byte[] bytes(List<? extends JsonValue<?>> values) {
    return written(writer -> writer.values(values));
  }

  private static byte[] written(Consumer<JsonWriter> value) {
    byte[] spare = SPARE.get();
    SPARE.set(IN_USE); // the callback may write an object of its own
    JsonWriter writer = new JsonWriter(spare == IN_USE ? new byte[FIRST_CAPACITY] : spare);
    try {
      value.accept(writer);
      return Arrays.copyOf(writer.buffer, writer.length);
    } finally {
      SPARE.set(writer.buffer.length > MOST_KEPT ? new byte[FIRST_CAPACITY] : writer.buffer);
    }
  }

  /** Bytes written so far. */
  public int length() {
    return length;
  }

  /** Starts an object. */
  public JsonWriter startObject() {
    return open('{');
  }

  /** Ends an object. */
  public JsonWriter endObject() {
    return close('}');
  }

  /** Starts an array. */
  public JsonWriter startArray() {
    return open('[');
  }

  /** Ends an array. */
  public JsonWriter endArray() {
    return close(']');
  }

  /** Writes the name of the field whose value comes next. */
  public JsonWriter name(String name) {
    separate();
    quote(name);
    put(':');
    comma = false;
    return this;
  }

  /** The name of a field as {@link #name(byte[])} takes it: quoted, with its colon. */
  public static byte[] fieldName(String name) {
    JsonWriter writer = new JsonWriter(new byte[name.length() + 3]);
    writer.name(name);
    return Arrays.copyOf(writer.buffer, writer.length);
  }

  /** Writes a name that {@link #fieldName} has prepared: quicker than to quote it each time. */
  public JsonWriter name(byte[] prepared) {
    separate();
    ensure(prepared.length);
    System.arraycopy(prepared, 0, buffer, length, prepared.length);
    length += prepared.length;
    comma = false;
    return this;
  }

  /** A text field, or null. */
  public JsonWriter field(String name, @Nullable String value) {
    return name(name).value(value);
  }

  /** A field with a whole number. */
  public JsonWriter field(String name, long value) {
    return name(name).value(value);
  }

  /** A field with true or false. */
  public JsonWriter field(String name, boolean value) {
    return name(name).value(value);
  }

  /** A field with an object. */
  public JsonWriter object(String name, Consumer<JsonWriter> fields) {
    name(name).startObject();
    fields.accept(this);
    return endObject();
  }

  /** A field with an array of objects, one per item. */
  public <T> JsonWriter array(String name, Iterable<T> items, Consumer<T> each) {
    name(name).startArray();
    items.forEach(each);
    return endArray();
  }

  /** A text, or null. */
  public JsonWriter value(@Nullable String value) {
    separate();
    if (value == null) {
      ascii("null");
    } else {
      quote(value);
    }
    return this;
  }

  /** A whole number. */
  public JsonWriter value(long value) {
    separate();
    ascii(Long.toString(value));
    return this;
  }

  /** True or false. */
  public JsonWriter value(boolean value) {
    separate();
    ascii(value ? "true" : "false");
    return this;
  }

  /** A record, or null. */
  public JsonWriter value(@Nullable JsonValue<?> value) {
    if (value == null) {
      return value((String) null);
    }
    value.write(this);
    return this;
  }

  /** An array of records, or null. */
  public JsonWriter values(@Nullable List<? extends JsonValue<?>> values) {
    if (values == null) {
      return value((String) null);
    }
    startArray();
    for (JsonValue<?> each : values) {
      value(each);
    }
    return endArray();
  }

  /** JSON that has been serialised before. */
  public JsonWriter raw(byte[] json) {
    separate();
    ensure(json.length);
    System.arraycopy(json, 0, buffer, length, json.length);
    length += json.length;
    return this;
  }

  /** Any value made of maps, lists, strings, numbers, booleans and null. */
  public JsonWriter tree(@Nullable Object value) {
    if (value instanceof String text) {
      return value(text); // most are; the questions below take longer
    }
    if (value instanceof Map<?, ?> map) {
      startObject();
      map.forEach((name, each) -> name(String.valueOf(name)).tree(each));
      return endObject();
    }
    if (value instanceof List<?> list) {
      startArray();
      list.forEach(this::tree);
      return endArray();
    }
    if (value instanceof JsonValue<?> shown) {
      return value(shown);
    }
    if (value instanceof Boolean bool) {
      return value(bool.booleanValue());
    }
    if (value instanceof Number number) {
      separate();
      ascii(number.toString());
      return this;
    }
    return value(value == null ? null : value.toString());
  }

  private JsonWriter open(char bracket) {
    separate();
    put(bracket);
    comma = false;
    return this;
  }

  private JsonWriter close(char bracket) {
    put(bracket);
    comma = true;
    return this;
  }

  /** Puts a comma unless this is the first thing inside a bracket or after a name. */
  private void separate() {
    if (comma) {
      put(',');
    }
    comma = true;
  }

  private void quote(String text) {
    ensure(text.length() + 2);
    buffer[length++] = '"';
    int i = plain(text);
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x80) {
        if (c == '"' || c == '\\') {
          put('\\');
        }
        put(c);
        i++;
      } else {
        i += special(text, i);
      }
    }
    put('"');
  }

  /** Writes the characters that stand for themselves, for which there is room; returns how many. */
  private int plain(String text) {
    byte[] target = buffer;
    int at = length;
    int i = 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
        break;
      }
      target[at++] = (byte) c;
    }
    length = at;
    return i;
  }

  /** Writes a control or non-ASCII character; returns the number of chars it took. */
  private int special(String text, int at) {
    int codePoint = text.codePointAt(at);
    if (codePoint < 0x20 || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
      // half a surrogate pair has no UTF-8 form; the escape keeps it readable
      escape(codePoint);
      return 1;
    }
    int chars = Character.charCount(codePoint);
    byte[] utf8 = text.substring(at, at + chars).getBytes(StandardCharsets.UTF_8);
    for (byte each : utf8) {
      put((char) (each & 0xff));
    }
    return chars;
  }

  private void escape(int c) {
    put('\\');
    switch (c) {
      case '\n' -> put('n');
      case '\r' -> put('r');
      case '\t' -> put('t');
      default -> {
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          put((char) HEX[(c >> shift) & 0xf]);
        }
      }
    }
  }

  private void ascii(String text) {
    ensure(text.length());
    for (int i = 0; i < text.length(); i++) {
      buffer[length++] = (byte) text.charAt(i);
    }
  }

  private void put(char c) {
    if (length == buffer.length) {
      ensure(1);
    }
    buffer[length++] = (byte) c;
  }

  private void ensure(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(length + more, buffer.length * 2));
    }
  }
}
