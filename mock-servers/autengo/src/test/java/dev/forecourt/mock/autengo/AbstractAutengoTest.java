package dev.forecourt.mock.autengo;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** An Autengo stub at its seed data, with a clock that tests move, and ways to ask it. */
abstract class AbstractAutengoTest {

  static final Instant NOW = Instant.parse("2026-11-22T13:05:09Z");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicLong IDS = new AtomicLong();
  private static final MovedClock CLOCK = new MovedClock();
  private static MockServer server;

  @BeforeAll
  static void start() {
    server =
        MockServer.builder("autengo")
            .clock(CLOCK)
            .ids(() -> new UUID(0, IDS.incrementAndGet()))
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void reset() {
    server.reset();
    CLOCK.now = NOW;
  }

  /** The stub's time goes on. */
  static void pass(Duration time) {
    CLOCK.now = CLOCK.now.plus(time);
  }

  static Answer get(String path) {
    return send(request(path).GET());
  }

  static Answer delete(String path) {
    return send(request(path).DELETE());
  }

  static Answer post(String path, String json) {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  static Answer put(String path, String json) {
    return send(json(path).PUT(BodyPublishers.ofString(json)));
  }

  /** A list of vehicles: name, value, name, value of the query. */
  static Answer vehicles(String... query) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < query.length; i += 2) {
      pairs.add(encode(query[i]) + "=" + encode(query[i + 1]));
    }
    return get("/v3/vehicle?" + String.join("&", pairs));
  }

  static HttpRequest.Builder request(String path) {
    return withoutKey(path).header("X-Api-Key", "autengo-test-key");
  }

  static HttpRequest.Builder withoutKey(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path));
  }

  private static HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The vendor's own sample {@code specs/autengo/evidence/<name>.json}. */
  static String evidence(String name) {
    try {
      Path specs = Path.of(System.getProperty("forecourt.specs"));
      return Files.readString(specs.resolve("autengo/evidence/" + name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of a failure. */
  static String error(String statusText) {
    return "{\"status\":\"error\",\"statusText\":\"" + statusText + "\"}";
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(String json) {
    try {
      return (Map<String, Object>) JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProblem e) {
      throw new AssertionError(json, e);
    }
  }

  /** A response, with a few ways to look into its JSON. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    Map<String, Object> json() {
      return read(body());
    }

    /** A value inside the answer: names and indexes with dots between. */
    Object at(String path) {
      Object value = json();
      for (String step : path.split("\\.")) {
        value =
            value instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : ((Map<?, ?>) value).get(step);
      }
      return value;
    }

    /** The items of a list. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list() {
      return (List<Map<String, Object>>) json().get("list");
    }

    /** The same field of every item; of a translated one the key. */
    List<Object> each(String field) {
      List<Object> values = new ArrayList<>();
      for (Map<String, Object> item : list()) {
        Object value = item.get(field);
        values.add(value instanceof Map<?, ?> pair ? pair.get("key") : value);
      }
      return values;
    }
  }

  private static final class MovedClock extends Clock {
    private volatile Instant now = NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
