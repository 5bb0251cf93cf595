package dev.forecourt.bucket4j;

import dev.forecourt.runtime.limits.RateLimit;
import dev.forecourt.runtime.limits.RequestLimiter;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Keeps a vendor's limit by a bucket of tokens, one of which each request takes. A call waits until
 * there is one, as long as the time limit of its retry policy allows.
 *
 * <pre>{@code
 * Bucket4jLimiter limiter = Bucket4jLimiter.local(ClaireClient.RATE_LIMIT);
 * ClaireClient client = ClaireClient.builder().apiKey(key).limiter(limiter).build();
 * }</pre>
 *
 * <p>The vendor counts by key: give all clients of a key one limiter, and each key its own. Several
 * processes share a bucket by a back-end of Bucket4j, here Redis or Valkey by {@code
 * com.bucket4j:bucket4j_jdk17-lettuce}:
 *
 * <pre>{@code
 * ProxyManager<byte[]> buckets =
 *     Bucket4jLettuce.casBasedBuilder(redis).requestTimeout(Duration.ofSeconds(2)).build();
 * Bucket bucket = buckets.builder()
 *     .withOptimization(Optimizations.batching())
 *     .build("forecourt claire".getBytes(UTF_8), () -> Bucket4jLimiter.configuration(limit));
 * RequestLimiter limiter = new Bucket4jLimiter(bucket);
 * }</pre>
 *
 * <p>Safe for use by several threads. Where the back-end of a bucket is gone, or does not answer
 * within its {@code requestTimeout}, a call ends with a {@code RequestLimitException} whose cause
 * says so, and nothing is sent. The next call asks it anew. A bucket that the back-end has lost
 * begins empty, so the limit is kept all the same.
 */
public final class Bucket4jLimiter implements RequestLimiter {
  /** The part of the requests that may be saved up and sent at once. */
  private static final int BURSTS = 10;

  /** The part of the period by which requests may arrive closer together than they were sent. */
  private static final int SLACKS = 60;

  private final Bucket bucket;

  /** Takes a token of this bucket for each request, whatever its bandwidths are. */
  public Bucket4jLimiter(Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * A limiter with a bucket of its own, {@linkplain #configuration configured} to keep the limit.
   *
   * <p>It counts what this process sends. Where three processes use the same key, give each a third
   * ({@code new RateLimit(3_600, Duration.ofHours(1))}), or let them share a bucket.
   */
  public static Bucket4jLimiter local(RateLimit limit) {
    // not the wall clock, which may be set back
    return local(limit, TimeMeter.SYSTEM_NANOTIME);
  }

  static Bucket4jLimiter local(RateLimit limit, TimeMeter time) {
    return new Bucket4jLimiter(
        Bucket.builder().addLimit(bandwidth(limit)).withCustomTimePrecision(time).build());
  }

  /**
   * A bucket that keeps the limit in <em>every</em> window of its period, wherever the vendor's
   * begins.
   *
   * <p>A bucket that holds the whole limit would not: full at first and filled again meanwhile, it
   * gives out twice the limit within a period. This one holds a tenth of it, for bursts, and gets
   * the other nine tenths in the course of a period, so what can be taken in any period is at most
   * one tenth and nine tenths. The nine tenths take a sixtieth longer than the period, so that this
   * also holds where requests arrive up to so much closer together than they were sent. It begins
   * empty: a process that is started again, with a bucket of its own, sends no more than if it had
   * gone on.
   *
   * <p>For 10,800 an hour: 1,080 at once after a pause of seven minutes, and 2.66 a second for as
   * long as it takes; the first request waits 0.4 seconds.
   */
  public static BucketConfiguration configuration(RateLimit limit) {
    return BucketConfiguration.builder().addLimit(bandwidth(limit)).build();
  }

  private static Bandwidth bandwidth(RateLimit limit) {
    int burst = Math.max(1, limit.requests() / BURSTS);
    // a limit of one: the next one comes after the period, and a sixtieth of it
    int steady = Math.max(1, limit.requests() - burst);
    return Bandwidth.builder()
        .capacity(burst)
        .refillGreedy(steady, limit.period().plus(limit.period().dividedBy(SLACKS)))
        .initialTokens(0)
        .build();
  }

  @Override
  public Duration acquire() {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return Duration.ZERO;
    }
    // rounded up: Bucket4j rounds down, and a back-end would be asked once more for a nanosecond
    return Duration.ofMillis(probe.getNanosToWaitForRefill() / 1_000_000 + 1);
  }

  /** The class, nothing else: a bucket may be named after a key. */
  @Override
  public String toString() {
    return "Bucket4jLimiter";
  }
}
