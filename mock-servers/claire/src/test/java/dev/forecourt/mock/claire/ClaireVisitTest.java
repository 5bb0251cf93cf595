package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visits of one car say of each other: "This car came in the last 28 days". */
final class ClaireVisitTest extends AbstractClaireTest {

  private static final String VISIT =
      """
      {"appointments": [{"dms_nr": "%s", "wo_nr": "W", "dms_created_at": "2026-01-01T09:00:00Z",
       "time_car_app": "%s", "location_id": %d,
       "car": {"dms_nr": "V-1", "vin": "%s", "model": "Up", "make": "Volkswagen"},
       "customer_driver": {"dms_nr": "C-1", "surname": "Smit"}}]}""";

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T09:00:01Z, true",
    "2026-03-29T09:00:00Z, true",
    "2026-03-29T11:00:00+02:00, true",
    "2026-03-29T09:00:01Z, false",
    "2026-03-01T09:00:00Z, false",
    // the other visit is the later one
    "2026-02-27T09:00:00Z, false",
  })
  void isRecurringWhenTheCarCameIn28DaysBefore(String time, boolean recurring) {
    imports("A", "2026-03-01T09:00:00Z", 312, "X1");

    // at another location, and a VIN has no case
    imports("B", time, 313, "x1");

    assertThat(shown("B", 313)).isEqualTo(recurring);
  }

  @Test
  void isNotRecurringAfterAVisitOfAnotherCar() {
    imports("A", "2026-03-01T09:00:00Z", 312, "X1");
    imports("B", "2026-03-02T09:00:00Z", 312, "X2");

    assertThat(shown("B", 312)).isEqualTo(false);
  }

  @Test
  void followsAVisitThatIsMoved() {
    imports("A", "2026-01-01T09:00:00Z", 312, "X1");
    imports("B", "2026-03-02T09:00:00Z", 312, "X1");
    assertThat(shown("B", 312)).isEqualTo(false);

    imports("A", "2026-03-01T09:00:00Z", 312, "X1");

    assertThat(shown("B", 312)).isEqualTo(true);
    assertThat(shown("A", 312)).isEqualTo(false);

    imports("A", "2026-03-01T09:00:00Z", 312, "X2");

    assertThat(shown("B", 312)).isEqualTo(false);
  }

  private static void imports(String number, String time, int location, String vin) {
    post("/v1/appointments/import", VISIT.formatted(number, time, location, vin));
    LATER.runAll();
  }

  private static Object shown(String number, int location) {
    return get("/v1/appointments?location_id=" + location + "&dms_nr=" + number)
        .at("0.is_recurring");
  }
}
