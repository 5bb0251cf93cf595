package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, on the start data. */
final class ClaireAppointmentTest extends AbstractClaireTest {

  @Test
  void servesTheExamplesOfTheContractUnderTheirIds() {
    assertThat(get("/v1/appointments/4711823").tree())
        .isEqualTo(ClaireOperations.GET_APPOINTMENT.example("complete").object());
    assertThat(get("/v1/car?vin=WVWZZZAUZJW123456").tree())
        .isEqualTo(ClaireOperations.GET_CAR.example("complete").object());
    assertThat(get("/v1/checks?appointment_id=4711823").tree())
        .isEqualTo(ClaireOperations.LIST_CHECKS.example("found").objects());
    assertThat(get("/v1/webhooks/view?webhook_id=1501").tree())
        .isEqualTo(ClaireOperations.GET_WEBHOOK.example("complete").object());
  }

  @Test
  void servesTheVendorsOwnSampleUnderItsId() {
    assertThat(get("/v1/appointments/0").tree())
        .isEqualTo(ClaireOperations.GET_APPOINTMENT.example("documented").object());
    assertThat(
            search("{\"location_id\":0,\"dms_nr\":null,\"date\":null,\"is_pinned\":null}").body())
        .isEqualTo("{\"appointments\":null}");
  }

  @Test
  void saysThatAnIdIsUnknown() {
    assertThat(get("/v1/appointments/1").status()).isEqualTo(404);
    assertThat(get("/v1/appointments/1").body())
        .isEqualTo("No appointment 1. One that exists: 4711823.");
    assertThat(get("/v1/checks?appointment_id=1").status()).isEqualTo(404);
    assertThat(get("/v1/car?vin=X").body())
        .isEqualTo("No car 'X'. One that exists: WVWZZZAUZJW123456.");
  }

  @Test
  void findsAnAppointmentByItsNumberInBothLists() {
    assertThat(
            search("{\"location_id\":312,\"dms_nr\":\"A2024-08154\"}").each("appointments", "id"))
        .containsExactly(DOCUMENTED);
    assertThat(get("/v1/appointments?location_id=312&dms_nr=A2024-08154").each("", "id"))
        .containsExactly(DOCUMENTED);
  }

  @Test
  void findsTheAppointmentsOfACustomerInThatPartOnly() {
    String driver = "{\"location_id\":312,\"dms_nr\":\"C-10021\",\"customer_kind\":\"driver\"}";

    assertThat(search(driver).each("appointments", "id")).containsExactly(DOCUMENTED);
    assertThat(search(driver.replace("driver", "owner")).at("appointments")).isNull();
    assertThat(
            get("/v1/appointments?location_id=312&dms_nr=C-10023&customer_kind=contractor")
                .each("", "id"))
        .containsExactly(DOCUMENTED);
    assertThat(get("/v1/appointments?location_id=312&dms_nr=C-10023").body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2024-08-20T00:00:00Z", "2024-08-20T00:00:00+02:00", "2024-08-20T23:59:59+02:00"})
  void findsTheAppointmentsOfTheDayThatIsNamed(String date) {
    assertThat(search("{\"location_id\":312,\"date\":\"" + date + "\"}").each("appointments", "id"))
        .containsExactly(DOCUMENTED);
  }

  @Test
  void findsNoneOnAnotherDayOrAtAnotherLocation() {
    assertThat(search("{\"location_id\":312,\"date\":\"2024-08-21T00:00:00Z\"}").body())
        .isEqualTo("{\"appointments\":null}");
    assertThat(search("{\"location_id\":313,\"dms_nr\":\"A2024-08154\"}").at("appointments"))
        .isNull();
  }

  @Test
  void joinsNumberAndDay() {
    assertThat(
            search(
                    "{\"location_id\":312,\"dms_nr\":\"A2024-08154\",\"date\":\"2024-08-21T00:00:00Z\"}")
                .at("appointments"))
        .isNull();
  }

  @Test
  void findsAllPinnedOnesWhateverTheOtherFiltersSay() {
    List<Object> pinned =
        search("{\"location_id\":312,\"is_pinned\":true}").each("appointments", "id");

    assertThat(pinned).contains(DOCUMENTED).hasSizeGreaterThan(2);
    assertThat(
            search("{\"location_id\":312,\"is_pinned\":true,\"dms_nr\":\"no such\"}")
                .each("appointments", "id"))
        .isEqualTo(pinned);
    assertThat(search("{\"location_id\":312,\"is_pinned\":true}").each("appointments", "is_pinned"))
        .containsOnly(true);
  }

  @Test
  void wantsAtLeastOneFilter() {
    Answer answer = search("{\"location_id\":312,\"dms_nr\":null}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).startsWith("At least one filter must be used: ");
  }

  @Test
  void hasAppointmentsOfToday() {
    assertThat(
            search("{\"location_id\":312,\"date\":\"2026-11-22T00:00:00Z\"}")
                .each("appointments", "id"))
        .isNotEmpty();
  }

  @Test
  void listsLocationsTagsQuestionsAndTriggers() {
    assertThat(get("/v1/locations").each("", "id")).containsExactly(312L, 313L, 314L);
    assertThat(get("/v1/tags").each("", "id")).startsWith(12L, 13L).hasSize(8);
    assertThat(get("/v1/questions").each("", "id")).startsWith(22010L, 22011L).hasSize(13);
    assertThat(get("/v1/webhooks/list_triggers").each("", "id"))
        .hasSize(19)
        .startsWith(1L)
        .endsWith(19L);
  }

  @Test
  void readsAVinWhateverItsCase() {
    assertThat(get("/v1/car?vin=wvwzzzauzjw123456").at("id")).isEqualTo(550071L);
  }

  private static Answer search(String filter) {
    return post("/v1/appointments/list", filter);
  }
}
