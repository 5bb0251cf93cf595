package dev.forecourt.runtime.limits;

import java.time.Duration;

/**
 * How many requests a vendor takes in a time: {@code x-rate-limit} of its contract.
 *
 * @param requests most requests within the period; at least 1
 * @param period length of the vendor's window; positive
 */
public record RateLimit(int requests, Duration period) {

  /** Throws {@code IllegalArgumentException} if no request could ever be sent. */
  public RateLimit {
    if (requests < 1) {
      throw new IllegalArgumentException(
          "A rate limit must allow at least 1 request: " + requests + ". Leave it out for none.");
    }
    Durations.positive("Period of a rate limit", period);
  }
}
