package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When a vendor wants to be asked again, in every form it may say so (RFC 9110, 5.6.7 and 10.2.3).
 * Our clock says Fri, 02 Jan 2026 03:04:05 GMT.
 */
class RetryTimesTest {
  private static final RetryPolicy PATIENT =
      RetryPolicy.builder().timeLimit(Duration.ofDays(20_000)).build();

  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final AcmeClient client = AcmeClient.builder(server.url()).time(time).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private Duration waitAfter(WireAnswer refusal) {
    server.answer(refusal).answer("{}");
    client.get(RequestOptions.builder().retries(PATIENT).build());
    assertThat(time.waits()).hasSize(1);
    return time.waits().get(0);
  }

  private static WireAnswer refusal(int status, @Nullable String date) {
    WireAnswer refusal = WireAnswer.json(status, "{}");
    return date == null ? refusal : refusal.header("Date", date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          23                              | 23
          0.5                             | 0.5
          1.25                            | 1.25
          2.0                             | 2
          007                             | 7
          1767323045                      | 0.2
          1767323068                      | 23
          Fri, 02 Jan 2026 03:04:28 GMT   | 23
          Fri, 2 Jan 2026 03:04:28 GMT    | 23
          fri, 02 jan 2026 03:04:28 gmt   | 23
          Mon, 02 Jan 2026 03:04:28 GMT   | 23
          Fri, 02 Jan 2026 03:04:28 UTC   | 23
          Fri, 02 Jan 2026 03:04:28 +0000 | 23
          Fri, 02 JAN 2026 03:04:28 GMT   | 23
          Friday, 02-Jan-26 03:04:28 GMT  | 23
          Fri Jan  2 03:04:28 2026        | 23
          Fri Jan 02 03:04:28 2026        | 23
          """)
  void waitsAsLongAsRetryAfterSays(String retryAfter, String seconds) {
    Duration wait = waitAfter(refusal(503, null).header("Retry-After", retryAfter));

    assertThat(wait).isEqualTo(seconds(seconds));
  }

  private static Duration seconds(String text) {
    return Duration.ofMillis(new java.math.BigDecimal(text).movePointRight(3).longValueExact());
  }

  /** RFC 9110, 5.6.7: more than 50 years from now is past. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Friday, 02-Jan-76 03:04:05 GMT | 2076-01-02T03:04:05Z
          Saturday, 02-Jan-77 03:04:05 GMT | 1977-01-02T03:04:05Z
          Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z
          """)
  void readsAYearOfTwoDigitsWithinFiftyYears(String retryAfter, Instant expected) {
    server.answer(refusal(503, null).header("Retry-After", retryAfter));
    RequestOptions once = RequestOptions.builder().retries(RetryPolicy.never()).build();

    VendorResponseException thrown =
        (VendorResponseException) catchThrowable(() -> client.get(once));

    assertThat(thrown.retryAt()).contains(expected);
  }

  /** The vendor's clock is seven minutes behind ours, then seven before it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fri, 02 Jan 2026 02:57:05 GMT  | Fri, 02 Jan 2026 02:57:28 GMT | 23
          Fri, 02 Jan 2026 03:11:05 GMT  | Fri, 02 Jan 2026 03:11:28 GMT | 23
          Friday, 02-Jan-26 03:11:05 GMT | Fri Jan  2 03:11:28 2026      | 23
          Fri, 02 Jan 2026 02:57:05 GMT  | 23                            | 23
          Fri, 02 Jan 2026 02:57:05 GMT  | 1767322648                    | 23
          Fri, 02 Jan 2026 03:11:05 GMT  | Fri, 02 Jan 2026 03:04:28 GMT | 0.2
          last Friday                    | Fri, 02 Jan 2026 03:04:28 GMT | 23
          """)
  void measuresAPointInTimeAgainstTheDateOfTheAnswer(
      String date, String retryAfter, String seconds) {
    Duration wait = waitAfter(refusal(503, date).header("Retry-After", retryAfter));

    assertThat(wait).isEqualTo(seconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"1767322648, 23", "23, 23", "23.5, 23.5", "1767322648.5, 23"})
  void measuresTheResetOfALimitInTheSameWay(String reset, String seconds) {
    Duration wait =
        waitAfter(refusal(429, "Fri, 02 Jan 2026 02:57:05 GMT").header("X-RateLimit-Reset", reset));

    assertThat(wait).isEqualTo(seconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-3",
        "-0.5",
        "soon",
        "1e3",
        "1,5",
        "1.",
        ".5",
        "0x10",
        "NaN",
        "99999999999999999999",
        "0.0000000001",
        "Fri, 31 Feb 2026 03:04:28 GMT",
        "Fri, 02 Foo 2026 03:04:28 GMT",
        "Fri, 02 Jan 2026 25:04:28 GMT",
        "Fri, 02 Jan 2026 03:04:28 +0200",
        "Fri, 02 Jan +999999999 03:04:28 GMT",
        "Fri, 02 Jan 2026"
      })
  void waitsAsByItselfForWhatItCannotRead(String value) {
    Duration wait = waitAfter(refusal(429, null).header("Retry-After", value));

    assertThat(wait).isEqualTo(Duration.ofMillis(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "99"})
  void ignoresThousandsOfDigits(String digits) {
    Duration wait =
        waitAfter(refusal(429, digits.repeat(8_000)).header("Retry-After", digits.repeat(8_000)));

    assertThat(wait).isEqualTo(Duration.ofMillis(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999", "253402300799", "Fri, 31 Dec 9999 23:59:59 GMT"})
  void doesNotBeginAWaitOfYears(String value) {
    server.answer(refusal(503, null).header("Retry-After", value));

    Throwable thrown = catchThrowable(client::get);

    assertThat(thrown).isInstanceOf(VendorResponseException.class);
    assertThat(((VendorResponseException) thrown).retryAt()).isPresent();
    assertThat(time.waits()).isEmpty();
  }
}
