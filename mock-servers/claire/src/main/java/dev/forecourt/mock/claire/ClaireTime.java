package dev.forecourt.mock.claire;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Claire's times: RFC 3339. Its locations are in the Netherlands, which the vendor does not say.
 */
final class ClaireTime {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private final Clock clock;

  ClaireTime(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  LocalDate today() {
    return day(now());
  }

  /** The day of a moment where the cars are. */
  static LocalDate day(Instant time) {
    return time.atZone(ZONE).toLocalDate();
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  /** The day that a filter names, in the zone in which it names it. */
  static LocalDate namedDay(String text) {
    return OffsetDateTime.parse(text).toLocalDate();
  }

  /** {@code 2024-08-20T08:30:00+02:00}. */
  static String local(LocalDate day, int hour, int minute) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment(day, hour, minute));
  }

  /** A time of a day where the cars are. */
  static ZonedDateTime moment(LocalDate day, int hour, int minute) {
    return day.atTime(hour, minute).atZone(ZONE);
  }

  /** Three calendar months before now. */
  Instant threeMonthsAgo() {
    return now().atZone(ZONE).minusMonths(3).toInstant();
  }
}
