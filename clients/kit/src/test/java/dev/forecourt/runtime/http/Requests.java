package dev.forecourt.runtime.http;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Requests in short, for tests. */
final class Requests {
  static final Duration LONG = Duration.ofSeconds(20);

  private Requests() {}

  static WireRequest get(URI uri) {
    return new WireRequest("GET", uri, Map.of(), null, LONG);
  }

  static WireRequest get(URI uri, Duration timeout) {
    return new WireRequest("GET", uri, Map.of(), null, timeout);
  }

  static WireRequest get(URI uri, String header, String value) {
    return new WireRequest("GET", uri, Map.of(header, List.of(value)), null, LONG);
  }

  static WireRequest post(URI uri, String body) {
    return post(uri, body.getBytes(StandardCharsets.UTF_8), LONG);
  }

  static WireRequest post(URI uri, byte[] body, Duration timeout) {
    return new WireRequest("POST", uri, Map.of(), body, timeout);
  }

  static TransportFailure failure(Transport transport, WireRequest request) {
    TransportFailure failure =
        catchThrowableOfType(TransportFailure.class, () -> transport.send(request));
    if (failure == null) {
      throw new AssertionError("There was an answer.");
    }
    return failure;
  }

  static String text(WireResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("waited for 20 seconds");
      }
      Thread.sleep(5);
    }
  }
}
