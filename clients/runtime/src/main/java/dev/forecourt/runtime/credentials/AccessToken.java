package dev.forecourt.runtime.credentials;

import java.time.Duration;
import java.time.Instant;

/**
 * A token that a vendor issued. Its {@code toString} does not show it.
 *
 * @param value the token itself, without a scheme word
 * @param renewAt from when on it is replaced: shortly before it expires
 */
public record AccessToken(String value, Instant renewAt) {
  /** Longest time by which a token is replaced before it expires. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  /**
   * A token that was issued now and is good for so long. It is replaced five minutes before its
   * end, or after nine tenths of a lifetime below fifty minutes.
   */
  public static AccessToken issued(String value, Instant now, Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    return new AccessToken(
        value, now.plus(lifetime).minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN));
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
