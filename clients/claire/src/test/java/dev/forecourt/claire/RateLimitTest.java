package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 10,800 requests an hour, and the headers that tell of it (claire.txt L1479-1484). */
class RateLimitTest {
  private static final Instant RESET = FakeTime.START.plusSeconds(83);

  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final ClaireClient client =
      ClaireClient.builder().apiKey("k3y").baseUrl(server.url()).clock(time).sleeper(time).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static WireAnswer limited(Instant reset) {
    return WireAnswer.of(429, "", "")
        .header("X-RateLimit-Limit", "10800")
        .header("X-RateLimit-Remaining", "0")
        .header("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
  }

  @Test
  void waitsForTheResetToTheSecond() {
    server.answer(limited(RESET)).answer("{\"id\":4711823}");

    var appointment = client.appointments().getAppointment(4711823);

    assertThat(appointment.id()).isEqualTo(4711823);
    assertThat(time.waits()).containsExactly(Duration.ofSeconds(83));
    assertThat(time.instant()).isEqualTo(RESET);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void waitsOnlyForTheRestOfABegunSecond() {
    time.pass(Duration.ofMillis(400));
    server.answer(limited(RESET)).answer("{}");

    client.appointments().getAppointment(4711823);

    assertThat(time.waits()).containsExactly(Duration.ofMillis(82_600));
    assertThat(time.instant()).isEqualTo(RESET);
  }

  @Test
  void waitsAgainIfTheNextResetIsInTimeToo() {
    server
        .answer(limited(FakeTime.START.plusSeconds(20)))
        .answer(limited(FakeTime.START.plusSeconds(50)))
        .answer("{}");

    client.appointments().getAppointment(4711823);

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(30));
  }

  @Test
  void tellsWhenToTryAgainIfTheResetIsBeyondTheTimeLimit() {
    Instant inFortyMinutes = FakeTime.START.plusSeconds(2_400);
    server.answer(limited(inFortyMinutes));

    assertThatThrownBy(() -> client.appointments().getAppointment(4711823))
        .isInstanceOfSatisfying(
            RateLimitedException.class, e -> assertThat(e.retryAt()).contains(inFortyMinutes))
        .hasMessage(
            "claire getAppointment: 429 Too Many Requests for GET /v1/appointments/4711823. The body"
                + " is empty. Try again from 2026-01-02T03:44:05Z on.");

    assertThat(time.waits()).isEmpty();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void waitsAnHourForACallThatMay() {
    RequestOptions patient =
        RequestOptions.builder()
            .retries(RetryPolicy.builder().timeLimit(Duration.ofHours(2)).build())
            .build();
    server.answer(limited(FakeTime.START.plusSeconds(3_599))).answer("{}");

    client.appointments().with(patient).getAppointment(4711823);

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(3_599));
  }

  @Test
  void showsWhatIsLeftOfTheLimit() {
    server.answer(WireAnswer.json(200, "{}").header("X-RateLimit-Remaining", "10799"));

    var answer = client.appointments().withRawResponse().getAppointment(4711823);

    assertThat(answer.header("x-ratelimit-remaining")).contains("10799");
    assertThat(answer.headers()).containsEntry("x-ratelimit-remaining", List.of("10799"));
  }

  @Test
  void sendsTheKeyInTheQueryOfEveryRequestIfAskedAndInNoHeader() {
    server.answer(limited(RESET)).answer("{}");

    try (ClaireClient inQuery =
        ClaireClient.builder()
            .apiKey("k&{y}+1")
            .apiKeyInQuery(true)
            .baseUrl(server.url())
            .clock(time)
            .sleeper(time)
            .build()) {
      inQuery.appointments().getAppointment(4711823);
    }

    assertThat(server.requests())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request.line())
                  .isEqualTo("GET /v1/appointments/4711823?api_key=k%26%7By%7D%2B1");
              assertThat(request.headers("Authorization")).isEmpty();
            });
  }

  @Test
  void sendsTheKeyInNoQueryUnlessAsked() {
    server.answer("{}");

    client.appointments().getAppointment(4711823);

    assertThat(server.request().line()).isEqualTo("GET /v1/appointments/4711823");
    assertThat(server.request().head()).contains("\r\nAuthorization: k3y");
  }
}
