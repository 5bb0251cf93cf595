package dev.forecourt.mock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.http.Refusal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DelayTest {

  @Test
  void isAlwaysTheSameWithoutARange() {
    assertThat(IntStream.range(0, 20).map(i -> Delay.of("250").millis())).containsOnly(250);
  }

  @Test
  void coversARangeWithBothEnds() {
    Delay delay = Delay.of("3-5");

    assertThat(IntStream.range(0, 500).map(i -> delay.millis())).containsOnly(3, 4, 5);
  }

  @Test
  void mayBeAMinute() {
    assertThat(Delay.of("0-60000").most()).isEqualTo(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"60001", "1-60001", "5-3", "-1", "1.5", "a", "", "1-", "99999999999"})
  void refusesWhatIsNone(String text) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Delay.of(text))
        .withMessage(
            "'delay' must be milliseconds from 0 to 60000, such as 250 or 250-900, but was '%s'",
            text);
  }
}
