package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.RequestLimitException;
import dev.forecourt.runtime.errors.ServerErrorException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.NobodyListens;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.limits.RateLimit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a request is retried, and how long the client waits before. */
class RetriesTest {
  private static final RequestOptions REPEATABLE =
      RequestOptions.builder().repeatable(true).build();

  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final AcmeClient client = AcmeClient.builder(server.url()).time(time).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static WireAnswer status(int status) {
    return WireAnswer.json(status, "{}");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void repeatsAReadAfter(int status) {
    server.answer(status(status)).answer("{\"id\":7}");

    assertThat(client.get().model()).containsEntry("id", 7);

    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 408, 409, 422, 500, 501})
  void doesNotRepeatAReadAfter(int status) {
    server.answer(status(status)).answer("{}");

    assertThatThrownBy(client::get).isInstanceOf(VendorResponseException.class);

    assertThat(server.requests()).hasSize(1);
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void repeatsAPutWhoseConnectionDropped() {
    server.answer(status(200).fault(WireAnswer.Fault.DROP)).answer("{}");

    client.put();

    assertThat(server.requests()).hasSize(2);
    assertThat(time.waits()).hasSize(1);
  }

  /** Nothing below our retries repeats a request that a new connection lost. */
  @Test
  void sendsAReadOnceWhenItMayNotRepeat() {
    server.answer(status(200).fault(WireAnswer.Fault.DROP)).answer("{}");

    assertThatThrownBy(
            () -> client.get(RequestOptions.builder().retries(RetryPolicy.never()).build()))
        .isInstanceOf(VendorTransportException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void repeatsAReadThatFoundNobody() throws IOException {
    try (NobodyListens nobody = new NobodyListens();
        AcmeClient lonely = AcmeClient.builder(nobody.url()).time(time).build()) {
      assertThatThrownBy(lonely::get)
          .isInstanceOf(VendorTransportException.class)
          .hasMessage(
              "acme getThing: no connection for GET /thing at "
                  + nobody.url().substring("http://".length())
                  + ". Check the base URL and the network. Sent 3 times.");
    }
    assertThat(time.waits()).hasSize(2);
  }

  @Test
  void doesNotRepeatAnAnswerThatCannotBeRead() {
    server.answer(WireAnswer.of(200, "", "<html>")).answer("{}");

    assertThatThrownBy(client::model).isInstanceOf(VendorDecodeException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void repeatsAPut() {
    server.answer(status(503)).answer("{}");

    client.put();

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void repeatsAPostThatTheContractCallsIdempotent() {
    server.answer(status(503)).answer("{}");

    client.search();

    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void doesNotRepeatAPostAfter(int status) {
    server.answer(status(status).header("Retry-After", "0")).answer("{}");

    assertThatThrownBy(() -> client.post(RequestOptions.none()))
        .isInstanceOf(VendorResponseException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void repeatsAPostIfTheCallerAllowsIt() {
    server.answer(status(200).fault(WireAnswer.Fault.DROP)).answer(status(503)).answer("{}");

    client.post(REPEATABLE);

    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void givesUpAfterTwoRetriesAndSaysSo() {
    server.answer(status(503)).answer(status(503)).answer(status(503)).answer("{}");

    assertThatThrownBy(client::get)
        .isInstanceOfSatisfying(
            ServerErrorException.class, e -> assertThat(e.attempts()).isEqualTo(3))
        .hasMessageEndingWith(" Sent 3 times.");

    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void doublesTheDelayUpToItsMaximum() {
    RetryPolicy patient =
        RetryPolicy.builder().maxRetries(6).maxDelay(Duration.ofSeconds(2)).build();
    for (int i = 0; i < 6; i++) {
      server.answer(status(502));
    }
    server.answer("{}");

    client.get(RequestOptions.builder().retries(patient).build());

    assertThat(time.waits())
        .extracting(Duration::toMillis)
        .containsExactly(200L, 400L, 800L, 1600L, 2000L, 2000L);
  }

  @Test
  void waitsForARandomPartOfTheDelay() {
    server.answer(status(502)).answer(status(502)).answer("{}");

    try (AcmeClient jittery =
        AcmeClient.builder(server.url()).time(time).jitter(() -> 0.25).build()) {
      jittery.get();
    }

    assertThat(time.waits()).extracting(Duration::toMillis).containsExactly(50L, 100L);
  }

  @Test
  void drawsADifferentPartEachTimeByDefault() {
    for (int i = 0; i < 40; i++) {
      server.answer(status(502)).answer("{}");
    }

    try (AcmeClient standard = AcmeClient.builder(server.url()).clock(time).sleeper(time).build()) {
      for (int i = 0; i < 40; i++) {
        standard.get();
      }
    }

    assertThat(time.waits())
        .hasSize(40)
        .allMatch(wait -> wait.compareTo(Duration.ofMillis(200)) <= 0)
        .doesNotHaveDuplicates();
  }

  @Test
  void waitsAsLongAsRetryAfterSays() {
    server.answer(status(503).header("Retry-After", "17")).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void waitsUntilTheDateOfRetryAfter() {
    server.answer(status(429).header("Retry-After", "Fri, 02 Jan 2026 03:04:28 GMT")).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(23));
  }

  @Test
  void waitsToTheSecondForTheResetOfTheRateLimit() {
    long reset = FakeTime.START.plusSeconds(37).getEpochSecond();
    server.answer(status(429).header("X-RateLimit-Reset", Long.toString(reset))).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(37));
    assertThat(time.instant()).isEqualTo(Instant.ofEpochSecond(reset));
  }

  @Test
  void takesASmallResetForSecondsToWait() {
    server.answer(status(429).header("X-RateLimit-Reset", "12")).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(12));
  }

  @Test
  void prefersRetryAfterToTheReset() {
    server
        .answer(status(429).header("Retry-After", "3").header("X-RateLimit-Reset", "50"))
        .answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void ignoresTheResetWhereTheLimitIsNotTheReason() {
    server.answer(status(503).header("X-RateLimit-Reset", "50")).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofMillis(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fri, 02 jan 2026 03:04:28 gmt",
        "friday, 02-jan-26 03:04:28 gmt",
        "fri jan  2 03:04:28 2026",
        "Fri, 02 Jan 2026 03:04:28 utc"
      })
  void readsDatesInAnyCase(String date) {
    server.answer(status(503).header("Retry-After", date)).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(23));
  }

  @Test
  void readsALeapSecondAsTheSecondBeforeIt() {
    server.answer(status(503).header("Retry-After", "Fri, 02 Jan 2026 03:04:60 GMT")).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(54));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "-3", "1e3", "", "99999999999999999999", "1.", ".5", "1,5", "0x10"})
  void ignoresARetryAfterThatItCannotRead(String value) {
    server.answer(status(503).header("Retry-After", value)).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void doesNotHammerWhenTheResetIsPast() {
    long past = FakeTime.START.minusSeconds(60).getEpochSecond();
    server.answer(status(429).header("X-RateLimit-Reset", Long.toString(past))).answer("{}");

    client.get();

    assertThat(time.waits()).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void doesNotBeginAWaitBeyondTheTimeLimit() {
    Instant reset = FakeTime.START.plusSeconds(3000);
    server.answer(status(429).header("X-RateLimit-Reset", Long.toString(reset.getEpochSecond())));

    assertThatThrownBy(client::get)
        .isInstanceOfSatisfying(
            RateLimitedException.class, e -> assertThat(e.retryAt()).contains(reset))
        .hasMessage(
            "acme getThing: 429 Too Many Requests for GET /thing. The body is not ACME's error"
                + " JSON: \"{}\". Try again from 2026-01-02T03:54:05Z on.");

    assertThat(time.waits()).isEmpty();
  }

  @Test
  void waitsAnHourIfTheTimeLimitAllowsIt() {
    RetryPolicy patient = RetryPolicy.builder().timeLimit(Duration.ofHours(2)).build();
    server.answer(status(429).header("Retry-After", "3600")).answer("{}");

    client.get(RequestOptions.builder().retries(patient).build());

    assertThat(time.waits()).containsExactly(Duration.ofHours(1));
  }

  @Test
  void endsAllRetriesAtTheTimeLimit() {
    RetryPolicy endless =
        RetryPolicy.builder().maxRetries(1000).timeLimit(Duration.ofSeconds(10)).build();
    for (int i = 0; i < 20; i++) {
      server.answer(status(503).header("Retry-After", "3"));
    }

    Throwable thrown =
        catchThrowable(() -> client.get(RequestOptions.builder().retries(endless).build()));

    assertThat(thrown).isInstanceOf(ServerErrorException.class);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void doesNotWaitForAnAnswerBeyondTheTimeLimit() {
    RetryPolicy hurried =
        RetryPolicy.builder().maxRetries(0).timeLimit(Duration.ofMillis(300)).build();
    server.answer(status(200).fault(WireAnswer.Fault.SILENCE));

    assertThatThrownBy(() -> client.get(RequestOptions.builder().retries(hurried).build()))
        .hasMessageContaining("no complete answer within PT0.3S");
  }

  @Test
  void sendsOnceWithThePolicyThatNeverRepeats() {
    server.answer(status(503)).answer("{}");

    assertThatThrownBy(
            () -> client.get(RequestOptions.builder().retries(RetryPolicy.never()).build()))
        .isInstanceOf(ServerErrorException.class);

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void asksTheLimiterBeforeEveryRequestAndWaitsAsItSays() {
    List<Duration> leave =
        new ArrayList<>(List.of(Duration.ofSeconds(4), Duration.ZERO, Duration.ZERO));
    server.answer(status(503)).answer("{}");

    try (AcmeClient limited =
        AcmeClient.builder(server.url()).time(time).limiter(() -> leave.remove(0)).build()) {
      limited.get();
    }

    assertThat(leave).isEmpty();
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(4), Duration.ofMillis(200));
  }

  @Test
  void sendsNothingThatTheLimiterDoesNotAllowInTime() {
    try (AcmeClient limited =
        AcmeClient.builder(server.url()).time(time).limiter(() -> Duration.ofMinutes(10)).build()) {
      assertThatThrownBy(limited::get)
          .isInstanceOfSatisfying(
              RequestLimitException.class,
              e -> assertThat(e.retryAt()).isEqualTo(Instant.parse("2026-01-02T03:14:05Z")))
          .hasMessage(
              "acme getThing: not sent, because the limiter of this client is used up until"
                  + " 2026-01-02T03:14:05Z. Wait until then, send less, or raise the time limit of"
                  + " the retry policy.");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void sendsNothingIfTheLimiterFails() {
    IllegalStateException failure =
        new IllegalStateException("wrapper", new java.net.ConnectException("refused"));
    try (AcmeClient limited =
        AcmeClient.builder(server.url())
            .time(time)
            .limiter(
                () -> {
                  throw failure;
                })
            .build()) {
      assertThatThrownBy(limited::get)
          .isInstanceOf(RequestLimitException.class)
          .hasCause(failure)
          .hasMessage(
              "acme getThing: not sent, because the limiter of this client failed with"
                  + " java.net.ConnectException. If it shares a bucket, check the store of the"
                  + " bucket; a later call asks it anew.");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void refusesPoliciesThatCannotBe() {
    assertThatThrownBy(() -> RetryPolicy.builder().maxRetries(-1))
        .hasMessage("maxRetries must not be negative: -1. Write 0 for no retries.");
    assertThatThrownBy(() -> RetryPolicy.builder().timeLimit(Duration.ZERO))
        .hasMessage(
            "timeLimit must be at least 1 millisecond: PT0S. For a long wait, name a long time.");
  }

  @Test
  void refusesRateLimitsThatCannotBe() {
    assertThatThrownBy(() -> new RateLimit(0, Duration.ofHours(1)))
        .hasMessage("A rate limit must allow at least 1 request: 0. Leave it out for none.");
    assertThatThrownBy(() -> new RateLimit(1, Duration.ZERO))
        .hasMessage(
            "Period of a rate limit must be at least 1 millisecond: PT0S. For a long wait, name a"
                + " long time.");
  }
}
