package dev.forecourt.mock.autengo;

import dev.forecourt.mock.contract.Example;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of the vendor's documentation, read from the examples of the contract. */
final class Documented {

  private Documented() {}

  /** AIQWXW, with every field. */
  static Map<String, @Nullable Object> vehicle() {
    return plain(inside(AutengoOperations.GET_VEHICLE, "documented", "vehicle"));
  }

  /** RQ5O9S, the vehicle of the documented lead: many fields are null or missing. */
  static Map<String, @Nullable Object> sparseVehicle() {
    return plain(inside(AutengoOperations.GET_VEHICLE, "plainValues", "vehicle"));
  }

  /** Contact 123, with every field. */
  static Map<String, @Nullable Object> contact() {
    return inside(AutengoOperations.GET_CONTACT, "documented", "data", "contact");
  }

  /** Contact 124: many fields are null. */
  static Map<String, @Nullable Object> sparseContact() {
    return inside(AutengoOperations.GET_CONTACT, "sparse", "data", "contact");
  }

  /** Keys instead of {@code {key, text}}: the text depends on the language of a request. */
  private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> fields) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    fields.forEach(
        (name, value) ->
            plain.put(name, value instanceof Map<?, ?> pair ? pair.get("key") : value));
    return plain;
  }

  private static Map<String, @Nullable Object> inside(
      Operation operation, String name, String... path) {
    Object value = json(example(operation, name));
    for (String step : path) {
      value = value instanceof Map<?, ?> object ? object.get(step) : null;
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> object) {
      object.forEach((field, each) -> fields.put(String.valueOf(field), each));
    }
    return fields;
  }

  private static Example example(Operation operation, String name) {
    return operation.examples().stream()
        .filter(each -> each.status() == 200 && each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The contract has no example '%s' of %s".formatted(name, operation.id())));
  }

  private static @Nullable Object json(Example example) {
    try {
      return JsonReader.read(example.text().getBytes(StandardCharsets.UTF_8));
    } catch (JsonProblem e) {
      throw new IllegalStateException("Example " + example.name() + " is no JSON", e);
    }
  }
}
