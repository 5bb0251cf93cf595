package dev.forecourt.mock.autochat;

import dev.forecourt.mock.MockRequest;
import dev.forecourt.mock.MockResponse;
import dev.forecourt.mock.RateLimit;
import dev.forecourt.mock.Refusal;
import dev.forecourt.mock.VendorState;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything the Autochat stub remembers. Whoever reads or changes it holds its monitor. */
final class AutochatState implements VendorState {

  private final Tokens tokens;
  private final RateLimit tokenLimit;
  private final Map<String, Map<String, @Nullable Object>> cars = new LinkedHashMap<>();
  private final Set<String> switchedOff = new TreeSet<>();

  AutochatState(Tokens tokens, RateLimit tokenLimit) {
    this.tokens = tokens;
    this.tokenLimit = tokenLimit;
  }

  /** Puts a car into the stock, in the place of the one with its number. */
  void put(Map<String, @Nullable Object> car) {
    // the JSON of both: no pair of texts looks like another pair
    byte[] key =
        JsonWriter.object(
            out ->
                out.field("dealer", String.valueOf(car.get("dealershipId")))
                    .field("car", String.valueOf(car.get("internalId"))));
    cars.put(new String(key, java.nio.charset.StandardCharsets.UTF_8), car);
  }

  /** Whether the dealership's stock integration is off. */
  boolean isSwitchedOff(String dealershipId) {
    return switchedOff.contains(dealershipId);
  }

  @Override
  public synchronized void reset() {
    tokens.clear();
    tokenLimit.reset();
    cars.clear();
    switchedOff.clear();
  }

  @Override
  public synchronized void write(JsonWriter out) {
    out.field("tokens", tokens.size());
    out.name("switched_off").startArray();
    switchedOff.forEach(out::value);
    out.endArray();
    out.array("cars", cars.values(), out::tree);
  }

  @Override
  public Map<String, Function<MockRequest, MockResponse>> controls() {
    return Map.of(
        "POST /__mock/token-limit", this::limitTokens,
        "POST /__mock/stock-integration", this::switchIntegration);
  }

  /** {@code {"limit": 3}}: so many tokens an hour for each client; a reset puts 100 back. */
  private MockResponse limitTokens(MockRequest request) {
    if (!(body(request).get("limit") instanceof Long limit) || limit < 0 || limit > 1_000_000) {
      throw new Refusal(400, "'limit' must be a whole number between 0 and 1000000");
    }
    tokenLimit.limit(limit.intValue());
    return MockResponse.empty(204);
  }

  /** {@code {"dealershipId": "x", "enabled": false}}: what the vendor's dashboard does. */
  private synchronized MockResponse switchIntegration(MockRequest request) {
    Map<?, ?> body = body(request);
    if (!(body.get("dealershipId") instanceof String dealership)
        || !(body.get("enabled") instanceof Boolean enabled)) {
      throw new Refusal(400, "'dealershipId' must be a text and 'enabled' must be true or false");
    }
    if (enabled) {
      switchedOff.remove(dealership);
    } else {
      switchedOff.add(dealership);
    }
    return MockResponse.empty(204);
  }

  private static Map<?, ?> body(MockRequest request) {
    try {
      if (JsonReader.read(request.body()) instanceof Map<?, ?> object) {
        return object;
      }
      throw new Refusal(400, "body must be a JSON object");
    } catch (JsonProblem e) {
      throw new Refusal(400, "body is not valid JSON: " + e.getMessage());
    }
  }
}
