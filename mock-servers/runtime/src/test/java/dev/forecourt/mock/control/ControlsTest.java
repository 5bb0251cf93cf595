package dev.forecourt.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.credentials.Secrets;
import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.state.Seed;
import dev.forecourt.mock.state.StateKeeper;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class ControlsTest {

  private final Watched state = new Watched();
  private final Journal journal =
      new Journal(new Secrets(Set.of(), List.of()), List.of(), Cors.OPEN, null);
  private final Controls controls =
      new Controls(
          "acme",
          state,
          new StateKeeper(state, new Seed()),
          journal,
          new Faults(List.of()),
          RateLimit.unlimited(Clock.systemUTC()),
          MovableClock.around(Clock.systemUTC()),
          false);

  @Test
  void runsAVendorsControlWithTheMonitorHeld() {
    MockResponse answer = controls.handle(ControlRequest.json("{}"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(state.held).isTrue();
  }

  @Test
  void saysWhichControlIsUnknown() {
    MockResponse answer = controls.handle(new ControlRequest("GET", "/__mock/wheels", "a=b", ""));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .asString()
        .isEqualTo("{\"message\":\"No control GET /__mock/wheels. GET /__mock lists all.\"}");
  }

  @Test
  void namesTheControlThatIsNearest() {
    MockResponse answer = controls.handle(new ControlRequest("GET", "/__mock/request", null, ""));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .asString()
        .isEqualTo(
            "{\"message\":\"No control GET /__mock/request (nearest is 'requests'). GET /__mock lists all.\"}");
  }

  @Test
  void saysWhichVerbsAControlTakes() {
    MockResponse answer = controls.handle(new ControlRequest("PUT", "/__mock/requests", null, ""));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("DELETE, GET");
    assertThat(answer.body())
        .asString()
        .isEqualTo("{\"message\":\"/__mock/requests takes DELETE, GET, not PUT.\"}");
  }

  @Test
  void notesWhatAControlHasChangedAndNothingOfWhoOnlyLooks() {
    controls.handle(new ControlRequest("GET", "/__mock/faults", null, ""));
    controls.handle(new ControlRequest("POST", "/__mock/faults", null, "{}"));
    assertThat(journal.changesAfter(0)).isEmpty();

    controls.handle(new ControlRequest("DELETE", "/__mock/faults", null, ""));
    controls.handle(ControlRequest.json("{}"));

    assertThat(journal.changesAfter(0)).containsOnlyKeys("faults", "state");
  }

  @Test
  void saysInItsHealthWhatIsDisturbed() {
    controls.handle(
        new ControlRequest("POST", "/__mock/faults", null, "{\"status\": 503, \"times\": 2}"));
    controls.handle(
        new ControlRequest("POST", "/__mock/rate-limit", null, "{\"limit\": 3, \"seconds\": 60}"));
    controls.handle(new ControlRequest("POST", "/__mock/clock", null, "{\"advance\": \"PT2H\"}"));

    assertThat(health())
        .contains(
            "\"requests\":{\"total\":0,\"refused\":0}",
            "\"active\":{\"faults\":1,\"rateLimit\":true,\"clockMoved\":true");

    controls.resetAll();

    assertThat(health())
        .contains("\"active\":{\"faults\":0,\"rateLimit\":false,\"clockMoved\":false");
  }

  private String health() {
    MockResponse answer = controls.handle(new ControlRequest("GET", "/__mock/health", null, ""));
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static final class Watched implements VendorState {
    private final Tables tables = new Tables();
    private boolean held;

    @Override
    public Tables tables() {
      return tables;
    }

    @Override
    public void fill() {}

    @Override
    public Map<String, Function<MockRequest, MockResponse>> controls() {
      return Map.of(
          "POST /__mock/x",
          request -> {
            held = Thread.holdsLock(this);
            return MockResponse.empty(204);
          });
    }
  }
}
