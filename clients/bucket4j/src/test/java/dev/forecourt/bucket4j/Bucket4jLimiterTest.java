package dev.forecourt.bucket4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.claire.ClaireClient;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.RequestLimitException;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.limits.RateLimit;
import dev.forecourt.runtime.limits.RequestLimiter;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.grid.jcache.Bucket4jJCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much a limiter lets through, and what a client does meanwhile. */
class Bucket4jLimiterTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final TimeMeter meter = new FakeMeter(time);

  @AfterEach
  void stop() {
    server.close();
  }

  /** When requests left that a caller sent as fast as it could. */
  private List<Instant> eager(Duration howLong, RequestLimiter... limiters) {
    Instant end = time.instant().plus(howLong);
    List<Instant> sent = new ArrayList<>();
    for (int i = 0; time.instant().isBefore(end); i++) {
      Duration wait = limiters[i % limiters.length].acquire();
      if (wait.isZero()) {
        sent.add(time.instant());
      } else {
        time.pass(wait);
      }
    }
    return sent;
  }

  /** The most requests in any window of this length, both ends included. */
  private static int mostWithin(Duration window, List<Instant> sent) {
    int most = 0;
    for (int first = 0, next = 0; first < sent.size(); first++) {
      Instant end = sent.get(first).plus(window);
      while (next < sent.size() && !sent.get(next).isAfter(end)) {
        next++;
      }
      most = Math.max(most, next - first);
    }
    return most;
  }

  @Test
  void keepsClairesLimitInEveryHour() {
    List<Instant> sent =
        eager(Duration.ofHours(3), Bucket4jLimiter.local(ClaireClient.RATE_LIMIT, meter));

    assertThat(mostWithin(HOUR, sent)).isLessThanOrEqualTo(10_800);
    for (int hour = 0; hour < 3; hour++) {
      Instant begin = FakeTime.START.plus(HOUR.multipliedBy(hour));
      assertThat(sent.stream().filter(it -> !it.isBefore(begin) && it.isBefore(begin.plus(HOUR))))
          .hasSizeLessThanOrEqualTo(10_800);
    }
  }

  @Test
  void keepsClairesLimitWhenItSavedUpForABurst() {
    Bucket4jLimiter limiter = Bucket4jLimiter.local(ClaireClient.RATE_LIMIT, meter);
    time.pass(HOUR);

    List<Instant> sent = eager(Duration.ofHours(3), limiter);

    assertThat(sent.subList(0, 1_080)).containsOnly(FakeTime.START.plus(HOUR));
    assertThat(mostWithin(HOUR, sent)).isBetween(10_600, 10_800);
  }

  @Test
  void keepsClairesLimitWhereRequestsArriveAMinuteCloserTogether() {
    Bucket4jLimiter limiter = Bucket4jLimiter.local(ClaireClient.RATE_LIMIT, meter);
    time.pass(HOUR);

    List<Instant> sent = eager(Duration.ofHours(3), limiter);

    assertThat(mostWithin(HOUR.plusMinutes(1), sent)).isLessThanOrEqualTo(10_800);
  }

  @Test
  void keepsClairesLimitWhenTheProcessIsStartedAgain() {
    List<Instant> sent = new ArrayList<>();

    for (int start = 0; start < 12; start++) {
      sent.addAll(
          eager(Duration.ofMinutes(15), Bucket4jLimiter.local(ClaireClient.RATE_LIMIT, meter)));
    }

    assertThat(mostWithin(HOUR, sent)).isBetween(9_500, 10_800);
  }

  @Test
  void letsNineTenthsThroughForAsLongAsItTakes() {
    List<Instant> sent =
        eager(Duration.ofHours(3), Bucket4jLimiter.local(ClaireClient.RATE_LIMIT, meter));

    assertThat(sent).hasSizeGreaterThan(3 * 9_500);
  }

  /** Why the bucket does not simply hold the limit: what this test would find. */
  @Test
  void wouldNotKeepClairesLimitWithABucketThatHoldsAllOfIt() {
    Bucket naive =
        Bucket.builder()
            .addLimit(Bandwidth.builder().capacity(10_800).refillGreedy(10_800, HOUR).build())
            .withCustomTimePrecision(meter)
            .build();

    List<Instant> sent = eager(Duration.ofHours(3), new Bucket4jLimiter(naive));

    assertThat(mostWithin(HOUR, sent)).isBetween(21_590, 21_600);
  }

  @ParameterizedTest
  @CsvSource({"1,PT1H", "2,PT1H", "9,PT1M", "11,PT1M", "100,PT1S", "3600,PT1H"})
  void keepsOtherLimits(int requests, Duration period) {
    Bucket4jLimiter limiter = Bucket4jLimiter.local(new RateLimit(requests, period), meter);
    time.pass(period);

    List<Instant> sent = eager(period.multipliedBy(5), limiter);

    assertThat(sent).isNotEmpty();
    assertThat(mostWithin(period, sent)).isLessThanOrEqualTo(requests);
  }

  @Test
  void doesNotTakeATokenThatItDoesNotUse() {
    Bucket4jLimiter limiter = Bucket4jLimiter.local(new RateLimit(2, HOUR), meter);

    Duration first = limiter.acquire();
    Duration second = limiter.acquire();

    assertThat(first).isEqualTo(Duration.ofMinutes(61).plusMillis(1));
    assertThat(second).isEqualTo(first);
    time.pass(first);
    assertThat(limiter.acquire()).isZero();
  }

  private ClaireClient.Builder client(RequestLimiter limiter) {
    return ClaireClient.builder()
        .apiKey("k3y")
        .baseUrl(server.url())
        .clock(time)
        .sleeper(time)
        .limiter(limiter);
  }

  @Test
  void letsTheClientWaitForItsTurn() {
    server.answer("{}").answer("{}");

    try (ClaireClient client =
        client(Bucket4jLimiter.local(ClaireClient.RATE_LIMIT, meter)).build()) {
      client.appointments().getAppointment(1);
      client.appointments().getAppointment(2);
    }

    // 9,720 in 61 minutes
    assertThat(time.waits()).containsExactly(Duration.ofMillis(377), Duration.ofMillis(377));
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void doesNotLetTheClientWaitIfNothingWasSentForAWhile() {
    server.answer("{}").answer("{}");
    Bucket4jLimiter limiter = Bucket4jLimiter.local(ClaireClient.RATE_LIMIT, meter);
    time.pass(Duration.ofMinutes(1));

    try (ClaireClient client = client(limiter).build()) {
      client.appointments().getAppointment(1);
      client.appointments().getAppointment(2);
    }

    assertThat(time.waits()).isEmpty();
  }

  @Test
  void endsTheCallIfItsTimeLimitIsTooShort() {
    Bucket4jLimiter limiter = Bucket4jLimiter.local(new RateLimit(1, HOUR), meter);

    try (ClaireClient client = client(limiter).build()) {
      assertThatThrownBy(() -> client.appointments().getAppointment(1))
          .isInstanceOfSatisfying(
              RequestLimitException.class,
              e ->
                  assertThat(e.retryAt())
                      .isEqualTo(FakeTime.START.plus(Duration.ofMinutes(61)).plusMillis(1)))
          .hasMessage(
              "claire getAppointment: not sent, because the limiter of this client is used up until"
                  + " 2026-01-02T04:05:05.001Z. Wait until then, send less, or raise the time limit of"
                  + " the retry policy.");
    }

    assertThat(server.requests()).isEmpty();
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void goesOnIfTheTimeLimitIsLongEnough() {
    server.answer("{}");
    Bucket4jLimiter limiter = Bucket4jLimiter.local(new RateLimit(1, HOUR), meter);

    try (ClaireClient client =
        client(limiter)
            .retries(RetryPolicy.builder().timeLimit(Duration.ofHours(2)).build())
            .build()) {
      client.appointments().getAppointment(1);
    }

    assertThat(server.requests()).hasSize(1);
    assertThat(time.waits()).containsExactly(Duration.ofMinutes(61).plusMillis(1));
  }

  @Test
  void keepsOneLimitForTwoClients() {
    server.answer("{}").answer("{}").answer("{}");
    Bucket4jLimiter limiter =
        Bucket4jLimiter.local(new RateLimit(61, Duration.ofMinutes(1)), meter);
    time.pass(Duration.ofMinutes(1));

    // six tokens are saved up
    for (int i = 0; i < 5; i++) {
      limiter.acquire();
    }
    try (ClaireClient one = client(limiter).build();
        ClaireClient other = client(limiter).build()) {
      one.appointments().getAppointment(1);
      other.appointments().getAppointment(2);
      one.appointments().getAppointment(3);
    }

    // 55 in 61 seconds
    assertThat(time.waits())
        .hasSize(2)
        .allMatch(wait -> wait.toMillis() == 1_109 || wait.toMillis() == 1_110);
  }

  @Test
  void keepsOneLimitForTwoProcessesByABackEnd() {
    RateLimit limit = new RateLimit(600, HOUR);
    try (CachingProvider provider = Caching.getCachingProvider()) {
      Cache<String, byte[]> cache =
          provider.getCacheManager().createCache("buckets", new MutableConfiguration<>());

      List<Instant> sent = eager(Duration.ofHours(3), shared(cache, limit), shared(cache, limit));

      assertThat(mostWithin(HOUR, sent)).isBetween(530, 600);
    }
  }

  /** Each call is a process of its own, but for the cache. */
  private Bucket4jLimiter shared(Cache<String, byte[]> cache, RateLimit limit) {
    return new Bucket4jLimiter(
        Bucket4jJCache.entryProcessorBasedBuilder(cache)
            .clientClock(meter)
            .build()
            .builder()
            .build("forecourt claire", () -> Bucket4jLimiter.configuration(limit)));
  }

  @Test
  void doesNotKeepOneLimitForTwoProcessesByItself() {
    RateLimit limit = new RateLimit(600, HOUR);

    List<Instant> sent =
        eager(
            Duration.ofHours(3),
            Bucket4jLimiter.local(limit, meter),
            Bucket4jLimiter.local(limit, meter));

    assertThat(mostWithin(HOUR, sent)).isGreaterThan(1_000);
  }

  @Test
  void takesTheTimeOfTheProcessByDefault() {
    Bucket4jLimiter limiter = Bucket4jLimiter.local(new RateLimit(1, HOUR));

    assertThat(limiter.acquire())
        .isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61).plusMillis(1));
    assertThat(limiter).hasToString("Bucket4jLimiter");
  }

  private record FakeMeter(FakeTime time) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = time.instant();
      return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
