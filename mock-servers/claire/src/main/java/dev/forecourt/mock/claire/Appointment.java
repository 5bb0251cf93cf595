package dev.forecourt.mock.claire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A visit to the workshop. Not changed once stored. The fields that repeat its car and its
 * customers are written when it is shown.
 *
 * @param carKey {@link Car#key()}; empty for none
 * @param customers ids by the part they play
 */
record Appointment(
    long id,
    Customer.Key key,
    String carKey,
    Map<CustomerKind, Long> customers,
    Map<String, @Nullable Object> fields) {

  long locationId() {
    return key.locationId();
  }

  boolean pinned() {
    return Boolean.TRUE.equals(fields.get("is_pinned"));
  }

  /** The day of the visit where the workshop is. */
  LocalDate day() {
    return ClaireTime.day(time());
  }

  Instant time() {
    return ClaireTime.instant(String.valueOf(fields.get("time_car_app")));
  }

  String workOrder() {
    return String.valueOf(fields.get("workorder_number"));
  }
}
