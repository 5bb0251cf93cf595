package dev.forecourt.mock.autochat;

import dev.forecourt.mock.control.ControlBody;
import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything the Autochat stub remembers. */
final class AutochatState implements VendorState {

  private final Tables tables = new Tables();
  final Table<String, IssuedToken> tokens =
      tables.add("tokens", RowType.of(IssuedToken.class), IssuedToken::sha256);
  private final Table<String, SwitchedOff> switchedOff =
      tables.add("switched_off", RowType.of(SwitchedOff.class), SwitchedOff::dealershipId);
  private final Table<String, Map<String, @Nullable Object>> cars =
      tables.add(
          "cars",
          RowType.objects(String.class, Car.DEALERSHIP, Car.NUMBER),
          sent -> new Car(sent).key());
  private final RateLimit tokenLimit;

  AutochatState(RateLimit tokenLimit) {
    this.tokenLimit = tokenLimit;
  }

  /** Puts a car into the stock, in the place of the one with its number. */
  void put(Car car) {
    cars.put(car.sent());
  }

  /** Whether the dealership's stock integration is off. */
  boolean isSwitchedOff(String dealershipId) {
    return switchedOff.find(dealershipId) != null;
  }

  @Override
  public Tables tables() {
    return tables;
  }

  /** There are neither tokens nor cars at the start. */
  @Override
  public void fill() {}

  @Override
  public void replaced() {
    tokenLimit.reset();
  }

  @Override
  public Map<String, Function<MockRequest, MockResponse>> controls() {
    return Map.of(
        "POST /__mock/token-limit", this::limitTokens,
        "POST /__mock/stock-integration", this::switchIntegration);
  }

  /** {@code {"limit": 3}}: so many tokens an hour for each client; a reset puts 100 back. */
  private MockResponse limitTokens(MockRequest request) {
    if (!(ControlBody.of(request).only("limit").value("limit") instanceof Long limit)
        || limit < 0
        || limit > 1_000_000) {
      throw new Refusal(400, "'limit' must be a whole number between 0 and 1000000");
    }
    tokenLimit.limit(limit.intValue());
    return MockResponse.empty(204);
  }

  /** {@code {"dealershipId": "x", "enabled": false}}: what the vendor's dashboard does. */
  private MockResponse switchIntegration(MockRequest request) {
    ControlBody body = ControlBody.of(request).only(Car.DEALERSHIP, "enabled");
    if (!(body.value(Car.DEALERSHIP) instanceof String dealership)
        || !(body.value("enabled") instanceof Boolean enabled)) {
      throw new Refusal(400, "'dealershipId' must be a text and 'enabled' must be true or false");
    }
    if (enabled) {
      switchedOff.remove(dealership);
    } else {
      switchedOff.put(new SwitchedOff(dealership));
    }
    return MockResponse.empty(204);
  }

  /** A dealership whose stock integration is off. */
  private record SwitchedOff(String dealershipId) {}
}
