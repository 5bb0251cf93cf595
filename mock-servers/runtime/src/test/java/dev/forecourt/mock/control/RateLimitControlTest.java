package dev.forecourt.mock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitControlTest {

  private static final Instant START = Instant.parse("2026-11-22T13:00:00Z");

  private final RateLimit limit =
      new RateLimit(2, Duration.ofHours(1), Clock.fixed(START, ZoneOffset.UTC));
  private final RateLimitControl control = new RateLimitControl(limit);

  private static RateLimit.Window window(int remaining, boolean exceeded) {
    return new RateLimit.Window(2, remaining, START.plus(Duration.ofHours(1)), exceeded);
  }

  @Test
  void takesAnotherPeriodToo() {
    control.set(ControlRequest.json("{\"limit\":1,\"seconds\":60}"));

    assertThat(limit.count("a").end()).isEqualTo(START.plusSeconds(60));
    assertThat(limit.refusal(limit.count("a")).reason())
        .isEqualTo(
            "This credential has used up its limit (1 in 60 seconds). Go on at 2026-11-22T13:01:00Z.");
  }

  @Test
  void putsTheFirstLimitBackForNull() {
    control.set(ControlRequest.json("{\"limit\":0}"));

    control.set(ControlRequest.json("{\"limit\":null}"));

    assertThat(limit.count("a")).isEqualTo(window(1, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"limit\":-1}", "{\"limit\":\"3\"}", "{\"limit\":1,\"seconds\":0}", "no"})
  void refusesALimitThatIsNone(String json) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> control.set(ControlRequest.json(json)));
    assertThat(limit.count("a")).isEqualTo(window(1, false));
  }
}
