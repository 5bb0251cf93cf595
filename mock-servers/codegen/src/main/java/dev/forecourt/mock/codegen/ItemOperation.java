package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation that the contract says works on items: its part is in {@code x-convention}. */
record ItemOperation(
    int number, Operation operation, Inputs inputs, Map<String, Object> convention) {
  String text(String name) {
    Object value = convention.get(name);
    return value == null ? "" : value.toString();
  }

  Map<String, Object> map(String name) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (convention.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> all.put(String.valueOf(key), value == null ? "" : value));
    }
    return all;
  }

  /** The variable of its path of this name; null if it has none. */
  @Nullable Field pathField(String name) {
    return inputs.in("path").stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
