package dev.forecourt.mock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.vendor.MockSettings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MovableClockTest {

  private static final Instant NOW = Instant.parse("2026-11-22T13:00:00Z");

  private final MovableClock clock = MovableClock.around(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void saysWhatTheRealOneSaysUntilMoved() {
    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @Test
  void goesForwardAndOnFromThere() {
    assertThat(set("{\"advance\":\"PT2H\"}"))
        .isEqualTo("{\"now\":\"2026-11-22T15:00:00Z\",\"moved\":\"PT2H\"}");
    set("{\"advance\":\"PT-30M\"}");

    assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(5400));
  }

  @Test
  void goesToATimeAndBack() {
    set("{\"now\":\"2026-01-01T00:00:00Z\"}");
    assertThat(clock.instant()).isEqualTo("2026-01-01T00:00:00Z");

    set("{\"reset\":true}");
    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @Test
  void movesWithItsZones() {
    Clock paris = clock.withZone(ZoneId.of("Europe/Paris"));

    set("{\"advance\":\"P1D\"}");

    assertThat(paris.instant()).isEqualTo(NOW.plusSeconds(86_400));
    assertThat(paris.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
  }

  @Test
  void tellsByHowMuchItWasMoved() {
    List<Duration> heard = new ArrayList<>();
    clock.onMove(heard::add);

    set("{\"advance\":\"PT2H\"}");
    set("{\"reset\":true}");
    set("{\"reset\":true}");

    assertThat(heard).containsExactly(Duration.ofHours(2), Duration.ofHours(-2));
  }

  @Test
  void isOneOfItsOwnForEachStub() {
    MockSettings settings = new MockSettings(Set.of("k"), clock, UUID::randomUUID);
    MockSettings other = settings.ofSession("s");

    set("{\"advance\":\"PT2H\"}");

    assertThat(settings.clock()).isSameAs(clock);
    assertThat(other.clock().instant()).isEqualTo(NOW);
    assertThat(other.keys()).isEqualTo(settings.keys());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"reset\":false}",
        "{\"advance\":\"2h\"}",
        "{\"advance\":\"PT2H\",\"reset\":true}",
        "{\"now\":\"tomorrow\"}",
        "{\"now\":\"1969-12-31T23:59:59Z\"}",
        "{\"advance\":\"P999999999D\"}"
      })
  void refusesWhatIsNoMove(String json) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> set(json))
        .withMessage(
            "Send {\"advance\": \"PT2H\"}, {\"now\": \"2026-01-01T00:00:00Z\"} or {\"reset\": true};"
                + " years 1970 to 9998");
    assertThat(clock.instant()).isEqualTo(NOW);
  }

  private String set(String json) {
    return new String(
        clock.controls().get("POST /__mock/clock").apply(ControlRequest.json(json)).body(),
        StandardCharsets.UTF_8);
  }
}
