package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * A Fidelisa mock on a free port, with a clock that stands still and ids that count; and an HTTP
 * client that signs each call with a token of its own.
 */
abstract class AbstractFidelisaTest {

  /** Already 23 November in Paris. */
  static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

  static final String SHOP = "619E8B5AAD5E48138881C5E7774C86B2";
  static final String SHOP_KEY = "FrZN6UChpqXBRKVExXVB";

  /** The documented customer, with one card. */
  static final String PIERRE = "FD39A1AA85AC4F3FB977DEA5A5786263";

  static final String CARD = "1DA03451947C4B91A0EAE4099AD01E26";

  private static final AtomicLong TOKENS = new AtomicLong();

  private static final AtomicLong IDS = new AtomicLong();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static MockServer server;

  @BeforeAll
  static void start() {
    server =
        MockServer.builder("fidelisa")
            .keys(
                "provider:FORECOURT:provider-test-key",
                "provider:OTHER:other-key",
                "shop:" + SHOP + ":" + SHOP_KEY)
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
    return send(shop(path).GET());
  }

  static Answer delete(String path) {
    return send(shop(path).DELETE());
  }

  static Answer post(String path, String json) {
    return send(json(shop(path), json));
  }

  /** Sends a sample of the vendor from {@code specs/fidelisa/evidence}. */
  static Answer postSample(String path, String file) {
    return post(path, sample(file));
  }

  static String sample(String file) {
    try {
      return Files.readString(Path.of("../../specs/fidelisa/evidence", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Object sampleJson(String file) {
    return read(sample(file));
  }

  static HttpRequest.Builder json(HttpRequest.Builder request, String json) {
    return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
  }

  /** A call with all five headers, in the name of the documented shop. */
  static HttpRequest.Builder shop(String path) {
    return shop(path, "FORECOURT", "provider-test-key", SHOP, SHOP_KEY);
  }

  static HttpRequest.Builder shop(
      String path, String provider, String providerKey, String shop, String shopKey) {
    String token = token();
    return signed(path, token, provider, providerKey)
        .header("FIDELISA_APIUSER", shop)
        .header("FIDELISA_APIUSER_KEY", Signatures.sign(shop + token, shopKey));
  }

  /** A call with the three headers of a provider. */
  static HttpRequest.Builder provider(String path) {
    return signed(path, token(), "FORECOURT", "provider-test-key");
  }

  static HttpRequest.Builder signed(String path, String token, String provider, String key) {
    return bare(path)
        .header("FIDELISA_JETON", token)
        .header("FIDELISA_PROVIDER", provider)
        .header("FIDELISA_PROVIDER_KEY", Signatures.sign(provider + token, key));
  }

  static HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path));
  }

  static String token() {
    return Long.toString(TOKENS.incrementAndGet());
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

  static Object points(String customer) {
    return get("/api/customers/" + customer + "/cards").at("cards.0.points");
  }

  /** A seeded customer of the documented shop with so many cards. */
  static String customerWithCards(int count) {
    Answer state = send(bare("/__mock/state"));
    for (Object each : state.items("customers")) {
      Map<?, ?> customer = (Map<?, ?>) each;
      if (((List<?>) customer.get("cards")).size() == count) {
        return (String) ((Map<?, ?>) customer.get("customer")).get("uuid");
      }
    }
    throw new AssertionError("no customer with " + count + " cards");
  }

  /** The body Fidelisa shows for refusals. */
  static String error(String message) {
    return "{\"error\":\"" + message + "\"}";
  }

  private static Object read(String json) {
    try {
      return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
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

    Object json() {
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

    /** A list inside the answer. */
    List<Object> items(String path) {
      return ((List<?>) at(path)).stream().map(Object.class::cast).toList();
    }

    /** The same member of every item of a list. */
    List<Object> each(String list, String member) {
      List<Object> values = new ArrayList<>();
      for (Object item : items(list)) {
        values.add(((Map<?, ?>) item).get(member));
      }
      return values;
    }
  }
}
