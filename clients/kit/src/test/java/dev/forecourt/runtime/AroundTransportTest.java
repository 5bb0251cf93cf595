package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wrapping what sends the requests: the example of the README, and what it must not change. */
class AroundTransportTest {
  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  /** Part of the guide to logs, metrics and traces. */
  private static WireRequest withHeader(WireRequest request, String name, String value) {
    Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
    headers.put(name, List.of(value));
    return new WireRequest(
        request.method(), request.uri(), headers, request.body(), request.timeout());
  }

  @Test
  void addsATraceToEveryRequestOfACall() {
    AtomicInteger span = new AtomicInteger();
    Supplier<String> tracer =
        () ->
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00000000000000%02x-01"
                .formatted(span.incrementAndGet());
    server.answer(WireAnswer.json(503, "{}")).answer("{}");

    try (AcmeClient client =
        AcmeClient.builder(server.url())
            .time(new FakeTime())
            .aroundTransport(
                next -> request -> next.send(withHeader(request, "traceparent", tracer.get())))
            .build()) {
      client.get();
    }

    assertThat(server.requests())
        .extracting(request -> request.header("traceparent"))
        .containsExactly(
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000001-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000002-01");
    assertThat(server.requests()).allMatch(it -> it.header("X-Api-Key").equals("s3cret"));
  }

  @Test
  void sendsNoTraceByItself() {
    server.answer("{}");

    try (AcmeClient client = AcmeClient.builder(server.url()).build()) {
      client.get();
    }

    assertThat(server.request().headers("traceparent")).isEmpty();
  }

  @Test
  void wrapsATransportOfTheCallersToo() {
    List<String> order = new ArrayList<>();
    Transport own =
        request -> {
          order.add("own");
          throw new TransportFailure(
              TransportFailure.Kind.BROKEN, "acme.example", true, "gone", null);
        };

    try (AcmeClient client =
        AcmeClient.builder(server.url())
            .transport(own)
            .aroundTransport(
                next ->
                    request -> {
                      order.add("around");
                      return next.send(request);
                    })
            .build()) {
      assertThatThrownBy(() -> client.post(RequestOptions.none()))
          .isInstanceOf(VendorTransportException.class);
    }

    assertThat(order).containsExactly("around", "own");
  }

  @Test
  void hidesTheKeyInWhatAWrapperThrows() {
    try (AcmeClient client =
        AcmeClient.builder(server.url())
            .aroundTransport(
                next ->
                    request -> {
                      throw new IllegalStateException("cannot send " + request.headers());
                    })
            .build()) {
      assertThatThrownBy(() -> client.post(RequestOptions.none()))
          .isInstanceOf(VendorTransportException.class)
          .hasMessageContaining("X-Api-Key=[****]")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void endsRequestsUnderWayWithTheClientThoughItIsWrapped() throws Exception {
    server.answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));
    AcmeClient client =
        AcmeClient.builder(server.url()).aroundTransport(next -> next::send).build();

    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(
            () -> catchThrowable(() -> client.post(RequestOptions.none())));
    while (server.requests().isEmpty()) {
      Thread.sleep(5);
    }
    client.close();

    assertThat(failure.get(5, TimeUnit.SECONDS)).isInstanceOf(VendorTransportException.class);
  }
}
