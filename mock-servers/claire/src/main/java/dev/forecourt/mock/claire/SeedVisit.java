package dev.forecourt.mock.claire;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code seed/claire/appointments.psv}, whose first line names the columns.
 *
 * @param today the day that it counts from
 */
record SeedVisit(String[] row, LocalDate today) {

  LocalDate day() {
    return today.plusDays(Long.parseLong(row[0]));
  }

  String time() {
    LocalTime time = LocalTime.parse(row[1]);
    return ClaireTime.local(day(), time.getHour(), time.getMinute());
  }

  /** Its number in the DMS, without the letter. */
  long number() {
    return Long.parseLong(row[2]);
  }

  long location() {
    return Long.parseLong(row[3]);
  }

  String vin() {
    return row[4];
  }

  long km() {
    return Long.parseLong(row[5]);
  }

  /** DMS numbers by the part that the customer plays. */
  Map<CustomerKind, String> customers() {
    Map<CustomerKind, String> numbers = new EnumMap<>(CustomerKind.class);
    for (CustomerKind kind : CustomerKind.values()) {
      String number = row[6 + kind.ordinal()];
      if (!number.isEmpty()) {
        numbers.put(kind, number);
      }
    }
    return numbers;
  }

  boolean is(String trait) {
    return List.of(row[9].split(" ")).contains(trait);
  }

  /** Titles of works, as in {@code works.psv}. */
  List<String> works() {
    return List.of(row[10].split(", "));
  }

  boolean hasCheck() {
    return !row[11].isEmpty();
  }

  long checkSeconds() {
    return 60 * Long.parseLong(row[11]);
  }
}
