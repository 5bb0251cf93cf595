package dev.forecourt.mock.convention;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON that the generator or this stub wrote. */
final class Json {

  private Json() {}

  static @Nullable Object read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static @Nullable Object read(byte[] utf8) {
    try {
      return JsonReader.readOwn(utf8);
    } catch (JsonProblem e) {
      throw new IllegalStateException("The contract holds no JSON: " + e.getMessage(), e);
    }
  }

  static byte[] write(@Nullable Object tree) {
    // the writer begins with a bracket; one around takes any value
    byte[] wrapped = JsonWriter.object(out -> out.name("v").tree(tree));
    int begin = "{\"v\":".length();
    return java.util.Arrays.copyOfRange(wrapped, begin, wrapped.length - 1);
  }

  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** A copy that shares nothing with the original. */
  static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>();
      map.forEach((name, each) -> all.put(String.valueOf(name), copy(each)));
      return all;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> all = new ArrayList<>(list.size());
      list.forEach(each -> all.add(copy(each)));
      return all;
    }
    return value;
  }
}
