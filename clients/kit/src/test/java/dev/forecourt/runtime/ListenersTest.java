package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.observe.RequestEvent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a listener hears of each request. */
class ListenersTest {
  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final List<RequestEvent> events = new ArrayList<>();
  private final AcmeClient client =
      AcmeClient.builder(server.url()).time(time).listener(events::add).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private RequestEvent only() {
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  @Test
  void tellsOfASuccess() {
    server.answer(WireAnswer.json(201, "{\"id\":7}").header("X-Request-Id", "r-1"));

    client.get();

    assertThat(only().vendor()).isEqualTo("acme");
    assertThat(only().operation()).isEqualTo(AcmeClient.GET);
    assertThat(only().server()).isEqualTo(URI.create(server.url()));
    assertThat(only().path()).isEqualTo("/thing");
    assertThat(only().attempt()).isEqualTo(1);
    assertThat(only().status()).hasValue(201);
    assertThat(only().failure()).isEmpty();
    assertThat(only().retryAfter()).isEmpty();
    assertThat(only().requestBytes()).isZero();
    assertThat(only().responseBytes()).isEqualTo(8);
    assertThat(only().duration()).isPositive();
    assertThat(only().responseHeaders()).containsEntry("x-request-id", List.of("r-1"));
    assertThat(only().toString()).matches("acme getThing: GET /thing -> 201 in \\d+ ms");
  }

  @Test
  void showsOnlyHeadersThatCannotBeSecret() {
    server.answer(WireAnswer.json(200, "{}").header("Set-Cookie", "id=1"));

    client.get(RequestOptions.builder().header("X-Trace", "t").build());

    assertThat(only().requestHeaders())
        .containsEntry("accept", List.of("application/json"))
        .containsEntry("x-api-key", List.of("****"))
        .containsEntry("x-trace", List.of("****"));
    assertThat(only().responseHeaders()).containsEntry("set-cookie", List.of("****"));
  }

  @Test
  void leavesOutTheQuery() {
    server.answer(WireAnswer.of(200, "", ""));

    client.search("jane@example.com");

    assertThat(server.request().line()).contains("jane");
    assertThat(only().path()).isEqualTo("/search");
    assertThat(only().toString()).doesNotContain("jane");
  }

  @Test
  void tellsOfAnErrorStatus() {
    server.answer(WireAnswer.json(404, "{}").header("Server", "nginx"));

    Throwable thrown = catchThrowable(client::get);

    assertThat(only().status()).hasValue(404);
    assertThat(only().failure()).containsSame((VendorException) thrown);
    assertThat(only().responseHeaders()).containsEntry("server", List.of("nginx"));
    assertThat(only().responseBytes()).isZero();
    assertThat(only().toString()).matches("acme getThing: GET /thing -> 404 in \\d+ ms");
  }

  @Test
  void tellsOfAMissingAnswer() {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.DROP));

    catchThrowable(() -> client.post(RequestOptions.none()));

    assertThat(only().status()).isEmpty();
    assertThat(only().failure()).containsInstanceOf(VendorTransportException.class);
    assertThat(only().responseHeaders()).isEmpty();
    assertThat(only().toString()).matches("acme createThing: POST /thing -> no answer in \\d+ ms");
  }

  @Test
  void tellsOfAnAnswerThatCannotBeRead() {
    server.answer(WireAnswer.of(200, "", "<html>"));

    catchThrowable(client::model);

    assertThat(only().status()).hasValue(200);
    assertThat(only().failure()).containsInstanceOf(VendorDecodeException.class);
    assertThat(only().toString()).matches("acme getThing: GET /thing -> unreadable 200 in \\d+ ms");
  }

  @Test
  void tellsOfEachRequestOfACallAndOfTheWaitBetween() {
    server.answer(WireAnswer.json(503, "{}").header("Retry-After", "7")).answer("{}");

    client.get();

    assertThat(events).extracting(RequestEvent::attempt).containsExactly(1, 2);
    assertThat(events.get(0).retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(events.get(1).retryAfter()).isEmpty();
    assertThat(events.get(0).toString())
        .matches("acme getThing: GET /thing -> 503 in \\d+ ms, again in 7000 ms");
    assertThat(events.get(1).toString())
        .matches("acme getThing: GET /thing -> 200 in \\d+ ms, attempt 2");
  }

  @Test
  void tellsNothingOfARequestThatWasNotSent() {
    try (AcmeClient limited =
        AcmeClient.builder(server.url())
            .time(time)
            .listener(events::add)
            .limiter(() -> Duration.ofHours(1))
            .build()) {
      catchThrowable(limited::get);
    }

    assertThat(events).isEmpty();
  }

  @Test
  void tellsAllListenersInTheirOrder() {
    List<String> heard = new ArrayList<>();
    server.answer("{}");

    try (AcmeClient two =
        AcmeClient.builder(server.url())
            .listener(event -> heard.add("first"))
            .listener(event -> heard.add("second"))
            .build()) {
      two.get();
    }

    assertThat(heard).containsExactly("first", "second");
  }

  @Test
  void aListenerThatThrowsDisturbsNeitherCallNorOtherListeners() {
    server.answer("{}").answer("{}");

    try (AllLogs logs = new AllLogs();
        AcmeClient disturbed =
            AcmeClient.builder(server.url())
                .listener(
                    event -> {
                      throw new IllegalStateException("s3cret " + event.requestHeaders());
                    })
                .listener(
                    event -> {
                      throw new NoClassDefFoundError("s3cret");
                    })
                .listener(events::add)
                .build()) {
      assertThat(disturbed.get().status()).isEqualTo(200);

      assertThat(events).hasSize(1);
      assertThat(logs.lines())
          .filteredOn(line -> line.contains("the request listener"))
          .hasSize(2)
          .anySatisfy(
              line ->
                  assertThat(line)
                      .startsWith("dev.forecourt.acme: ")
                      .contains("failed with java.lang.IllegalStateException. The call goes on."))
          .noneMatch(line -> line.contains("s3cret"));
    }
  }
}
