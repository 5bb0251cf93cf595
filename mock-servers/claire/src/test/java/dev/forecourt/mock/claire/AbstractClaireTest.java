package dev.forecourt.mock.claire;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A Claire mock with two keys, a clock that the test moves, and tasks that the test runs. */
abstract class AbstractClaireTest {

  /** 14:05 in Groningen. */
  static final Instant NOW = Instant.parse("2026-11-22T13:05:09Z");

  static final String KEY = "claire-test-key";
  static final String OTHER_KEY = "of-a-colleague";
  static final long DOCUMENTED = 4711823;

  static final WaitingTasks LATER = new WaitingTasks();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static MockServer server;
  private static volatile Instant now = NOW;

  @BeforeAll
  static void start() {
    server =
        MockServer.builder(new ClaireVendor(() -> LATER))
            .keys(KEY, OTHER_KEY)
            .clock(new TestClock())
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void reset() {
    now = NOW;
    LATER.close();
    server.reset();
  }

  static void at(Instant time) {
    now = time;
  }

  static Answer get(String path) {
    return send(request(path, KEY).GET());
  }

  static Answer post(String path, String json) {
    return send(withJson(request(path, KEY), json));
  }

  static HttpRequest.Builder withJson(HttpRequest.Builder request, String json) {
    return request
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  static HttpRequest.Builder request(String path, String key) {
    return withoutKey(path).header("Authorization", key);
  }

  static HttpRequest.Builder withoutKey(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path));
  }

  static Answer control(String path, String json) {
    return send(withJson(withoutKey("/__mock/" + path), json));
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

  /** A response, with a few ways to look into its JSON. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    long header(String name) {
      return Long.parseLong(response.headers().firstValue(name).orElse("-1"));
    }

    @Nullable Object json() {
      try {
        return JsonReader.read(body().getBytes(StandardCharsets.UTF_8));
      } catch (JsonProblem e) {
        throw new AssertionError(body(), e);
      }
    }

    /** A value inside the answer: names and indexes with dots between. */
    @Nullable Object at(String path) {
      Object value = json();
      for (String step : path.split("\\.")) {
        value =
            value instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : ((Map<?, ?>) value).get(step);
      }
      return value;
    }

    /** The same member of every item of a list: the answer itself, or a member of it. */
    List<@Nullable Object> each(String list, String name) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Object item : (List<?>) (list.isEmpty() ? json() : at(list))) {
        values.add(((Map<?, ?>) item).get(name));
      }
      return values;
    }
  }

  private static final class TestClock extends Clock {
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
