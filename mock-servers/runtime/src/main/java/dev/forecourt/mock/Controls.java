package dev.forecourt.mock;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.StateProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The calls under {@code /__mock/} with which a test looks into a stub and puts it back. They need
 * no key.
 */
final class Controls {

  static final String PREFIX = "/__mock/";

  private final Map<String, Function<MockRequest, MockResponse>> routes;
  private final String vendorId;
  private final StateKeeper keeper;
  private final Journal journal;

  Controls(String vendorId, VendorState state, StateKeeper keeper, Journal journal) {
    this.vendorId = vendorId;
    this.keeper = keeper;
    this.journal = journal;
    this.routes = new HashMap<>(state.controls());
    routes.putAll(
        Map.of(
            "POST /__mock/reset", request -> reset(),
            "GET /__mock/health", request -> json(this::writeHealth),
            "GET /__mock/requests", request -> json(journal::write),
            "GET /__mock/state", request -> MockResponse.json(200, keeper.export()),
            "PUT /__mock/state", this::importState));
  }

  static boolean isControl(MockRequest request) {
    return request.path().startsWith(PREFIX);
  }

  List<String> methods() {
    return List.of("GET", "POST", "PUT", "OPTIONS");
  }

  MockResponse handle(MockRequest request) {
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    Function<MockRequest, MockResponse> route = routes.get(method + " " + request.path());
    if (route == null) {
      return unknown(request);
    }
    try {
      return keeper.kept(method, () -> route.apply(request));
    } catch (Refusal refusal) {
      return message(refusal.status(), refusal.reason());
    }
  }

  void resetAll() {
    keeper.reset();
    journal.clear();
  }

  private MockResponse reset() {
    resetAll();
    return MockResponse.empty(204);
  }

  private MockResponse importState(MockRequest request) {
    if (request.body().length > MockRequest.MAX_CONTROL_BYTES) {
      throw new Refusal(
          413,
          "A state to import must be at most %d bytes long. Start with it as a seed file instead."
              .formatted(MockRequest.MAX_CONTROL_BYTES));
    }
    try {
      keeper.replace(request.body());
      return MockResponse.empty(204);
    } catch (StateProblem e) {
      throw new Refusal(
          400,
          "State not taken, nothing has changed: %s. GET /__mock/state shows how it looks."
              .formatted(e.getMessage()));
    }
  }

  private void writeHealth(JsonWriter out) {
    String version = Controls.class.getPackage().getImplementationVersion();
    out.field("vendor", vendorId)
        .field("version", version == null ? "development" : version)
        .field("ready", true);
  }

  private MockResponse unknown(MockRequest request) {
    List<String> known = routes.keySet().stream().sorted().toList();
    String message =
        "No control %s %s. Known: %s."
            .formatted(request.method(), request.path(), String.join(", ", known));
    return message(404, message);
  }

  private static MockResponse message(int status, String message) {
    return MockResponse.json(status, JsonWriter.object(out -> out.field("message", message)));
  }

  private static MockResponse json(Consumer<JsonWriter> fields) {
    return MockResponse.json(200, JsonWriter.object(fields));
  }
}
