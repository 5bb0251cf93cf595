package dev.forecourt.mock.claire;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code seed/claire/appointments.psv}.
 *
 * @param day counted from today
 * @param number its number in the DMS, without the letter
 * @param driver DMS number of a customer, as are those of the owner and the contractor
 * @param works titles, as in {@code works.psv}
 * @param minutes of the check; null for none
 */
record SeedVisit(
    long day,
    String time,
    long number,
    long location,
    String vin,
    long km,
    @Nullable String driver,
    @Nullable String owner,
    @Nullable String contractor,
    @Nullable String traits,
    String works,
    @Nullable Long minutes) {

  String time(LocalDate today) {
    LocalTime at = LocalTime.parse(time);
    return ClaireTime.local(today.plusDays(day), at.getHour(), at.getMinute());
  }

  /** DMS numbers by the part that the customer plays; null for nobody. */
  Map<CustomerKind, @Nullable String> customers() {
    Map<CustomerKind, @Nullable String> numbers = new EnumMap<>(CustomerKind.class);
    numbers.put(CustomerKind.DRIVER, driver);
    numbers.put(CustomerKind.OWNER, owner);
    numbers.put(CustomerKind.CONTRACTOR, contractor);
    return numbers;
  }

  boolean is(String trait) {
    return traits != null && List.of(traits.split(" ")).contains(trait);
  }
}
