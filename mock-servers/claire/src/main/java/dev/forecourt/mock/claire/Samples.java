package dev.forecourt.mock.claire;

import dev.forecourt.mock.contract.Example;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The examples of the contract as trees, to be served as they are or to start others from. */
final class Samples {

  private Samples() {}

  /** The object that is the example of this name. */
  static Map<String, @Nullable Object> object(Operation operation, String name) {
    return fields(read(operation, name));
  }

  /** The objects of the array that is the example of this name. */
  static List<Map<String, @Nullable Object>> list(Operation operation, String name) {
    return objects(read(operation, name));
  }

  /** The objects in an array; none when it is null or something else. */
  static List<Map<String, @Nullable Object>> objects(@Nullable Object array) {
    List<Map<String, @Nullable Object>> out = new ArrayList<>();
    if (array instanceof List<?> items) {
      items.forEach(each -> out.add(fields(each)));
    }
    return out;
  }

  /** The members of an object; none when it is null or something else. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  static Map<String, @Nullable Object> fields(@Nullable Object object) {
    return object instanceof Map<?, ?>
        ? (Map<String, @Nullable Object>) object
        : new LinkedHashMap<>();
  }

  /** A copy that shares nothing with the original. */
  static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> object) {
    return fields(copyOf(object));
  }

  private static @Nullable Object copyOf(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put(String.valueOf(name), copyOf(each)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(copyOf(each)));
      return copy;
    }
    return value;
  }

  private static @Nullable Object read(Operation operation, String name) {
    Example example =
        operation.examples().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The contract has no example '%s' of %s"
                            .formatted(name, operation.describe())));
    try {
      return JsonReader.read(example.text().getBytes(StandardCharsets.UTF_8));
    } catch (JsonProblem e) {
      throw new IllegalStateException("Example '%s' is not JSON".formatted(name), e);
    }
  }
}
