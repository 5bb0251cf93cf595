package dev.forecourt.mock.convention;

import dev.forecourt.mock.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in JSON by RFC 6901; the empty one is the whole. */
final class Pointer {

  private final List<String> names;

  Pointer(String text) {
    names = steps(text);
  }

  /** The names that a pointer leads through; none for the whole. */
  static List<String> steps(String text) {
    List<String> all = new ArrayList<>();
    for (String each : text.isEmpty() ? new String[0] : text.substring(1).split("/", -1)) {
      all.add(each.replace("~1", "/").replace("~0", "~"));
    }
    return List.copyOf(all);
  }

  @Nullable Object get(@Nullable Object tree) {
    Object value = tree;
    for (String name : names) {
      if (value instanceof List<?> list) {
        int index = name.matches("\\d{1,6}") ? Integer.parseInt(name) : -1;
        value = index >= 0 && index < list.size() ? list.get(index) : null;
      } else {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
    }
    return value;
  }

  /** A copy of the tree with another value here, or none; the same tree if its place is missing. */
  @Nullable Object with(@Nullable Object tree, @Nullable Object value, boolean removed) {
    if (names.isEmpty()) {
      return value;
    }
    Object copy = Json.copy(tree);
    Object parent = copy;
    for (String name : names.subList(0, names.size() - 1)) {
      parent =
          parent instanceof Map<?, ?> map
              ? map.get(name)
              : parent instanceof List<?> list && !list.isEmpty() ? list.get(0) : null;
    }
    if (parent instanceof Map<?, ?>) {
      Map<String, @Nullable Object> members = JsonTree.object(parent);
      String last = names.get(names.size() - 1);
      if (removed) {
        members.remove(last);
      } else {
        members.put(last, value);
      }
    }
    return copy;
  }
}
