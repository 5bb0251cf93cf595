package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.http.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** FIDCAR's two ways to write a time. The zone is nowhere stated; the vendor is French. */
final class FidcarTime {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final DateTimeFormatter FRENCH_DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu")
          .withResolverStyle(ResolverStyle.STRICT); // no 31 February

  private final Clock clock;

  FidcarTime(Clock clock) {
    this.clock = clock;
  }

  Instant instant() {
    return clock.instant();
  }

  /** The moment of a time in Paris; the later one of two in the hour that comes twice. */
  static Instant instant(LocalDateTime time) {
    return time.atZone(ZONE).withLaterOffsetAtOverlap().toInstant();
  }

  LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZONE).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Now in the form disputes use. */
  String nowWithOffset() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        OffsetDateTime.ofInstant(clock.instant(), ZONE).truncatedTo(ChronoUnit.SECONDS));
  }

  /** {@code 2017-10-10 18:00:30}. */
  static String text(LocalDateTime time) {
    String iso = time.toString();
    // LocalDateTime leaves out seconds that are zero
    return (iso.length() == 16 ? iso + ":00" : iso).replace('T', ' ');
  }

  /** Reads {@code 2017-10-10 18:00:30}, or a day, which begins at midnight; null for null. */
  static @Nullable LocalDateTime atStart(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text.replace(' ', 'T'));
  }

  /** Reads the same, but a day ends with its last second. */
  static @Nullable LocalDateTime atEnd(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return text.length() == 10
        ? LocalDate.parse(text).atTime(23, 59, 59)
        : LocalDateTime.parse(text.replace(' ', 'T'));
  }

  /**
   * Reads a day as {@code 2017-10-10} or {@code 10/10/2017}; the contract's pattern cannot tell
   * whether it exists.
   */
  static LocalDate day(String field, String text) {
    try {
      return text.contains("/") ? LocalDate.parse(text, FRENCH_DATE) : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Refusal(
          400, "form field '%s' must be a day that exists but was '%s'".formatted(field, text));
    }
  }

  /** Reads {@code 18:00}. */
  static LocalTime hour(String text) {
    return LocalTime.parse(text);
  }
}
