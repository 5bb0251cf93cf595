package dev.forecourt.mock.store;

import java.time.LocalDateTime;

/** Reads times without a zone, without the JDK's formatter: a start with many rows reads many. */
final class PlainTime {

  private static final int TO_MINUTES = "2026-01-31T09:30".length();
  private static final int TO_SECONDS = "2026-01-31T09:30:00".length();

  private PlainTime() {}

  /**
   * Reads what {@link LocalDateTime#parse} reads, and the usual forms by hand. Throws {@link
   * java.time.DateTimeException} when it is none.
   */
  static LocalDateTime read(String text) {
    int length = text.length();
    boolean usual =
        (length == TO_MINUTES || length == TO_SECONDS && text.charAt(16) == ':')
            && text.charAt(4) == '-'
            && text.charAt(7) == '-'
            && text.charAt(10) == 'T'
            && text.charAt(13) == ':';
    int year = usual ? number(text, 0, 4) : -1;
    int month = usual ? number(text, 5, 7) : -1;
    int day = usual ? number(text, 8, 10) : -1;
    int hour = usual ? number(text, 11, 13) : -1;
    int minute = usual ? number(text, 14, 16) : -1;
    int second = usual && length == TO_SECONDS ? number(text, 17, 19) : 0;
    if ((year | month | day | hour | minute | second) < 0) {
      return LocalDateTime.parse(text);
    }
    return LocalDateTime.of(year, month, day, hour, minute, second);
  }

  /** Digits as a number; less than zero when one of them is none. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
