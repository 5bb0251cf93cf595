package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read by hand only where Java's own parser would give the same. */
class Rfc3339Test {
  private static final String SIGNS = "0123456789-:TZ.+ x";

  private final Random random = new Random(20261122);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-08-19T14:02:11Z",
        "2024-08-19T14:02:11.5Z",
        "2024-08-19T14:02:11.123456789+02:00",
        "2024-02-29T00:00:00-11:30",
        "9999-12-31T23:59:59+18:00"
      })
  void readsWhatWeWouldWrite(String text) {
    assertThat(Rfc3339.exact(text)).isEqualTo(OffsetDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-08-19",
        "2024-08-19T14:02Z",
        "2024-08-19 14:02:11Z",
        "2024-08-19T14:02:11",
        "2024-08-19T14:02:11z",
        "2024-08-19T14:02:11+00:00",
        "2024-08-19T14:02:11-00:00",
        "2024-08-19T14:02:11+0200",
        "2024-08-19T14:02:11.Z",
        "2024-08-19T14:02:11.50Z",
        "2024-08-19T14:02:11.1234567891Z",
        "2023-02-29T00:00:00Z",
        "2024-08-19T24:00:00Z",
        "2024-08-19T14:02:60Z",
        "2024-08-19T14:02:11+19:00",
        "+12024-08-19T14:02:11Z"
      })
  void leavesAllElseToJava(String text) {
    assertThat(Rfc3339.exact(text)).isNull();
  }

  @Test
  void agreesWithJavaOnRandomTimes() {
    for (int i = 0; i < 2000; i++) {
      String text = randomTime();

      assertThat(Rfc3339.exact(text)).as(text).isEqualTo(OffsetDateTime.parse(text));
    }
  }

  @Test
  void neverReadsWhatJavaReadsDifferently() {
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder broken = new StringBuilder(randomTime());
      broken.setCharAt(
          random.nextInt(broken.length()), SIGNS.charAt(random.nextInt(SIGNS.length())));
      OffsetDateTime time = Rfc3339.exact(broken.toString());
      if (time != null) {
        read++;
        assertThat(time).as(broken.toString()).isEqualTo(parsed(broken.toString()));
        assertThat(WireText.of(time)).isEqualTo(broken.toString());
      }
    }
    assertThat(read).isPositive();
  }

  private static OffsetDateTime parsed(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new AssertionError("Java does not read " + text, e);
    }
  }

  private String randomTime() {
    int nanos = random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
    int minutes = random.nextInt(4) == 0 ? 0 : random.nextInt(2 * 18 * 60) - 18 * 60;
    return WireText.of(
        Instant.ofEpochSecond(random.nextLong(4_000_000_000L), nanos)
            .atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)));
  }
}
