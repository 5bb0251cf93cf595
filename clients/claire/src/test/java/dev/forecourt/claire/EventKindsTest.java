package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.kit.Specs;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each trigger of the contract's WebhookTriggerID gives the right kind of event. */
class EventKindsTest {

  /** By the beginning of the name in the contract. */
  private static final Map<String, Class<? extends ClaireEvent>> KINDS =
      Map.ofEntries(
          Map.entry("CHECK_CREATED", CheckEvent.class),
          Map.entry("QUALITY_CHECK", CheckEvent.class),
          Map.entry("OFFER_READY", AppointmentEvent.class),
          Map.entry("CUSTOMER_OK", AppointmentEvent.class),
          Map.entry("CAR_READY", AppointmentEvent.class),
          Map.entry("CAR_IN_SHOP", AppointmentEvent.class),
          Map.entry("CAR_OUT_OF_SHOP", AppointmentEvent.class),
          // "communication related" by their names: see communication_key in the contract
          Map.entry("ONLINE_CHECK_IN_", CommunicationEvent.class),
          Map.entry("DIAGNOSE_OVERVIEW_", CommunicationEvent.class),
          Map.entry("REPAIR_OVERVIEW_", CommunicationEvent.class),
          Map.entry("IS_SHOP_UPDATED", ShopMarkEvent.class),
          Map.entry("PUBLIC_API_APPOINTMENT_IMPORTED", ImportSucceeded.class),
          Map.entry("UNSET", UnspecifiedEvent.class));

  static Stream<Arguments> triggers() {
    JsonNode stated = new Specs("claire").yaml("components/schemas/WebhookTriggerID.yaml");
    return IntStream.range(0, stated.get("enum").size())
        .mapToObj(
            at ->
                Arguments.of(
                    stated.get("x-enum-varnames").get(at).asText(),
                    stated.get("enum").get(at).asInt()));
  }

  @ParameterizedTest(name = "{1} {0}")
  @MethodSource("triggers")
  void givesTheKindOfTheTriggerInTheBody(String name, int number) {
    String body = "{\"webhook_trigger_id\":" + number + ",\"appointment_id\":5}";

    ClaireEvent event = ClaireWebhooks.parse(body);

    assertThat(event).isExactlyInstanceOf(kind(name));
    assertThat(event.trigger().value()).isEqualTo(number);
    assertThat(event.trigger().known().name()).isEqualTo(name);
  }

  @ParameterizedTest(name = "{1} {0}")
  @MethodSource("triggers")
  void givesTheKindOfTheTriggerOfTheUrl(String name, int number) {
    ClaireEvent event = ClaireWebhooks.parse("{\"appointment_id\":5}", WebhookTriggerID.of(number));

    assertThat(event).isExactlyInstanceOf(kind(name));
    assertThat(event.trigger().value()).isEqualTo(number);
  }

  @ParameterizedTest(name = "{1} {0}")
  @MethodSource("triggers")
  void givesTheKindOfTheTriggerInPascalCase(String name, int number) {
    ClaireEvent event =
        ClaireWebhooks.parse("{\"WebhookTriggerID\":" + number + ",\"AppointmentID\":5}");

    assertThat(event).isExactlyInstanceOf(kind(name));
  }

  @Test
  void keepsANumberThatTheContractDoesNotList() {
    String body = "{\"webhook_trigger_id\":20,\"appointment_id\":5,\"tow_truck\":\"T-1\"}";

    ClaireEvent event = ClaireWebhooks.parse(body);

    assertThat(event).isExactlyInstanceOf(UnknownEvent.class);
    assertThat(event.trigger().value()).isEqualTo(20);
    assertThat(event.appointmentId()).isEqualTo(5);
    assertThat(event.payload().additionalProperties().get("tow_truck")).isEqualTo(Json.of("T-1"));
    assertThat(event.body()).isEqualTo(body);
  }

  @Test
  void saysThatNobodyNamedATrigger() {
    // the first example of the contract: the members of Claire's table, which has no trigger
    ClaireEvent event =
        ClaireWebhooks.parse(
            "{\"appointment_id\":4711823,\"dealer_id\":57,\"dealer_location_id\":312,"
                + "\"wo_nr\":\"WO-88213\"}");

    assertThat(event).isExactlyInstanceOf(UnspecifiedEvent.class);
    assertThat(event.trigger()).isEqualTo(WebhookTriggerID.UNSET);
    assertThat(event.appointmentId()).isEqualTo(4711823);
    assertThat(event.dealerId()).isEqualTo(57);
    assertThat(event.locationId()).isEqualTo(312);
    assertThat(event.workOrderNumber()).isEqualTo("WO-88213");
  }

  @Test
  void believesTheBodyRatherThanTheUrl() {
    ClaireEvent event =
        ClaireWebhooks.parse("{\"webhook_trigger_id\":7}", WebhookTriggerID.CAR_READY);

    assertThat(event.trigger()).isEqualTo(WebhookTriggerID.ONLINE_CHECK_IN_ANSWERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "null", "\"OfferReady\"", "{}", "2.5"})
  void believesTheUrlWhereTheBodyNamesNoNumber(String inBody) {
    ClaireEvent event =
        ClaireWebhooks.parse("{\"webhook_trigger_id\":" + inBody + "}", WebhookTriggerID.CAR_READY);

    assertThat(event).isExactlyInstanceOf(AppointmentEvent.class);
    assertThat(event.trigger()).isEqualTo(WebhookTriggerID.CAR_READY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"appointment_id\":5",
        "\"appointment_id\":5,\"appointment_import_error\":null",
        "\"AppointmentID\":5,\"AppointmentImportError\":\"\""
      })
  void takesAnIdWithoutErrorForSuccess(String members) {
    ClaireEvent event = ClaireWebhooks.parse("{\"webhook_trigger_id\":19," + members + "}");

    assertThat(event).isInstanceOf(ImportSucceeded.class);
    assertThat(event.appointmentId()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"appointment_import_error\":\"car: vin is required\"",
        "\"appointment_id\":0,\"appointment_import_error\":\"car: vin is required\"",
        "\"appointment_id\":5,\"AppointmentImportError\":\"car: vin is required\""
      })
  void takesAnErrorForFailure(String members) {
    ClaireEvent event = ClaireWebhooks.parse("{\"webhook_trigger_id\":19," + members + "}");

    assertThat(event)
        .isInstanceOfSatisfying(
            ImportFailed.class,
            failed -> assertThat(failed.error()).isEqualTo("car: vin is required"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"appointment_import_error", "AppointmentImportError"})
  void showsAnErrorThatIsMoreThanText(String member) {
    ClaireEvent event =
        ClaireWebhooks.parse(
            "{\"webhook_trigger_id\":19,\"" + member + "\":[{\"field\":\"vin\"}]}");

    assertThat(((ImportFailed) event).error()).isEqualTo("[{\"field\":\"vin\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"webhook_trigger_id\":19}", "{\"WebhookTriggerID\":19,\"AppointmentID\":0}"})
  void doesNotClaimSuccessWithoutAnAppointment(String body) {
    ClaireEvent event = ClaireWebhooks.parse(body);

    assertThat(event)
        .isInstanceOfSatisfying(ImportFailed.class, f -> assertThat(f.error()).isNull());
    assertThat(event.appointmentId()).isNull();
  }

  private static Class<? extends ClaireEvent> kind(String name) {
    List<String> fitting = KINDS.keySet().stream().filter(name::startsWith).toList();
    assertThat(fitting)
        .as("Trigger %s is new in the contract: give it a kind here and in EventReader", name)
        .hasSize(1);
    return KINDS.get(fitting.get(0));
  }
}
