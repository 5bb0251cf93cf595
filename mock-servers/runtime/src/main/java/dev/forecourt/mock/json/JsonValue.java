package dev.forecourt.mock.json;

/**
 * A value that can be put into an answer: a record that shows a {@code T}, or its JSON written
 * before.
 *
 * @param <T> the record that says what it looks like
 */
public interface JsonValue<T> {

  /** Writes it where a value may stand. */
  void write(JsonWriter out);

  /** Its JSON in UTF-8. */
  default byte[] bytes() {
    return JsonWriter.bytes(this);
  }

  /** The same value from JSON that has been written before; the array is not copied. */
  static <T> JsonValue<T> written(byte[] json) {
    return new WrittenValue<>(json);
  }
}
