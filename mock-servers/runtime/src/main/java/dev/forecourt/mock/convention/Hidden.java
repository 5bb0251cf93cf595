package dev.forecourt.mock.convention;

import dev.forecourt.mock.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members of an item that one operation does not show, though others do: a list often shows less of
 * each item than the item itself.
 */
final class Hidden {

  private final Set<String> names = new LinkedHashSet<>();
  private final Map<String, Hidden> below = new LinkedHashMap<>();

  private Hidden() {}

  /** JSON pointers from the item; they lead through the items of lists without a step. */
  static Hidden of(List<?> pointers) {
    Hidden all = new Hidden();
    pointers.forEach(each -> all.add(Pointer.steps(String.valueOf(each))));
    return all;
  }

  private void add(List<String> steps) {
    String first = steps.get(0);
    if (steps.size() == 1) {
      names.add(first);
    } else {
      below.computeIfAbsent(first, name -> new Hidden()).add(steps.subList(1, steps.size()));
    }
  }

  /** The item without them; the very item where nothing is hidden. */
  Map<String, @Nullable Object> without(Map<String, @Nullable Object> item) {
    return names.isEmpty() && below.isEmpty() ? item : JsonTree.object(shown(item));
  }

  private @Nullable Object shown(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> all = new ArrayList<>(list.size());
      list.forEach(each -> all.add(shown(each)));
      return all;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    map.forEach(
        (key, each) -> {
          String name = String.valueOf(key);
          Hidden further = below.get(name);
          if (!names.contains(name)) {
            all.put(name, further == null ? each : further.shown(each));
          }
        });
    return all;
  }
}
