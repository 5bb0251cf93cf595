package dev.forecourt.mock.autochat;

import dev.forecourt.mock.contract.Take;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A car of the stock. No operation shows it again; {@code GET /__mock/state} does.
 *
 * @param sent the car as it was sent
 */
record Car(Map<String, @Nullable Object> sent) {

  static final String DEALERSHIP = "dealershipId";
  static final String NUMBER = "internalId";

  String dealershipId() {
    return text(DEALERSHIP);
  }

  List<String> options() {
    return Take.texts(sent.get("options"));
  }

  /** What tells it from all others: no pair of texts looks like another pair. */
  String key() {
    String dealership = dealershipId();
    return dealership.length() + " " + dealership + " " + text(NUMBER);
  }

  /** The numbers that were sent. */
  CreatedCarJson created() {
    CreatedCarJson.Builder created = CreatedCarJson.builder();
    for (String name : List.of(NUMBER, "licensePlate", "vin")) {
      if (sent.get(name) != null) {
        created.set(name, text(name));
      }
    }
    return created.build();
  }

  private String text(String name) {
    return String.valueOf(sent.get(name));
  }
}
