package dev.forecourt.mock.claire;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON answers made of parts that are serialised already. */
final class Json {

  private Json() {}

  static byte[] bytes(Map<String, @Nullable Object> object) {
    return JsonWriter.object(out -> object.forEach((name, value) -> out.name(name).tree(value)));
  }

  static MockResponse array(List<byte[]> items) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('[');
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.writeBytes(items.get(i));
    }
    out.write(']');
    return MockResponse.json(200, out.toByteArray());
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  /** A whole number; null when it is none, and for zero, which is "not set" in Claire's samples. */
  static @Nullable Long id(@Nullable Object value) {
    return value instanceof Long number && number != 0 ? number : null;
  }
}
