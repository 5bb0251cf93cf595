package dev.forecourt.runtime.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads times that are spelled as we would write them.
 *
 * <p>DateTimeFormatter takes a microsecond for each, which was the largest part of reading a list:
 * models of some vendors are a third times.
 */
final class Rfc3339 {
  private static final int DATE_END = "2017-10-10".length();
  private static final int SECONDS_END = "2017-10-10T18:00:30".length();
  private static final int OFFSET_LENGTH = "+02:00".length();

  private Rfc3339() {}

  /** The time, if {@link WireText#of} gives exactly this text for it; null for all else. */
  static @Nullable OffsetDateTime exact(String text) {
    int end = text.length();
    if (end <= SECONDS_END
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int zone = text.charAt(end - 1) == 'Z' ? end - 1 : end - OFFSET_LENGTH;
    int offset = zone == end - 1 ? 0 : offsetMinutes(text, zone);
    int nanos = zone == SECONDS_END ? 0 : nanos(text, zone);
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    if (offset == NONE || (nanos | year | month | day | hour | minute | second) < 0) {
      return null;
    }
    try {
      return OffsetDateTime.of(
          year, month, day, hour, minute, second, nanos, ZoneOffset.ofTotalSeconds(offset * 60));
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** The day, if this is {@code 2017-10-10}; null for all else. */
  static @Nullable LocalDate exactDate(String text) {
    if (text.length() != DATE_END || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, DATE_END);
    if ((year | month | day) < 0) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  /** The time, if this is {@code 2017-10-10 18:00:30}; null for all else. */
  static @Nullable LocalDateTime exactLocal(String text) {
    if (text.length() != SECONDS_END
        || text.charAt(DATE_END) != ' '
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    LocalDate day = exactDate(text.substring(0, DATE_END));
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    if (day == null || (hour | minute | second) < 0) {
      return null;
    }
    try {
      return day.atTime(hour, minute, second);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  private static final int NONE = Integer.MIN_VALUE;

  /** Minutes that are not zero, or NONE. */
  private static int offsetMinutes(String text, int at) {
    if (at < SECONDS_END || text.charAt(at + 3) != ':') {
      return NONE;
    }
    int hours = number(text, at + 1, at + 3);
    int minutes = number(text, at + 4, at + OFFSET_LENGTH);
    char sign = text.charAt(at);
    int total = hours * 60 + minutes;
    if ((hours | minutes) < 0 || minutes > 59 || total == 0 || (sign != '+' && sign != '-')) {
      return NONE;
    }
    return sign == '+' ? total : -total;
  }

  /** Of a fraction that does not end in zero, as we write none that does; or -1. */
  private static int nanos(String text, int end) {
    int digits = end - SECONDS_END - 1;
    if (digits < 1
        || digits > 9
        || text.charAt(SECONDS_END) != '.'
        || text.charAt(end - 1) == '0') {
      return -1;
    }
    int nanos = number(text, SECONDS_END + 1, end);
    for (int i = digits; i < 9 && nanos > 0; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
