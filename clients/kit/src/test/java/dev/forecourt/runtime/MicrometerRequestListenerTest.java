package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.observe.MicrometerRequestListener;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Micrometer listener measures, and under which names. */
class MicrometerRequestListenerTest {
  private final WireServer server = new WireServer();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AcmeClient client =
      AcmeClient.builder(server.url())
          .time(new FakeTime())
          .listener(new MicrometerRequestListener(registry))
          .build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private void answer(int status) {
    server.answer(WireAnswer.json(status, "{\"id\":7}"));
  }

  private static Map<String, String> tags(Meter meter) {
    return meter.getId().getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
  }

  private Timer only() {
    assertThat(registry.find("http.client.request.duration").timers()).hasSize(1);
    return registry.get("http.client.request.duration").timer();
  }

  @Test
  void timesARequestUnderTheNamesOfOpenTelemetry() {
    answer(200);

    client.getOne(4711);

    assertThat(only().count()).isEqualTo(1);
    assertThat(only().totalTime(java.util.concurrent.TimeUnit.NANOSECONDS)).isPositive();
    assertThat(tags(only()))
        .isEqualTo(
            Map.of(
                "error.type", "none",
                "forecourt.operation", "getOne",
                "forecourt.vendor", "acme",
                "http.request.method", "GET",
                "http.request.resend_count", "0",
                "http.response.status_code", "200",
                "server.address", "127.0.0.1",
                "server.port", Integer.toString(URI.create(server.url()).getPort()),
                "url.template", "/thing/{id}"));
  }

  @Test
  void measuresManyIdsAsOneOperation() {
    for (int id = 1; id <= 20; id++) {
      answer(200);
      client.getOne(id);
    }

    assertThat(only().count()).isEqualTo(20);
  }

  @Test
  void namesTheStatusOfARefusal() {
    answer(404);

    catchThrowable(client::get);

    assertThat(tags(only()))
        .containsEntry("http.response.status_code", "404")
        .containsEntry("error.type", "404");
  }

  @Test
  void namesTheFailureWhereThereIsNoStatus() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP));

    catchThrowable(() -> client.post(RequestOptions.none()));

    assertThat(tags(only()))
        .containsEntry("http.response.status_code", "none")
        .containsEntry("error.type", "dev.forecourt.runtime.errors.VendorTransportException");
  }

  @Test
  void countsRetriesAndTellsThemFromFirstRequests() {
    answer(503);
    answer(503);
    answer(200);

    client.get();

    assertThat(registry.get("forecourt.client.retries").tag("error.type", "503").counter().count())
        .isEqualTo(2);
    assertThat(registry.find("http.client.request.duration").timers())
        .extracting(timer -> tags(timer).get("http.request.resend_count"))
        .containsExactlyInAnyOrder("0", "1", "2");
  }

  @Test
  void countsNoRetryOfARequestThatFailedForGood() {
    answer(503);

    catchThrowable(() -> client.post(RequestOptions.none()));

    assertThat(registry.find("forecourt.client.retries").counters()).isEmpty();
  }

  @Test
  void doesNotCountResendsBeyondFive() {
    RetryPolicy endless =
        RetryPolicy.builder().maxRetries(20).timeLimit(Duration.ofDays(1)).build();
    for (int i = 0; i < 20; i++) {
      answer(503);
    }
    answer(200);

    client.get(RequestOptions.builder().retries(endless).build());

    assertThat(registry.find("http.client.request.duration").timers())
        .extracting(timer -> tags(timer).get("http.request.resend_count"))
        .containsOnly("0", "1", "2", "3", "4", "5+");
  }

  @Test
  void measuresBodiesThatThereWere() {
    answer(200);
    answer(404);

    client.get();
    catchThrowable(client::get);

    assertThat(registry.get("http.client.response.body.size").summaries())
        .singleElement()
        .satisfies(
            size -> {
              assertThat(size.count()).isEqualTo(1);
              assertThat(size.totalAmount()).isEqualTo("{\"id\":7}".length());
              assertThat(size.getId().getBaseUnit()).isEqualTo("bytes");
            });
    assertThat(registry.find("http.client.request.body.size").summaries()).isEmpty();
  }

  @Test
  void showsHowManyRequestsAreLeft() {
    for (String left : List.of("10799", "10798")) {
      server.answer(WireAnswer.json(200, "{}").header("X-RateLimit-Remaining", left));
    }

    client.get();
    client.get();

    assertThat(registry.get("forecourt.client.rate_limit.remaining").gauge().value())
        .isEqualTo(10798);
  }

  @Test
  void showsNoLimitOfAVendorThatNamesNone() {
    answer(200);

    client.get();

    assertThat(registry.find("forecourt.client.rate_limit.remaining").gauges()).isEmpty();
  }

  @Test
  void givesAllMetersOfANameTheSameTags() {
    answer(503);
    answer(404);
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP));
    answer(200);

    catchThrowable(client::get);
    catchThrowable(() -> client.post(RequestOptions.none()));
    client.getOne(1);

    assertThat(registry.getMeters().stream().map(Meter::getId))
        .hasSize(6)
        .extracting(Meter.Id::getName, id -> id.getTags().stream().map(Tag::getKey).toList())
        .satisfies(
            named ->
                assertThat(named.stream().distinct())
                    .hasSameSizeAs(
                        named.stream().map(it -> it.toList().get(0)).distinct().toList()));
  }

  @Test
  void showsNeitherSecretsNorIdsNorHeaders() {
    server.answer(WireAnswer.json(200, "{\"id\":\"b0dy\"}").header("X-Request-Id", "r3quest"));
    server.answer(WireAnswer.json(401, "{\"message\":\"s3cret\"}"));

    client.getOne(4711);
    catchThrowable(() -> client.getOne(4712));

    assertThat(server.requests().get(0).head()).contains("s3cret", "/thing/4711");
    assertThat(registry.getMetersAsString())
        .contains("/thing/{id}")
        .doesNotContain("s3cret", "4711", "4712", "b0dy", "r3quest");
  }
}
