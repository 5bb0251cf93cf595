package dev.forecourt.mock.scenario;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists, loads and saves scenarios: the calls below {@code /__mock/scenarios}. */
public final class ScenarioControls {

  private static final String PATH = MockRequest.CONTROLS + "/scenarios";

  private final Scenarios scenarios;

  public ScenarioControls(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /** Whether a path is one of these. */
  public static boolean isOne(String path) {
    return path.equals(PATH) || path.startsWith(PATH + "/");
  }

  /**
   * The answer.
   *
   * @param stub whom to load into or to save
   * @param active the one that was loaded; null for none
   * @param loaded is told the name of another one
   */
  public MockResponse handle(
      MockRequest request, VendorStub stub, @Nullable String active, Consumer<String> loaded) {
    try {
      if (request.path().equals(PATH)) {
        return only(request, "GET", () -> list(active));
      }
      String name = request.path().substring(PATH.length() + 1);
      return switch (request.method()) {
        case "GET", "HEAD" -> MockResponse.json(200, scenarios.named(name).document());
        case "POST" -> {
          scenarios.load(name, stub);
          loaded.accept(name);
          yield list(name);
        }
        case "PUT" -> {
          scenarios.keep(given(request, name, stub));
          yield list(active);
        }
        case "DELETE" -> {
          scenarios.forget(name);
          yield MockResponse.empty(204);
        }
        default -> only(request, "GET, POST, PUT, DELETE", () -> list(active));
      };
    } catch (Refusal refusal) {
      return refusal.in(message(refusal.status(), refusal.words()));
    }
  }

  /** What is sent, or what the stub holds when there is nothing but a description. */
  private static Scenario given(MockRequest request, String name, VendorStub stub) {
    byte[] body = request.body();
    Scenario sent = Scenario.of(name, body.length == 0 ? JsonWriter.object(out -> {}) : body);
    if (sent.state().isEmpty() && sent.faults().isEmpty() && sent.clock() == null) {
      return ScenarioLoader.save(name, sent.description(), stub);
    }
    return sent;
  }

  private static MockResponse only(
      MockRequest request, String allow, Supplier<MockResponse> answer) {
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    return reads
        ? answer.get()
        : message(405, "%s takes %s, not %s.".formatted(request.path(), allow, request.method()))
            .with("Allow", allow);
  }

  private MockResponse list(@Nullable String active) {
    return MockResponse.json(
        200,
        JsonWriter.object(
            out ->
                out.array(
                        "scenarios",
                        scenarios.names().entrySet(),
                        each -> write(each.getKey(), each.getValue(), out))
                    .field("active", active)));
  }

  private void write(String name, String source, JsonWriter out) {
    out.startObject()
        .field("name", name)
        .field("description", description(name))
        .field("source", source)
        .endObject();
  }

  /** A file may be broken: that is told where the list shows it. */
  private String description(String name) {
    try {
      return scenarios.named(name).description();
    } catch (Refusal e) {
      return "cannot be read: " + e.getMessage();
    }
  }

  private static MockResponse message(int status, String message) {
    return MockResponse.json(status, JsonWriter.object(out -> out.field("message", message)));
  }
}
