package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports, seen through everything that reads. */
final class ClaireImportTest extends AbstractClaireTest {

  private static final String NEW =
      """
      {"dms_nr": "B-1", "wo_nr": "WO-B-1", "dms_created_at": "2026-11-20T09:00:00+01:00",
       "time_car_app": "2026-12-01T08:30:00+01:00", "location_id": 312,
       "car": {"dms_nr": "V-1", "vin": "WVWTEST0000000001", "model": "Up", "make": "Volkswagen"},
       "customer_driver": {"dms_nr": "C-1", "surname": "Ökçe"},
       "interventions": [{"dms_nr": "I-1", "title": "Service", "price": 10.5}]}""";

  private Receiver receiver;

  @BeforeEach
  void listen() throws Exception {
    receiver = new Receiver();
    post(
        "/v1/webhooks/create",
        "{\"name\":\"n\",\"webhook_trigger_id\":19,\"url\":\"" + receiver.url("/19") + "\"}");
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  @Test
  void answersBeforeItTakesAnythingIn() {
    LATER.waits();

    Answer answer = imports(NEW);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(find("B-1").at("appointments")).isNull();
    assertThat(LATER.waits()).containsExactly(Duration.ofMillis(200));
  }

  @Test
  void createsWhatEveryReadShows() {
    taken(NEW);

    Object id = find("B-1").at("appointments.0.id");
    Answer one = get("/v1/appointments/" + id);
    assertThat(one.at("workorder_number")).isEqualTo("WO-B-1");
    assertThat(one.at("driver_surname")).isEqualTo("Ökçe");
    assertThat(one.at("customer_driver.dms_nr")).isEqualTo("C-1");
    assertThat(one.at("customer_owner")).isNull();
    assertThat(one.at("car.vin")).isEqualTo("WVWTEST0000000001");
    assertThat(one.at("interventions.0.title")).isEqualTo("Service");
    assertThat(one.at("status_history.0.identifier")).isEqualTo(1L);
    assertThat(one.at("location_name")).isEqualTo("Groningen");
    assertThat(get("/v1/appointments?location_id=312&dms_nr=B-1").each("", "id"))
        .containsExactly(id);
    assertThat(
            get("/v1/appointments?location_id=312&dms_nr=C-1&customer_kind=driver").each("", "id"))
        .containsExactly(id);
    assertThat(
            post("/v1/appointments/list", "{\"location_id\":312,\"date\":\"2026-12-01T00:00:00Z\"}")
                .each("appointments", "id"))
        .containsExactly(id);
    assertThat(get("/v1/checks?appointment_id=" + id).body()).isEqualTo("[]");
    assertThat(get("/v1/car?vin=WVWTEST0000000001").at("model")).isEqualTo("Up");
    assertThat(get("/__mock/state").body()).contains("WVWTEST0000000001");
  }

  @Test
  void tellsTheIdThroughTrigger19() {
    taken(NEW);

    Object id = find("B-1").at("appointments.0.id");
    assertThat(receiver.bodies())
        .containsExactly(
            "{\"webhook_trigger_id\":19,\"appointment_id\":"
                + id
                + ",\"dealer_id\":57,\"dealer_location_id\":312,\"wo_nr\":\"WO-B-1\"}");
  }

  @Test
  void updatesTheOneWithTheSameNumberAndTimeOfCreation() {
    taken(NEW);
    Object id = find("B-1").at("appointments.0.id");

    // the same moment in another zone
    taken(
        NEW.replace("2026-11-20T09:00:00+01:00", "2026-11-20T08:00:00Z")
            .replace("WO-B-1", "WO-B-2")
            .replace("Ökçe", "Smit")
            .replace(
                "{\"dms_nr\": \"I-1\"",
                "{\"dms_nr\": \"I-2\", \"title\": \"Tyres\"}, {\"dms_nr\": \"I-1\"")
            .replace("10.5", "12"));

    assertThat(find("B-1").each("appointments", "id")).containsExactly(id);
    Answer one = get("/v1/appointments/" + id);
    assertThat(one.at("workorder_number")).isEqualTo("WO-B-2");
    assertThat(one.at("driver_surname")).isEqualTo("Smit");
    assertThat(one.each("interventions", "dms_nr")).containsExactly("I-1", "I-2");
    assertThat(one.at("interventions.0.price")).isEqualTo(12L);
  }

  @Test
  void createsAnotherForANumberThatTheDmsUsesAgain() {
    taken(NEW);

    taken(NEW.replace("2026-11-20T09", "2026-11-21T09"));

    assertThat(find("B-1").each("appointments", "id")).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void updatesTheDocumentedAppointmentByTheDocumentedImport() {
    taken(
        NEW.replace("B-1", "A2024-08154")
            .replace("2026-11-20T09:00:00+01:00", "2024-08-19T09:30:00+02:00"));

    assertThat(get("/v1/appointments/4711823").at("workorder_number")).isEqualTo("WO-A2024-08154");
    assertThat(get("/v1/appointments/4711823").at("owner_surname")).isEqualTo("Jansen");
  }

  @Test
  void readsDmsCreatedOnAsDmsCreatedAt() {
    taken(NEW.replace("dms_created_at", "dms_created_on"));

    assertThat(find("B-1").each("appointments", "id")).hasSize(1);
  }

  @Test
  void readsAppointmentsInCapitalsToo() {
    post("/v1/appointments/import", "{\"Appointments\":[" + NEW + "]}");
    LATER.runAll();

    assertThat(find("B-1").each("appointments", "id")).hasSize(1);
  }

  @Test
  void showsAChangedCarInAllItsAppointments() {
    taken(NEW.replace("WVWTEST0000000001", "wvwzzzauzjw123456").replace("Up", "Golf Variant"));

    assertThat(get("/v1/car?vin=WVWZZZAUZJW123456").at("model")).isEqualTo("Golf Variant");
    assertThat(get("/v1/appointments/4711823").at("car_model")).isEqualTo("Golf Variant");
    assertThat(get("/v1/appointments/4711823").at("car.model")).isEqualTo("Golf Variant");
    assertThat(get("/v1/appointments/4711823").at("car.id"))
        .isEqualTo(find("B-1").at("appointments.0.car_id"));
  }

  @Test
  void tellsARefusedOneThroughTrigger19AndTakesTheOthers() {
    Answer answer =
        imports(NEW.replace("\"vin\": \"WVWTEST0000000001\", ", "").replace("B-1", "B-0"), NEW);
    LATER.runAll();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(find("B-0").at("appointments")).isNull();
    assertThat(find("B-1").each("appointments", "id")).hasSize(1);
    assertThat(receiver.bodies().get(0))
        .isEqualTo(
            "{\"webhook_trigger_id\":19,\"dealer_id\":57,\"dealer_location_id\":312,\"wo_nr\":\"WO-B-0\","
                + "\"appointment_import_error\":\"body field 'car.vin' is required but was missing\"}");
    assertThat(receiver.bodies().get(1)).contains("\"appointment_id\":").doesNotContain("error");
  }

  /** Only the models name such members: the contract's checks of an import cannot see them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"model\"       | \"is_truck\":5,\"model\" | in 'car': member 'is_truck' must be true or false but was '5'",
        "\"surname\"     | \"birthday\":[],\"surname\" | in 'customer_driver': member 'birthday' must be a text but was an array of 0",
        "\"price\": 10.5 | \"status\":\"x\" | in 'interventions': member 'status' must be a whole number but was 'x'",
      })
  void storesNothingOfOneThatItCannotShow(String before, String after, String reason) {
    taken(NEW.replace(before, after));

    assertThat(find("B-1").at("appointments")).isNull();
    assertThat(get("/v1/car?vin=WVWTEST0000000001").status()).isEqualTo(404);
    assertThat(receiver.bodies())
        .containsExactly(
            "{\"webhook_trigger_id\":19,\"dealer_id\":57,\"dealer_location_id\":312,\"wo_nr\":\"WO-B-1\","
                + "\"appointment_import_error\":\""
                + reason
                + "\"}");
  }

  @Test
  void takesMembersThatOnlyTheModelsName() {
    taken(NEW.replace("\"model\"", "\"is_truck\":true,\"unheard_of\":1,\"model\""));

    assertThat(get("/v1/car?vin=WVWTEST0000000001").at("is_truck")).isEqualTo(true);
    assertThat(get("/v1/car?vin=WVWTEST0000000001").body()).doesNotContain("unheard_of");
  }

  @Test
  void refusesABatchOfTwoLocations() {
    Answer answer = imports(NEW, NEW.replace("312", "313"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo("All appointments must have the same 'location_id' but have [312, 313]");
    LATER.runAll();
    assertThat(find("B-1").at("appointments")).isNull();
  }

  @Test
  void refusesALocationThatIsNotOursOrIsReadThroughAnApi() {
    assertThat(imports(NEW.replace("312", "9")).body())
        .isEqualTo(
            "body field 'location_id' must be one of [312, 313, 314], the locations of this API key, but was '9'");
    assertThat(imports(NEW.replace("312", "314")).body())
        .isEqualTo(
            "Location 314 is connected to an API based DMS (keyloop-emmen): it takes no imports");
  }

  @Test
  void takesAHundredAppointmentsButNotOneMore() {
    String[] hundred =
        IntStream.range(0, 100).mapToObj(i -> NEW.replace("B-1", "H-" + i)).toArray(String[]::new);

    assertThat(imports(hundred).status()).isEqualTo(200);
    LATER.runAll();
    assertThat(find("H-99").each("appointments", "id")).hasSize(1);

    String[] more = java.util.Arrays.copyOf(hundred, 101);
    more[100] = NEW;
    assertThat(imports(more).status()).isEqualTo(400);
  }

  @Test
  void losesNoImportOfConcurrentWriters() {
    IntStream.range(0, 40).parallel().forEach(i -> imports(NEW.replace("B-1", "P-" + i)));

    LATER.runAll();

    assertThat(receiver.bodies()).hasSize(40).allMatch(each -> each.contains("appointment_id"));
    for (int i = 0; i < 40; i++) {
      assertThat(find("P-" + i).each("appointments", "id")).hasSize(1);
    }
  }

  @Test
  void forgetsTheQueueOnReset() {
    imports(NEW);

    control("reset", "");
    LATER.runAll();

    assertThat(find("B-1").at("appointments")).isNull();
  }

  private static void taken(String... appointments) {
    assertThat(imports(appointments).status()).isEqualTo(200);
    LATER.runAll();
  }

  private static Answer imports(String... appointments) {
    String all = List.of(appointments).stream().collect(Collectors.joining(","));
    return post("/v1/appointments/import", "{\"appointments\":[" + all + "]}");
  }

  private static Answer find(String number) {
    return post("/v1/appointments/list", "{\"location_id\":312,\"dms_nr\":\"" + number + "\"}");
  }
}
