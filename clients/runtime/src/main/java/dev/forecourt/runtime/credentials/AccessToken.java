package dev.forecourt.runtime.credentials;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that a vendor issued. Its {@code toString} does not show it.
 *
 * @param value the token itself, without a scheme word
 * @param renewAt from when on it is replaced: shortly before it expires
 */
public record AccessToken(String value, Instant renewAt) {
  /** Longest time by which a token is replaced before it expires. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofDays(365);

  /**
   * A token that was issued now and is good for so long. It is replaced five minutes before its
   * end, or after nine tenths of a lifetime below fifty minutes.
   */
  public static AccessToken issued(String value, Instant now, Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    return new AccessToken(
        value, now.plus(lifetime).minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN));
  }

  /**
   * How long a token is good that is issued for so many seconds. A number that cannot be meant,
   * such as 0 or one beyond a year, must neither lead to a new token with each request nor to a
   * failure.
   *
   * @param seconds null if the vendor does not say
   * @param usual what the vendor documents; taken for null, for 0 and for what is below
   */
  public static Duration lifetime(@Nullable Number seconds, Duration usual) {
    double stated = seconds == null ? 0 : seconds.doubleValue();
    return stated > 0
        ? Duration.ofSeconds((long) Math.min(Math.max(stated, 1), LONGEST.toSeconds()))
        : usual;
  }

  /** Whether it need not be replaced yet. */
  public boolean isFresh(Instant now) {
    return now.isBefore(renewAt);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "AccessToken{****, renewAt=" + renewAt + "}";
  }
}
