package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T09:30",
        "2026-01-31T09:30:59",
        "2024-02-29T23:59:59",
        "2026-01-31T09:30:00.5",
        "+12026-01-31T09:30:00",
        "-0001-01-31T09:30"
      })
  void readsWhatTheJdkReads(String text) {
    assertThat(PlainTime.read(text)).isEqualTo(LocalDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31 09:30:00",
        "2026-01-31T09.30:00",
        "2026-01-31T09:30.00",
        "2026-02-29T09:30:00",
        "2026-01-31T24:00:00",
        "2026-01-31T09:3x:00",
        "2026-01-31T09:30:0٣",
        "2026-01-31T09:30Z"
      })
  void refusesWhatTheJdkRefuses(String text) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> LocalDateTime.parse(text));
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> PlainTime.read(text));
  }
}
