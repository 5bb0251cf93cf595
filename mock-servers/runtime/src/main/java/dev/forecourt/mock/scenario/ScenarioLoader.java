package dev.forecourt.mock.scenario;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.vendor.VendorStub;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a scenario into a stub, and makes one of what a stub holds: by its controls. */
final class ScenarioLoader {

  private static final String CLOCK = MockRequest.CONTROLS + "/clock";
  private static final String FAULTS = MockRequest.CONTROLS + "/faults";
  private static final byte[] REAL_TIME = JsonWriter.object(out -> out.field("reset", true));

  private ScenarioLoader() {}

  /** Seed first, then its tables, its rules and its clock. Throws {@link Refusal}. */
  static void load(Scenario scenario, VendorStub stub) {
    try {
      byte[] tables =
          JsonWriter.object(
              out ->
                  scenario
                      .state()
                      .forEach((name, rows) -> out.name(String.valueOf(name)).tree(rows)));
      stub.state().check(tables);
      call(
          stub, "PUT", FAULTS, JsonWriter.object(out -> out.name("rules").tree(scenario.faults())));
      call(stub, "POST", CLOCK, REAL_TIME);
      Map<?, ?> clock = scenario.clock();
      if (clock != null) {
        call(stub, "POST", CLOCK, tree(clock));
      }
      // last: the seed is made from what the clock says
      stub.state().replace(tables);
    } catch (StateProblem | Refusal e) {
      throw new Refusal(
          400, "scenario '%s' cannot be loaded: %s".formatted(scenario.name(), e.getMessage()));
    }
    stub.journals().forEach(each -> each.changed("scenario"));
  }

  private static byte[] tree(Map<?, ?> members) {
    return JsonWriter.object(
        out -> members.forEach((name, value) -> out.name(String.valueOf(name)).tree(value)));
  }

  /** State, rules and clock of now. */
  static Scenario save(String name, String description, VendorStub stub) {
    Map<?, ?> clock = call(stub, "GET", CLOCK, new byte[0]);
    Duration moved = Duration.parse(String.valueOf(clock.get("moved")));
    return new Scenario(
        name,
        description,
        object(stub.state().export()),
        rules(call(stub, "GET", FAULTS, new byte[0]).get("rules")),
        moved.isZero() ? null : Map.of("advance", moved.toString()));
  }

  /** As they are taken: what is left is told as what it may disturb. */
  private static List<?> rules(@Nullable Object listed) {
    return listed instanceof List<?> all
        ? all.stream().map(each -> rule((Map<?, ?>) each)).toList()
        : List.of();
  }

  private static Map<String, Object> rule(Map<?, ?> listed) {
    Map<String, Object> rule = new LinkedHashMap<>();
    listed.forEach(
        (name, value) -> {
          if (value != null && !name.equals("used")) {
            rule.put(name.equals("left") ? "times" : String.valueOf(name), value);
          }
        });
    return rule;
  }

  private static Map<?, ?> call(VendorStub stub, String method, String path, byte[] body) {
    MockResponse answer = stub.handle(new OwnCall(method, path, body));
    Map<?, ?> said = object(answer.body());
    if (answer.status() >= 400) {
      throw new Refusal(answer.status(), String.valueOf(said.get("message")));
    }
    return said;
  }

  private static Map<?, ?> object(byte[] json) {
    try {
      return JsonReader.read(json) instanceof Map<?, ?> object ? object : Map.of();
    } catch (JsonProblem e) {
      throw new IllegalStateException("A control answers no JSON: " + e.getMessage(), e);
    }
  }

  private record OwnCall(String method, String path, byte[] body) implements MockRequest {

    @Override
    public @Nullable String query() {
      return null;
    }

    @Override
    public List<String> headers(String name) {
      return List.of();
    }
  }
}
