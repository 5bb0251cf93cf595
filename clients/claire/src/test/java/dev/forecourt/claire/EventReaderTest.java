package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.claire.model.CustomerKind;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.Specs;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are the examples of the contract, and the vendor's sample of a test call. */
class EventReaderTest {
  private static final String EXPECTED =
      ". Expected one JSON object, as specs/claire/components/schemas/WebhookEvent.yaml describes"
          + " it. Answer 400, and look who sent it.";

  private final Specs specs = new Specs("claire");

  @ParameterizedTest
  @CsvSource({
    "WebhookEvent, UnspecifiedEvent",
    "WebhookEventCommunication, CommunicationEvent",
    "WebhookEventImported, ImportSucceeded",
    "WebhookEventImportFailed, ImportFailed"
  })
  void readsTheExamplesOfTheContractAndKeepsThem(String example, String kind) {
    String json = example(example).toString();

    ClaireEvent event = ClaireWebhooks.parse(json);

    assertThat(event.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(event.body()).isEqualTo(json);
    assertThat(Specs.exact(VendorJson.write(event.payload()))).isEqualTo(Specs.exact(json));
    assertThat(event.payload().additionalProperties()).isEmpty();
  }

  @Test
  void readsTheVendorsSampleOfATestCall() {
    // evidence/testWebhook.request.json: zero values in PascalCase
    String json = Specs.exact(specs.evidence("testWebhook.request")).get("Payload").toString();

    ClaireEvent event = ClaireWebhooks.parse(json);

    assertThat(event).isExactlyInstanceOf(UnspecifiedEvent.class);
    assertThat(event.appointmentId()).isNull();
    assertThat(event.dealerId()).isNull();
    assertThat(event.locationId()).isNull();
    assertThat(event.workOrderNumber()).isNull();
    assertThat(event.payload().additionalProperties()).isEmpty();
    assertThat(event.body()).isEqualTo(json);
    // with its nulls, and a location source that is empty
    assertThat(Specs.exact(VendorJson.write(event.payload()))).isEqualTo(Specs.exact(json));
  }

  @Test
  void readsBothCasingsAlike() {
    ClaireEvent snake = ClaireWebhooks.parse(all((name, other) -> name));
    ClaireEvent pascal = ClaireWebhooks.parse(all((name, other) -> other));

    assertThat(pascal).isEqualTo(snake).hasSameHashCodeAs(snake);
    assertThat(pascal.payload().additionalProperties()).isEmpty();
    assertThat(Specs.exact(VendorJson.write(pascal.payload())))
        .isEqualTo(Specs.exact(pascal.body()));
    assertThat(pascal.body()).contains("AppointmentID").doesNotContain("appointment_id");
  }

  @Test
  void readsCasingsThatAreMixed() {
    int[] count = {0};

    ClaireEvent mixed =
        ClaireWebhooks.parse(all((name, other) -> count[0]++ % 2 == 0 ? name : other));

    assertThat(mixed).isEqualTo(ClaireWebhooks.parse(all((name, other) -> name)));
    assertThat(Specs.exact(VendorJson.write(mixed.payload()))).isEqualTo(Specs.exact(mixed.body()));
  }

  @Test
  void doesNotTakeDifferentMessagesForEqual() {
    ClaireEvent event = ClaireWebhooks.parse("{\"appointment_id\":5}");

    assertThat(event)
        .isNotEqualTo(ClaireWebhooks.parse("{\"appointment_id\":6}"))
        .isNotEqualTo(ClaireWebhooks.parse("{\"appointment_id\":5}", WebhookTriggerID.CAR_READY));
  }

  @Test
  void tellsWhoTheTalkIsWith() {
    CommunicationEvent event =
        (CommunicationEvent) ClaireWebhooks.parse(example("WebhookEventCommunication").toString());

    assertThat(event.communicationKey()).isEqualTo("b7Qk2mXw9");
    assertThat(event.customerNumber()).isEqualTo("C-10021");
    assertThat(event.customerKind()).isEqualTo(CustomerKind.DRIVER);
  }

  @Test
  void tellsTheCheckListAndTheShopMark() {
    String members = ",\"ChecklistID\":1204,\"ChecklistName\":\"Summer check\",\"IsShop\":true}";

    CheckEvent check = (CheckEvent) ClaireWebhooks.parse("{\"WebhookTriggerID\":1" + members);
    ShopMarkEvent mark = (ShopMarkEvent) ClaireWebhooks.parse("{\"WebhookTriggerID\":18" + members);

    assertThat(check.checklistId()).isEqualTo(1204);
    assertThat(check.checklistName()).isEqualTo("Summer check");
    assertThat(mark.marked()).isTrue();
    assertThat(mark.color()).isNull();
  }

  @Test
  void toleratesAnObjectWithoutMembers() {
    ClaireEvent event = ClaireWebhooks.parse("{}");

    assertThat(event).isExactlyInstanceOf(UnspecifiedEvent.class);
    assertThat(event.appointmentId()).isNull();
    assertThat(event.workOrderNumber()).isNull();
  }

  @Test
  void keepsMembersThatDoNotFitTheirType() {
    String json =
        "{\"AppointmentID\":{\"id\":5},\"dealer_id\":57,\"wo_nr\":[\"WO\"],"
            + "\"is_shop\":\"perhaps\",\"ChecklistID\":99999999999999999999,\"new\":1.50}";

    ClaireEvent event = ClaireWebhooks.parse(json, WebhookTriggerID.CAR_READY);

    assertThat(event.dealerId()).isEqualTo(57);
    assertThat(event.appointmentId()).isNull();
    assertThat(event.payload().additionalProperties())
        .containsOnlyKeys("appointment_id", "wo_nr", "is_shop", "checklist_id", "new");
    assertThat(Specs.exact(VendorJson.write(event.payload()))).isEqualTo(Specs.exact(json));
    assertThat(event.body()).isEqualTo(json);
  }

  @Test
  void readsNumbersThatAreText() {
    ClaireEvent event = ClaireWebhooks.parse("{\"webhook_trigger_id\":\"4\",\"wo_nr\":88213}");

    assertThat(event.trigger()).isEqualTo(WebhookTriggerID.CAR_READY);
    assertThat(event.workOrderNumber()).isEqualTo("88213");
  }

  @Test
  void readsBytesAsUtf8() {
    byte[] body = "{\"customer_name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(ClaireWebhooks.parse(body).payload().customerName()).isEqualTo("Zoë");
    assertThat(ClaireWebhooks.parse(body, WebhookTriggerID.CAR_READY).payload().customerName())
        .isEqualTo("Zoë");
  }

  @Test
  void doesNotShowPersonalData() {
    String body =
        "{\"webhook_trigger_id\":7,\"appointment_id\":5,\"customer_name\":\"Jan de Vries\","
            + "\"communication_key\":\"b7Qk2mXw9\",\"extra\":\"jan@example.com\"}";

    String seen;
    try (AllLogs logs = new AllLogs()) {
      ClaireEvent event = ClaireWebhooks.parse(body);
      seen = event.toString() + event.payload() + logs.lines();
    }

    assertThat(seen)
        .startsWith(
            "CommunicationEvent{trigger=7 ONLINE_CHECK_IN_ANSWERED, appointment=5, dealer=null,"
                + " location=null}")
        .doesNotContain("Jan", "b7Qk2mXw9", "jan@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n"})
  void refusesAnEmptyBody(String body) {
    assertRefused(body).hasMessage("claire webhook: the body is empty" + EXPECTED);
  }

  @Test
  void refusesWhatIsNoJsonWithoutRepeatingIt() {
    assertRefused("{\"customer_name\": Jan de Vries}")
        .hasMessage(
            "claire webhook: the body cannot be read as JSON at line 1, column 19" + EXPECTED)
        .hasNoCause();
    assertRefused("appointment_id=5&customer_name=Jan").hasMessageNotContaining("Jan");
  }

  @Test
  void refusesABodyThatIsCutOff() {
    assertRefused("{\"appointment_id\":5,")
        .hasMessageStartingWith(
            "claire webhook: the body cannot be read as JSON at line 1, column ");
  }

  @Test
  void refusesTwoValuesInOneBody() {
    assertRefused("{\"appointment_id\":5}{\"appointment_id\":6}")
        .hasMessageStartingWith(
            "claire webhook: the body cannot be read as JSON at line 1, column ");
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertRefused("{\"a\":".repeat(5000))
        .hasMessage("claire webhook: the body cannot be read as JSON" + EXPECTED);
  }

  @ParameterizedTest
  @CsvSource({"[], array", "null, null", "5, number", "\"Jan\", string", "true, boolean"})
  void refusesJsonThatIsNoObject(String body, String type) {
    assertRefused(body).hasMessage("claire webhook: the body is JSON of type " + type + EXPECTED);
  }

  @Test
  void readsABodyOfTheLargestSizeAndRefusesOneByteMore() {
    String largest =
        "{\"a\":\"" + "x".repeat(ClaireWebhooks.MAX_BODY_BYTES - "{\"a\":\"\"}".length()) + "\"}";

    ClaireEvent read = ClaireWebhooks.parse(largest.getBytes(StandardCharsets.UTF_8));

    assertThat(read.body()).hasSize(ClaireWebhooks.MAX_BODY_BYTES);
    assertThatThrownBy(() -> ClaireWebhooks.parse((largest + " ").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            UnreadableEventException.class, e -> assertThat(e.status()).isEqualTo(413))
        .hasMessage(
            "claire webhook: the body is larger than 1048576 bytes"
                + EXPECTED.replace("400", "413"));
    assertThatThrownBy(() -> ClaireWebhooks.parse(largest + " "))
        .isInstanceOf(UnreadableEventException.class);
  }

  @Test
  void namesTheSenderAddressesOfTheContract() {
    JsonNode addresses =
        specs
            .yaml("paths/v1_webhooks_create.yaml")
            .at("/post/callbacks/webhookCalled")
            .get("{$request.body#/url}")
            .at("/post/x-sender-addresses");

    assertThat(addresses.properties()).hasSize(2);
    assertThat(ClaireWebhooks.SENDER_PRODUCTION).isEqualTo(addresses.get("production").asText());
    assertThat(ClaireWebhooks.SENDER_DEVELOPMENT).isEqualTo(addresses.get("development").asText());
  }

  private JsonNode example(String name) {
    return specs.yaml("components/examples/" + name + ".yaml").get("value");
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(String body) {
    return assertThatThrownBy(() -> ClaireWebhooks.parse(body))
        .isInstanceOfSatisfying(
            UnreadableEventException.class, e -> assertThat(e.status()).isEqualTo(400));
  }

  /** A message with every member of the contract, by one of its names. */
  private String all(BinaryOperator<String> spelling) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    specs
        .yaml("components/schemas/WebhookEvent.yaml")
        .get("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode others = property.getValue().get("x-also-read-as");
              // the last one is that of the test call
              String other = others.get(others.size() - 1).asText();
              message.set(
                  spelling.apply(property.getKey(), other), property.getValue().get("example"));
            });
    return message.toString();
  }
}
