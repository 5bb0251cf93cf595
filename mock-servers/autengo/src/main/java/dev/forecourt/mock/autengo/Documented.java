package dev.forecourt.mock.autengo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vehicles of the vendor's documentation, read from the examples of the contract. */
final class Documented {

  private Documented() {}

  /** AIQWXW, with every field. */
  static Map<String, @Nullable Object> vehicle() {
    return vehicle("documented");
  }

  /** RQ5O9S, the vehicle of the documented lead: many fields are null or missing. */
  static Map<String, @Nullable Object> sparseVehicle() {
    return vehicle("plainValues");
  }

  /** Keys instead of {@code {key, text}}: the text depends on the language of a request. */
  private static Map<String, @Nullable Object> vehicle(String example) {
    Map<String, @Nullable Object> vehicle =
        AutengoOperations.GET_VEHICLE.example(example).object("vehicle");
    vehicle.replaceAll((name, value) -> value instanceof Map<?, ?> pair ? pair.get("key") : value);
    return vehicle;
  }
}
