package dev.forecourt.mock.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The string formats that are checked. The generator refuses a contract that relies on another one.
 */
public enum Format {
  /** Calendar date. */
  DATE("be a date like 2026-11-22", Format::isDate),
  /** Point in time of RFC 3339, with offset. */
  DATE_TIME("be a time like 2026-11-22T14:05:00+01:00", Format::isDateTime),
  /** Time without offset, or a day alone; a pattern beside it says which of the two is meant. */
  LOCAL_DATE_TIME("be a time like 2026-11-22 14:05:00", Format::isLocalDateTime),
  /** E-mail address; deliberately loose. */
  EMAIL("be an e-mail address", matching("[^@\\s\\h\\v]+@[^@\\s\\h\\v]+\\.[^@\\s\\h\\v.]+")),
  /** Absolute URI. */
  URI("be an absolute URI", Format::isUri),
  /** UUID in its usual spelling. */
  UUID(
      "be a UUID",
      matching("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"));

  private final String rule;
  private final Predicate<String> test;

  Format(String rule, Predicate<String> test) {
    this.rule = rule;
    this.test = test;
  }

  String rule() {
    return rule;
  }

  boolean fits(String text) {
    return test.test(text);
  }

  private static Predicate<String> matching(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }

  private static boolean isDate(String text) {
    try {
      // LocalDate also reads years such as +12345; four digits are meant
      return text.length() == 10 && LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    try {
      // RFC 3339 wants the seconds, which Java does not
      return text.length() > 16 && text.charAt(16) == ':' && OffsetDateTime.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isLocalDateTime(String text) {
    try {
      return isDate(text)
          || (text.length() == 19 && LocalDateTime.parse(text.replace(' ', 'T')) != null);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
