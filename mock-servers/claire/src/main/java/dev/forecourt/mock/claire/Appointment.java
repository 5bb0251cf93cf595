package dev.forecourt.mock.claire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A visit to the workshop. What repeats its car and its customers, and whether the car was here
 * lately, is filled in by {@link Views}.
 *
 * @param carKey {@link Car#key()}; empty for none
 * @param customers ids by the part they play
 * @param fields what Claire shows of it
 */
record Appointment(
    long id,
    Customer.Key key,
    String carKey,
    Map<CustomerKind, Long> customers,
    AppointmentJson fields) {

  long locationId() {
    return key.locationId();
  }

  boolean isPinned() {
    return Boolean.TRUE.equals(fields.isPinned());
  }

  /** The day of the visit where the workshop is. */
  LocalDate day() {
    return ClaireTime.day(time());
  }

  Instant time() {
    return ClaireTime.instant(String.valueOf(fields.timeCarApp()));
  }

  String workOrder() {
    return String.valueOf(fields.workorderNumber());
  }

  Appointment with(AppointmentJson changed) {
    return new Appointment(id, key, carKey, customers, changed);
  }
}
