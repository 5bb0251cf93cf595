package dev.forecourt.mock.convention;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON merge patch (RFC 7396). */
final class MergePatch {

  private MergePatch() {}

  /** The target with the patch applied; neither is changed. */
  static @Nullable Object apply(@Nullable Object target, @Nullable Object patch) {
    if (!(patch instanceof Map<?, ?> changes)) {
      return patch;
    }
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    if (target instanceof Map<?, ?> before) {
      before.forEach((name, value) -> out.put(String.valueOf(name), value));
    }
    changes.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value == null) {
            out.remove(name);
          } else {
            out.put(name, apply(out.get(name), value));
          }
        });
    return out;
  }
}
