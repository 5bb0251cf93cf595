package dev.forecourt.runtime.errors;

import dev.forecourt.runtime.call.VendorResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** When a vendor wants to be asked again. */
final class RetryTimes {
  /** Smaller numbers than this are seconds to wait, larger ones seconds since 1970. */
  private static final long EARLIEST_EPOCH_SECOND = 1_000_000_000;

  private RetryTimes() {}

  /**
   * {@code Retry-After} (RFC 9110, 10.2.3); else, where the limit is the reason, {@code
   * X-RateLimit-Reset} (claire.txt L1483), which Claire sends with every answer.
   */
  static Optional<Instant> of(int status, Map<String, Collection<String>> headers, Instant now) {
    Optional<Instant> told =
        VendorResponse.first(headers, "Retry-After")
            .flatMap(value -> retryAfter(value.strip(), now));
    return told.isPresent() || status != 429
        ? told
        : VendorResponse.first(headers, "X-RateLimit-Reset")
            .flatMap(value -> seconds(value.strip(), now));
  }

  private static Optional<Instant> retryAfter(String value, Instant now) {
    return seconds(value, now).or(() -> date(value));
  }

  private static Optional<Instant> seconds(String value, Instant now) {
    if (!value.matches("\\d{1,12}")) {
      return Optional.empty();
    }
    long seconds = Long.parseLong(value);
    return Optional.of(
        seconds < EARLIEST_EPOCH_SECOND
            ? now.plusSeconds(seconds)
            : Instant.ofEpochSecond(seconds));
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
