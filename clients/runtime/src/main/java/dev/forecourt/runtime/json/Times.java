package dev.forecourt.runtime.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Reads times that are not spelled as we would. Null where a text is no time. */
final class Times {
  /** How programs in Go write that a time is not set. */
  static final String ZERO = "0001-01-01T00:00:00Z";

  private static final int DATE_LENGTH = "2017-10-10".length();

  /** Longest spelling of a time: nanoseconds, offset in seconds, name of a zone. */
  private static final int MOST_LENGTH = 80;

  /** RFC 3339, and the offset as PHP writes it: +0200. */
  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffset("+HH:MM:ss", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .toFormatter();

  private Times() {}

  private static boolean isLikely(String text) {
    return text.length() >= DATE_LENGTH && text.length() <= MOST_LENGTH;
  }

  private static String spaced(String text) {
    return text.strip().replace(' ', 'T');
  }

  static @Nullable OffsetDateTime withOffset(String text) {
    if (!isLikely(text)) {
      return null;
    }
    try {
      return OffsetDateTime.parse(spaced(text), WITH_OFFSET);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** An offset is dropped: the vendor's own clock is what its times without zone say. */
  static @Nullable LocalDateTime local(String text) {
    if (!isLikely(text)) {
      return null;
    }
    try {
      return DateTimeFormatter.ISO_DATE_TIME.parse(spaced(text), LocalDateTime::from);
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /** Also the day of a time. */
  static @Nullable LocalDate date(String text) {
    if (!isLikely(text)) {
      return null;
    }
    String stripped = text.strip();
    LocalDate exact = Rfc3339.exactDate(stripped);
    LocalDateTime time = exact == null ? local(stripped) : null;
    return time == null ? exact : time.toLocalDate();
  }
}
