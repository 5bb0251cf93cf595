package dev.forecourt.mock.kit;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.vendor.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A vendor's stub on a free port, with its seed before each test, a clock that stands still until a
 * test moves it, and ids that count; and an HTTP client that knows nothing of it.
 *
 * <pre>{@code
 * abstract class AbstractFidcarTest extends AbstractStubTest {
 *   @BeforeAll
 *   static void start() {
 *     start(new FidcarVendor());
 *   }
 * }
 * }</pre>
 */
public abstract class AbstractStubTest {

  /** What time it is before each test, unless a vendor begins at another. */
  protected static final Instant NOW = Instant.parse("2026-11-22T13:05:09Z");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicLong IDS = new AtomicLong();
  private static final TestClock CLOCK = new TestClock(NOW);

  private static @Nullable MockServer server;
  private static Supplier<Map<String, String>> headers = Map::of;
  private static Instant start = NOW;

  /** Starts the stub with the vendor's default keys. */
  protected static void start(Vendor vendor) {
    start(MockServer.builder(vendor), NOW, vendor::headers);
  }

  /**
   * Starts a stub that has settings of its own.
   *
   * @param now what time it is before each test
   * @param opens headers of one call that has the right credentials
   */
  protected static void start(
      MockServer.Builder builder, Instant now, Supplier<Map<String, String>> opens) {
    headers = opens;
    start = now;
    CLOCK.at(now);
    server = builder.clock(CLOCK).ids(() -> new UUID(0, IDS.incrementAndGet())).start();
  }

  @AfterAll
  static void stop() {
    server().close();
  }

  /** Puts the seed, the time and the ids back, as before each test. */
  @BeforeEach
  protected void reset() {
    CLOCK.at(start);
    server().reset();
    IDS.set(0);
  }

  /** The stub, for what no request can do. */
  protected static MockServer server() {
    return Objects.requireNonNull(server, "a @BeforeAll that calls start");
  }

  /** It is this time from now on. */
  protected static void at(Instant time) {
    CLOCK.at(time);
  }

  /** So much time goes by. */
  protected static void pass(Duration time) {
    CLOCK.pass(time);
  }

  protected static Answer get(String path) {
    return send(request(path).GET());
  }

  protected static Answer delete(String path) {
    return send(request(path).DELETE());
  }

  protected static Answer post(String path, String json) {
    return send(withJson(request(path), json));
  }

  protected static Answer put(String path, String json) {
    return send(withJson(request(path), json).PUT(BodyPublishers.ofString(json)));
  }

  /** A control under {@code /__mock/}, such as {@code clock}. */
  protected static Answer control(String name, String json) {
    return send(withJson(withoutKey("/__mock/" + name), json));
  }

  /** A request that has the right credentials. */
  protected static HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = withoutKey(path);
    headers.get().forEach(request::header);
    return request;
  }

  /** A request without credentials. */
  protected static HttpRequest.Builder withoutKey(String path) {
    return HttpRequest.newBuilder(URI.create(server().baseUri() + path));
  }

  /** The request as a POST of JSON. */
  protected static HttpRequest.Builder withJson(HttpRequest.Builder request, String json) {
    return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
  }

  protected static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  protected static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Pairs of a query or a form: name, value, name, value. */
  protected static String encoded(String... pairs) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      out.add(encode(pairs[i]) + "=" + encode(pairs[i + 1]));
    }
    return String.join("&", out);
  }

  /** JSON as a tree. */
  protected static @Nullable Object tree(String json) {
    try {
      return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProblem e) {
      throw new AssertionError(json, e);
    }
  }

  /** A response, with a few ways to look into its JSON. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    /** A header that holds a whole number; -1 if there is none. */
    public long number(String header) {
      return response.headers().firstValueAsLong(header).orElse(-1);
    }

    public @Nullable Object tree() {
      return AbstractStubTest.tree(body());
    }

    /** The members of the object that it is. */
    public Map<String, @Nullable Object> json() {
      return JsonTree.object(tree());
    }

    /** A value inside the answer: names and indexes with dots between; empty for all. */
    public @Nullable Object at(String path) {
      return inside(tree(), path);
    }

    /** A list inside the answer. */
    public List<@Nullable Object> items(String path) {
      return new ArrayList<>((List<?>) Objects.requireNonNull(at(path), path));
    }

    /** The objects of the first list in the answer. */
    public List<Map<String, @Nullable Object>> list() {
      return json().values().stream()
          .filter(List.class::isInstance)
          .findFirst()
          .map(JsonTree::objects)
          .orElseThrow(() -> new AssertionError("no list in " + body()));
    }

    /** The same value of every item of that list; of one with key and text, the key. */
    public List<@Nullable Object> each(String path) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Map<String, @Nullable Object> item : list()) {
        Object value = inside(item, path);
        values.add(
            value instanceof Map<?, ?> pair && pair.containsKey("key") ? pair.get("key") : value);
      }
      return values;
    }

    /** The same member of every item of a list inside the answer. */
    public List<@Nullable Object> each(String list, String path) {
      List<@Nullable Object> values = new ArrayList<>();
      items(list).forEach(item -> values.add(inside(item, path)));
      return values;
    }

    private static @Nullable Object inside(@Nullable Object tree, String path) {
      Object value = tree;
      for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
        value =
            value instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : ((Map<?, ?>) Objects.requireNonNull(value, path)).get(step);
      }
      return value;
    }
  }
}
