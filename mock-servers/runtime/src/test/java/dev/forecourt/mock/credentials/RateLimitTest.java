package dev.forecourt.mock.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.http.MockResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateLimitTest {

  private static final Instant START = Instant.parse("2026-11-22T13:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final RateLimit limit = new RateLimit(2, Duration.ofHours(1), clock());

  @Test
  void countsDownAndSaysWhenTheWindowEnds() {
    assertThat(limit.count("a")).isEqualTo(window(1, false));
    assertThat(limit.count("a")).isEqualTo(window(0, false));
    assertThat(limit.count("a")).isEqualTo(window(0, true));
  }

  @Test
  void countsEachKeyByItself() {
    limit.count("a");
    limit.count("a");

    assertThat(limit.count("b")).isEqualTo(window(1, false));
    assertThat(limit.window("c")).isEqualTo(window(2, false));
  }

  @Test
  void beginsAnewAtTheEndOfTheWindowAndNotBefore() {
    IntStream.range(0, 3).forEach(i -> limit.count("a"));

    now.set(START.plusSeconds(3599));
    assertThat(limit.count("a").exceeded()).isTrue();
    now.set(START.plusSeconds(3600));
    assertThat(limit.count("a").exceeded()).isFalse();
  }

  @Test
  void takesAnotherLimitUntilReset() {
    limit.limit(0);
    assertThat(limit.count("a").exceeded()).isTrue();

    limit.reset();
    assertThat(limit.count("a")).isEqualTo(window(1, false));
  }

  @Test
  void asksToWaitUntilTheWindowHasEnded() {
    limit.limit(0);
    RateLimit.Window window = limit.count("a");
    now.set(START.plusSeconds(3600).minusMillis(1500));

    MockResponse answer = limit.refusal(window).in(MockResponse.empty(429));

    assertThat(answer.header("Retry-After")).isEqualTo("2");
  }

  @Test
  void isOffUntilALimitIsSet() {
    RateLimit unlimited = RateLimit.unlimited(clock());

    assertThat(unlimited.isOn()).isFalse();
    unlimited.limit(5);
    assertThat(unlimited.isOn()).isTrue();
    unlimited.reset();
    assertThat(unlimited.isOn()).isFalse();
  }

  @Test
  void forgetsWindowsThatEndedBeforeThereAreTooMany() {
    IntStream.range(0, 10_000).forEach(i -> limit.count("key" + i));
    now.set(START.plusSeconds(3600));

    limit.count("one more");

    assertThat(limit.size()).isEqualTo(1);
  }

  @Test
  void losesNoCountOfConcurrentRequests() {
    limit.limit(1000);

    long taken =
        IntStream.range(0, 1500).parallel().filter(i -> !limit.count("a").exceeded()).count();

    assertThat(taken).isEqualTo(1000);
  }

  private static RateLimit.Window window(int remaining, boolean exceeded) {
    return new RateLimit.Window(2, remaining, START.plusSeconds(3600), exceeded);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }
}
