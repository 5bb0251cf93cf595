package dev.forecourt.mock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "EMAIL, zoe@example.org",
    "UUID, d57c6ec6-4ebd-4a01-a6fd-9771638424c9",
    "URI, https://example.org/",
    "DATE, 2026-11-22",
    "DATE_TIME, 2026-11-22T14:05:00Z",
    "LOCAL_DATE_TIME, 2026-11-22 14:05:00",
  })
  void endsWhereTheTextEnds(Format format, String text) {
    assertThat(format.fits(text)).isTrue();
    assertThat(format.fits(text + "\n")).as("with a line break").isFalse();
    assertThat(format.fits(text + "\u0085")).as("with a line break of another kind").isFalse();
  }
}
