package dev.forecourt.mock.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The header Date, by the clock of the machine as the JDK's server sends it: a clock that the
 * controls have moved is the vendor's, while Date says when an answer left this process.
 */
final class HttpDate {

  // RFC 9110, 5.6.7: always two digits for the day, which Java's own RFC_1123_DATE_TIME has not
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  // threads may overwrite each other's: either text is right
  private static volatile HttpDate latest = new HttpDate(0);

  private final long second;
  private final byte[] text;

  private HttpDate(long second) {
    this.second = second;
    this.text = FORM.format(Instant.ofEpochSecond(second)).getBytes(StandardCharsets.US_ASCII);
  }

  /** Its value now, to be read only; made once in a second. */
  static byte[] now() {
    long second = System.currentTimeMillis() / 1000;
    HttpDate known = latest;
    if (known.second != second) {
      known = new HttpDate(second);
      latest = known;
    }
    return known.text;
  }
}
