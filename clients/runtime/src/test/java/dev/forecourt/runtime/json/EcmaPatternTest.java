package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are what Node 22 says of {@code new RegExp(pattern, "u").test(text)}. */
class EcmaPatternTest {

  @ParameterizedTest
  @CsvSource({
    "'^a$', 'a', true",
    "'^a$', 'a\n', false",
    "'^a$', 'xa', false",
    "'b', 'abc', true",
    "'^.$', '\u0085', true",
    "'^.$', '\u2028', false",
    "'^.$', '\r', false",
    "'^.$', '😀', true",
    "'^\\s$', '\u00A0', true",
    "'^[\\s]$', '\uFEFF', true",
    "'^\\S$', '\u00A0', false",
    "'^\\d+$', '٣', false",
    "'^[a&&b]+$', 'a&b', true",
    "'^[[]$', '[', true",
    "'^[^]$', '\n', true",
    "'^[.$]+$', '.$', true",
    "'^\\$\\.$', '$.', true",
    "'^[\\]]$', ']', true",
    "'^(|https?://.+)$', '', true",
    "'^(|https?://.+)$', 'ftp://x', false",
    "'^([01]\\d|2[0-3]):[0-5]\\d$', '24:00', false"
  })
  void meansWhatEcmaScriptMeans(String pattern, String text, boolean found) {
    assertThat(new EcmaPattern(pattern).finds(text)).isEqualTo(found);
  }
}
