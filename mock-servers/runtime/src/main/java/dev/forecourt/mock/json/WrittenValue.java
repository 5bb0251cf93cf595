package dev.forecourt.mock.json;

/** JSON that has been serialised before. */
final class WrittenValue<T> implements JsonValue<T> {

  private final byte[] json;

  WrittenValue(byte[] json) {
    this.json = json;
  }

  @Override
  public void write(JsonWriter out) {
    out.raw(json);
  }

  @Override
  public byte[] bytes() {
    return json;
  }
}
