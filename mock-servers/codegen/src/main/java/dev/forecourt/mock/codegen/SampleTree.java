package dev.forecourt.mock.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a sample in one place. */
final class SampleTree {

  private SampleTree() {}

  /**
   * A copy with another value where a JSON pointer leads; the same where there is no such place.
   */
  static @Nullable Object with(@Nullable Object tree, String pointer, Object value) {
    if (pointer.isEmpty()) {
      return value;
    }
    int end = pointer.indexOf('/', 1);
    String token = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    String rest = end < 0 ? "" : pointer.substring(end);
    String name = token.replace("~1", "/").replace("~0", "~");
    if (tree instanceof Map<?, ?> map && map.containsKey(name)) {
      Map<String, @Nullable Object> copy = Plain.members(map);
      copy.put(name, with(copy.get(name), rest, value));
      return copy;
    }
    if (tree instanceof List<?> list && name.matches("\\d{1,4}")) {
      List<@Nullable Object> copy = new ArrayList<>(list);
      int index = Integer.parseInt(name);
      if (index < copy.size()) {
        copy.set(index, with(copy.get(index), rest, value));
      }
      return copy;
    }
    return tree;
  }
}
