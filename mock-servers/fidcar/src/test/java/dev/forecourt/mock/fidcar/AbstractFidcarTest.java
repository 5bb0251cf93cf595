package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A FIDCAR mock on a free port, with a clock that stands still and ids that count; and an HTTP
 * client that knows nothing of it.
 */
abstract class AbstractFidcarTest {

  /** 14:05 in Paris. */
  static final Instant NOW = Instant.parse("2026-11-22T13:05:09Z");

  /** The documented contact and review. */
  static final String DOCUMENTED = "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicLong IDS = new AtomicLong();
  private static MockServer server;

  @BeforeAll
  static void start() {
    server =
        MockServer.builder("fidcar")
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
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
    IDS.set(0);
  }

  static Answer get(String path) {
    return send(request(path).GET());
  }

  /** Sends form fields: name, value, name, value. */
  static Answer post(String path, String... fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
    }
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }

  /** Moves the stub's clock. */
  static void clock(String instant) {
    Answer moved = control("POST", "/__mock/clock", "{\"now\":\"" + instant + "\"}");
    if (moved.status() != 200) {
      throw new AssertionError(moved.body());
    }
  }

  static Answer control(String method, String path, String json) {
    return send(
        withoutKey(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  static HttpRequest.Builder request(String path) {
    return withoutKey(path).header("Authorization", "fidcar-test-key");
  }

  static HttpRequest.Builder withoutKey(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path));
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The body FIDCAR documents for errors. */
  static String error(int status, String message) {
    return "{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\"}}";
  }

  /** A response, with a few ways to look into its JSON. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> json() {
      try {
        return (Map<String, Object>) JsonReader.read(body().getBytes(StandardCharsets.UTF_8));
      } catch (JsonProblem e) {
        throw new AssertionError(body(), e);
      }
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

    /** The same value of every item of a page. */
    List<Object> each(String path) {
      List<Object> values = new ArrayList<>();
      List<?> data = (List<?>) json().get("data");
      for (int i = 0; i < data.size(); i++) {
        values.add(at("data." + i + "." + path));
      }
      return values;
    }
  }
}
