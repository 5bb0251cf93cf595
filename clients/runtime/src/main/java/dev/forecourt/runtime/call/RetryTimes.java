package dev.forecourt.runtime.call;

import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When a vendor wants to be asked again. */
final class RetryTimes {
  /** Smaller numbers than this are seconds to wait, larger ones seconds since 1970. */
  private static final BigDecimal EARLIEST_EPOCH_SECOND = new BigDecimal(1_000_000_000);

  /** Vendors write fractions too, though RFC 9110 has none. Never long enough to be slow. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

  /** English whatever the locale data of the JVM. */
  private static final Map<Long, String> MONTHS =
      IntStream.rangeClosed(1, 12)
          .boxed()
          .collect(
              Collectors.toMap(
                  Integer::longValue,
                  month ->
                      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[month - 1]));

  /**
   * The three forms of RFC 9110, 5.6.7. The day of the week is not looked at: it is wrong at times.
   * A year of two digits is one of the hundred that end 50 years from now.
   */
  private static List<DateTimeFormatter> forms(Instant now) {
    int thisYear = now.atZone(ZoneOffset.UTC).getYear();
    return List.of(
        form()
            .appendPattern("d ")
            .appendText(MONTH_OF_YEAR, MONTHS)
            .appendLiteral(' ')
            .appendValue(YEAR, 4)
            .appendPattern(" HH:mm:ss")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT),
        form()
            .appendPattern("d-")
            .appendText(MONTH_OF_YEAR, MONTHS)
            .appendLiteral('-')
            .appendValueReduced(YEAR, 2, 2, thisYear - 49)
            .appendPattern(" HH:mm:ss")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT),
        form()
            .appendText(MONTH_OF_YEAR, MONTHS)
            .appendPattern(" d HH:mm:ss ")
            .appendValue(YEAR, 4)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT));
  }

  private static DateTimeFormatterBuilder form() {
    return new DateTimeFormatterBuilder().parseCaseInsensitive();
  }

  /** A Date has whole seconds and travels: so far apart, two clocks agree. */
  private static final Duration SAME_TIME = Duration.ofSeconds(3);

  private RetryTimes() {}

  /**
   * {@code Retry-After} (RFC 9110, 10.2.3); else, where the limit is the reason, {@code
   * X-RateLimit-Reset} (claire.txt L1483), which Claire sends with every answer. A point in time is
   * measured against the {@code Date} of the same answer: the clocks of two machines differ.
   */
  static Optional<Instant> of(int status, Map<String, List<String>> headers, Instant now) {
    Instant sent = Received.header(headers, "Date").map(value -> date(value, now)).orElse(null);
    Optional<Instant> told =
        Received.header(headers, "Retry-After").map(value -> retryAfter(value.strip(), now, sent));
    return told.isPresent() || status != 429
        ? told
        : Received.header(headers, "X-RateLimit-Reset")
            .map(value -> seconds(value.strip(), now, sent));
  }

  private static @Nullable Instant retryAfter(String value, Instant now, @Nullable Instant sent) {
    Instant bySeconds = seconds(value, now, sent);
    if (bySeconds != null) {
      return bySeconds;
    }
    Instant date = date(value, now);
    return date == null ? null : onOurClock(date, now, sent);
  }

  private static @Nullable Instant seconds(String value, Instant now, @Nullable Instant sent) {
    if (!SECONDS.matcher(value).matches()) {
      return null;
    }
    BigDecimal seconds = new BigDecimal(value);
    Duration duration = Duration.ofNanos(seconds.movePointRight(9).longValue());
    if (seconds.compareTo(EARLIEST_EPOCH_SECOND) < 0) {
      return now.plus(duration);
    }
    return onOurClock(Instant.ofEpochSecond(seconds.longValue()), now, sent);
  }

  private static Instant onOurClock(Instant at, Instant now, @Nullable Instant sent) {
    if (sent == null || Duration.between(sent, now).abs().compareTo(SAME_TIME) < 0) {
      return at;
    }
    return now.plus(Duration.between(sent, at));
  }

  /** The point in time of an HTTP date; null if it is none. */
  private static @Nullable Instant date(String value, Instant now) {
    // "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"
    String text = value.strip().replaceFirst("^[A-Za-z]+,?\\s+", "").replaceAll("\\s+", " ");
    String local =
        text.replaceFirst("(?i) (GMT|UTC|Z|[+-]0000)$", "")
            // a leap second, which no clock of Java's has
            .replaceFirst("(\\d\\d:\\d\\d):60\\b", "$1:59");
    for (DateTimeFormatter form : forms(now)) {
      try {
        return LocalDateTime.parse(local, form).toInstant(ZoneOffset.UTC);
      } catch (DateTimeException otherForm) {
        // the next one
      }
    }
    return null;
  }
}
