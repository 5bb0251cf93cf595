package dev.forecourt.runtime.call;

import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.limits.Durations;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * When a request is retried, and how long to wait before.
 *
 * <p>Retried are requests that got no complete answer, or 429, 502, 503 or 504, if their operation
 * is idempotent: a POST only if its contract says that it reads, or {@link
 * RequestOptions.Builder#repeatable} allows it. The wait is what the vendor asks for ({@code
 * Retry-After}, else {@code X-RateLimit-Reset}); if it says nothing, it is drawn between zero and
 * {@code firstDelay}, with the upper end doubled for each further attempt up to {@code maxDelay}.
 *
 * <p>Immutable.
 */
public final class RetryPolicy {
  private static final RetryPolicy STANDARD = builder().build();
  private static final RetryPolicy NEVER = builder().maxRetries(0).build();

  private final int maxRetries;
  private final Duration firstDelay;
  private final Duration maxDelay;
  private final Duration timeLimit;
  private final Set<Integer> statuses;

  private RetryPolicy(Builder builder) {
    this.maxRetries = builder.maxRetries;
    this.firstDelay = builder.firstDelay;
    this.maxDelay = builder.maxDelay;
    this.timeLimit = builder.timeLimit;
    this.statuses = Set.copyOf(builder.statuses);
  }

  /** Two retries, 0.2 seconds doubling to 5 seconds, at most 2 minutes altogether. */
  public static RetryPolicy standard() {
    return STANDARD;
  }

  /** Every request once. */
  public static RetryPolicy never() {
    return NEVER;
  }

  /** A builder that starts with the standard policy. */
  public static Builder builder() {
    return new Builder();
  }

  /** Most requests after the first. */
  public int maxRetries() {
    return maxRetries;
  }

  /** Longest wait before the second request, if the vendor names none. */
  public Duration firstDelay() {
    return firstDelay;
  }

  /** Longest wait before any request, if the vendor names none. */
  public Duration maxDelay() {
    return maxDelay;
  }

  /** Longest time for a call with all its requests and waits. */
  public Duration timeLimit() {
    return timeLimit;
  }

  /** Statuses of answers after which a request is repeated. Unmodifiable. */
  public Set<Integer> statuses() {
    return statuses;
  }

  /** The same, but for answers with this status. */
  RetryPolicy without(int status) {
    Builder builder = new Builder();
    builder.maxRetries = maxRetries;
    builder.firstDelay = firstDelay;
    builder.maxDelay = maxDelay;
    builder.timeLimit = timeLimit;
    builder.statuses = new HashSet<>(statuses);
    builder.statuses.remove(status);
    return new RetryPolicy(builder);
  }

  /** The upper end of the wait before a retry, counted from 1. */
  Duration longestDelay(int retry) {
    // 2^30 times anything is beyond every maximum
    long factor = 1L << Math.min(retry - 1, 30);
    Duration delay = firstDelay.multipliedBy(factor);
    return delay.compareTo(maxDelay) < 0 ? delay : maxDelay;
  }

  @Override
  public String toString() {
    return "RetryPolicy{maxRetries="
        + maxRetries
        + ", firstDelay="
        + firstDelay
        + ", maxDelay="
        + maxDelay
        + ", timeLimit="
        + timeLimit
        + "}";
  }

  /** Collects settings. */
  public static final class Builder {
    private int maxRetries = 2;
    private Duration firstDelay = Duration.ofMillis(200);
    private Duration maxDelay = Duration.ofSeconds(5);
    private Duration timeLimit = Duration.ofMinutes(2);
    private Set<Integer> statuses = Set.of(429, 502, 503, 504);

    private Builder() {}

    /** Most requests after the first. Default 2; zero for none. */
    public Builder maxRetries(int maxRetries) {
      if (maxRetries < 0) {
        throw new IllegalArgumentException(
            "maxRetries must not be negative: " + maxRetries + ". Write 0 for no retries.");
      }
      this.maxRetries = maxRetries;
      return this;
    }

    /** Longest wait before the second request. Default 0.2 seconds; must be positive. */
    public Builder firstDelay(Duration firstDelay) {
      this.firstDelay = Durations.positive("firstDelay", firstDelay);
      return this;
    }

    /** Longest wait that is not the vendor's wish. Default 5 seconds; must be positive. */
    public Builder maxDelay(Duration maxDelay) {
      this.maxDelay = Durations.positive("maxDelay", maxDelay);
      return this;
    }

    /**
     * Longest time for a call with all its requests and waits. Default 2 minutes; must be positive.
     * A wait that would end later is not begun: the failure is thrown at once, and {@link
     * VendorResponseException#retryAt()} tells when to try again.
     */
    public Builder timeLimit(Duration timeLimit) {
      this.timeLimit = Durations.positive("timeLimit", timeLimit);
      return this;
    }

    /** Statuses of answers after which a request is repeated. Default 429, 502, 503 and 504. */
    public Builder statuses(Set<Integer> statuses) {
      this.statuses = statuses;
      return this;
    }

    /** The policy. */
    public RetryPolicy build() {
      return new RetryPolicy(this);
    }
  }
}
