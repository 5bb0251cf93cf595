package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.kit.AbstractStubTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;

/** A Fidelisa stub at its seed that knows a second provider; each call is signed anew. */
abstract class AbstractFidelisaTest extends AbstractStubTest {

  /** Already 23 November in Paris. */
  static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

  static final String PROVIDER = part("provider_code");
  static final String PROVIDER_KEY = part("provider_key");
  static final String SHOP = part("shop_code");
  static final String SHOP_KEY = part("shop_key");

  /** The documented customer, with one card. */
  static final String PIERRE = "FD39A1AA85AC4F3FB977DEA5A5786263";

  static final String CARD = "1DA03451947C4B91A0EAE4099AD01E26";

  private static final AtomicLong TOKENS = new AtomicLong();

  @BeforeAll
  static void start() {
    start(
        MockServer.builder("fidelisa")
            .keys(
                "provider:" + PROVIDER + ":" + PROVIDER_KEY,
                "provider:OTHER:other-key",
                "shop:" + SHOP + ":" + SHOP_KEY),
        NOW,
        new FidelisaVendor()::headers);
  }

  private static String part(String name) {
    return new FidelisaVendor().testCredentials().get(name);
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
    return tree(sample(file));
  }

  /** A call with all five headers. */
  static HttpRequest.Builder shop(
      String path, String provider, String providerKey, String shop, String shopKey) {
    String token = token();
    return signed(path, token, provider, providerKey)
        .header("FIDELISA_APIUSER", shop)
        .header("FIDELISA_APIUSER_KEY", Signatures.sign(shop + token, shopKey));
  }

  /** A call with the three headers of a provider. */
  static HttpRequest.Builder provider(String path) {
    return signed(path, token(), PROVIDER, PROVIDER_KEY);
  }

  static HttpRequest.Builder signed(String path, String token, String provider, String key) {
    return withoutKey(path)
        .header("FIDELISA_JETON", token)
        .header("FIDELISA_PROVIDER", provider)
        .header("FIDELISA_PROVIDER_KEY", Signatures.sign(provider + token, key));
  }

  static String token() {
    return Long.toString(TOKENS.incrementAndGet());
  }

  static Object points(String customer) {
    return get("/api/customers/" + customer + "/cards").at("cards.0.points");
  }

  /** A seeded customer of the documented shop with so many cards. */
  static String customerWithCards(int count) {
    for (Object each : send(withoutKey("/__mock/state")).items("customers")) {
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
}
