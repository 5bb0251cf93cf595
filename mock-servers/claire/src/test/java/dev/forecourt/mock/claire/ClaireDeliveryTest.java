package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that really leave the mock, to a server of the test. */
final class ClaireDeliveryTest extends AbstractClaireTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private Receiver receiver;

  @BeforeEach
  void listen() throws Exception {
    receiver = new Receiver();
    LATER.waits();
  }

  @AfterEach
  void hangUp() {
    receiver.close();
  }

  @Test
  void postsTheEventWithTheHeadersOfTheWebhook() {
    webhook(2, "\"headers\":[{\"name\":\"X-Secret\",\"value\":\"correct horse\"}]");

    Answer fired = control("fire", "{\"trigger\":2}");
    LATER.runAll();

    assertThat(fired.status()).isEqualTo(202);
    Receiver.Call call = receiver.calls().get(0);
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.target()).isEqualTo("/hook?a=b");
    assertThat(call.header("X-Secret")).isEqualTo("correct horse");
    assertThat(call.header("Content-Type")).isEqualTo("application/json");
    // the example checkCreated of the callback
    assertThat(call.body())
        .isEqualTo(
            "{\"appointment_id\":4711823,\"dealer_id\":57,\"dealer_location_id\":312,\"wo_nr\":\"WO-88213\"}");
  }

  static List<Long> triggers() {
    return java.util.stream.LongStream.rangeClosed(1, 19).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("triggers")
  void firesEachTriggerByHandForItsWebhooksAlone(long trigger) {
    long id = webhook(trigger, "\"active\":true");
    webhook(trigger % 19 + 1, "\"active\":true");

    Answer fired = control("fire", "{\"trigger\":" + trigger + ",\"appointment_id\":4711823}");
    LATER.runAll();

    assertThat((List<?>) fired.at("webhooks")).last().isEqualTo(id);
    assertThat(receiver.calls()).hasSize(1);
    boolean communication = List.of(6L, 7L, 8L, 9L, 10L, 11L, 12L, 15L, 16L, 17L).contains(trigger);
    assertThat(
            receiver
                .bodies()
                .get(0)
                .contains("\"customer_dmsnr\":\"C-10021\",\"customer_type\":\"driver\""))
        .isEqualTo(communication);
    assertThat(receiver.bodies().get(0).contains("\"communication_key\":\"b7Qk2mXw9\""))
        .isEqualTo(communication);
  }

  @Test
  void addsToTheEventWhatTheTestAdds() {
    webhook(18, "\"active\":true");

    control("fire", "{\"trigger\":18,\"payload\":{\"is_shop\":true,\"wo_nr\":\"W\"}}");
    LATER.runAll();

    assertThat(receiver.bodies().get(0)).contains("\"is_shop\":true", "\"wo_nr\":\"W\"");
  }

  @Test
  void refusesToFireWhatDoesNotExist() {
    assertThat(control("fire", "{\"trigger\":20}").body())
        .isEqualTo("{\"message\":\"'trigger' must be a whole number between 1 and 19\"}");
    assertThat(control("fire", "{\"trigger\":1,\"appointment_id\":5}").status()).isEqualTo(400);
    assertThat(control("fire", "{\"trigger\":1,\"payload\":5}").body())
        .isEqualTo("{\"message\":\"'payload' must be an object\"}");
    assertThat(control("fire", "[]").status()).isEqualTo(400);
  }

  @Test
  void callsNeitherAnInactiveOneNorThatOfAnotherLocationOrChecklist() {
    webhook(1, "\"active\":false");
    webhook(1, "\"dealer_location_id\":313");
    webhook(1, "\"checklist_id\":7");
    long here = webhook(1, "\"dealer_location_id\":312");

    assertThat(control("fire", "{\"trigger\":1}").at("webhooks")).isEqualTo(List.of(here));
    assertThat(
            (List<?>)
                control("fire", "{\"trigger\":1,\"payload\":{\"checklist_id\":7}}").at("webhooks"))
        .hasSize(2);
  }

  /** "Checklist Identifier used to trigger a Check Created event": no other trigger. */
  @ParameterizedTest
  @ValueSource(longs = {2, 6, 19})
  void narrowsNothingButCheckCreatedByTheChecklist(long trigger) {
    long id = webhook(trigger, "\"checklist_id\":7");

    assertThat((List<?>) control("fire", "{\"trigger\":" + trigger + "}").at("webhooks"))
        .last()
        .isEqualTo(id);
  }

  /** "If a communication was sent to the customer (...) the Appointment contain a key". */
  @ParameterizedTest
  @ValueSource(longs = {6, 8, 11})
  void showsTheKeyOfACommunicationInTheAppointmentToo(long trigger) {
    webhook(trigger, "\"active\":true");
    webhook(17, "\"active\":true");
    assertThat(get("/v1/appointments/4711824").at("customcom_key")).isNull();

    fire(trigger, "{}");
    fire(17, "{}");

    Object key = get("/v1/appointments/4711824").at("customcom_key");
    assertThat(key).isEqualTo("mock-4711824");
    assertThat(receiver.bodies())
        .hasSize(2)
        .allMatch(each -> each.contains("\"communication_key\":\"" + key + "\""));
  }

  @Test
  void showsTheKeyThatAControlTells() {
    webhook(6, "\"active\":true");

    fire(6, "{\"communication_key\":\"k\"}");
    fire(6, "{}");

    assertThat(get("/v1/appointments/4711824").at("customcom_key")).isEqualTo("k");
    assertThat(receiver.bodies())
        .hasSize(2)
        .allMatch(each -> each.contains("\"communication_key\":\"k\""));
  }

  @Test
  void makesNoKeyForWhatIsNoCommunication() {
    fire(2, "{}");

    assertThat(get("/v1/appointments/4711824").at("customcom_key")).isNull();
  }

  private static void fire(long trigger, String payload) {
    control(
        "fire",
        "{\"trigger\":%d,\"appointment_id\":4711824,\"payload\":%s}".formatted(trigger, payload));
    LATER.runAll();
  }

  @Test
  void sendsATestInTheNamesOfTheTable() {
    long id = webhook(2, "\"active\":true");

    Answer answer =
        post(
            "/v1/webhooks/test",
            "{\"WebhookID\":%d,\"Payload\":{\"WebhookTriggerID\":7,\"AppointmentID\":1,\"DealerID\":57,\"DealerLocationID\":312,\"WONr\":\"W\",\"CommunicationKey\":\"k\",\"CustomerDMSNr\":\"C\",\"DMSNr\":\"D\",\"LocationVAT\":\"NL1\",\"ReceptionistProfilePictureURL\":\"u\",\"IsShop\":null}}"
                .formatted(id));
    LATER.runAll();

    assertThat(answer.body()).isEmpty();
    assertThat(receiver.bodies())
        .containsExactly(
            "{\"dealer_id\":57,\"dealer_location_id\":312,\"wo_nr\":\"W\",\"webhook_trigger_id\":7,"
                + "\"appointment_id\":1,\"communication_key\":\"k\",\"customer_dmsnr\":\"C\",\"dmsnr\":\"D\","
                + "\"location_vat\":\"NL1\",\"receptionist_profile_picture_url\":\"u\"}");
  }

  @Test
  void triesAgainEverLaterAndThenGivesUp() {
    long id = webhook(2, "\"active\":true");
    receiver.answer(500, 404, 301, 503, 200);

    test(id);
    LATER.runAll();

    assertThat(LATER.waits())
        .containsExactly(
            AT_ONCE, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));
    assertThat(receiver.calls()).hasSize(4).allMatch(each -> each.target().equals("/hook?a=b"));
    assertThat(errors(id))
        .containsExactly(
            reason("unexpected status 503"),
            reason("unexpected status 301"),
            reason("unexpected status 404"),
            reason("unexpected status 500"));
    assertThat(get("/v1/webhooks/view?webhook_id=" + id).at("has_recent_error")).isEqualTo(true);
    assertThat(get("/__mock/state").at("deliveries.0.status")).isEqualTo("failed");
    assertThat(get("/__mock/state").at("deliveries.0.attempts")).isEqualTo(4L);
  }

  @Test
  void stopsWhenItIsTaken() {
    long id = webhook(2, "\"active\":true");
    receiver.answer(500, 204);

    test(id);
    LATER.runAll();

    assertThat(receiver.calls()).hasSize(2);
    assertThat(errors(id)).containsExactly(reason("unexpected status 500"));
    assertThat(get("/__mock/state").at("deliveries.0.status")).isEqualTo("delivered");
  }

  @Test
  void recordsThatNobodyListens() {
    long id = webhook(2, "\"active\":true");
    receiver.close();

    test(id);
    LATER.runAll();

    assertThat(errors(id))
        .hasSize(4)
        .allMatch(each -> each.toString().startsWith("Post \"http://"));
  }

  @Test
  void recordsAHeaderThatCannotBeSent() {
    long id = webhook(2, "\"headers\":[{\"name\":\"Content-Length\",\"value\":\"1\"}]");

    test(id);
    LATER.runAll();

    assertThat(receiver.calls()).isEmpty();
    assertThat(errors(id)).first().asString().contains("Content-Length");
  }

  @Test
  void callsAQueuedWebhookOneAfterTheOther() {
    long id = webhook(2, "\"queued\":true");
    receiver.answer(500);
    post("/v1/webhooks/test", "{\"WebhookID\":" + id + ",\"Payload\":{\"WONr\":\"first\"}}");
    post("/v1/webhooks/test", "{\"WebhookID\":" + id + ",\"Payload\":{\"WONr\":\"second\"}}");

    LATER.runAll();

    assertThat(LATER.waits()).containsExactly(AT_ONCE, Duration.ofSeconds(1), AT_ONCE);
    assertThat(receiver.bodies())
        .satisfiesExactly(
            each -> assertThat(each).contains("first"),
            each -> assertThat(each).contains("first"),
            each -> assertThat(each).contains("second"));
  }

  @Test
  void doesNotHoldUpOneThatIsNotQueued() {
    long id = webhook(2, "\"queued\":false");
    receiver.answer(500);
    post("/v1/webhooks/test", "{\"WebhookID\":" + id + ",\"Payload\":{\"WONr\":\"first\"}}");
    post("/v1/webhooks/test", "{\"WebhookID\":" + id + ",\"Payload\":{\"WONr\":\"second\"}}");

    LATER.runAll();

    assertThat(receiver.bodies().get(1)).contains("second");
    assertThat(receiver.bodies().get(2)).contains("first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "reset"})
  void triesNoMoreAfter(String what) {
    long id = webhook(2, "\"queued\":true");
    receiver.answer(500);
    test(id);
    test(id);
    LATER.runOne();

    if (what.equals("reset")) {
      control("reset", "");
    } else {
      send(request("/v1/webhooks/delete?webhook_id=" + id, KEY).POST(BodyPublishers.noBody()));
    }
    LATER.runAll();

    assertThat(receiver.calls()).hasSize(1);
  }

  @Test
  void neverCallsAUrlThatNoCallerHasRegistered() {
    test(1501);
    LATER.runAll();

    assertThat(errors(1501))
        .first()
        .isEqualTo(
            "Post \"https://crm.example/hooks/claire\": not called: the URL is the mock's; update the"
                + " webhook");
    assertThat(LATER.waits()).containsExactly(AT_ONCE);
  }

  @Test
  void callsASeededWebhookOnceItsUrlIsOurs() {
    post(
        "/v1/webhooks/update",
        "{\"id\":1501,\"name\":\"n\",\"webhook_trigger_id\":2,\"url\":\"" + url() + "\"}");

    control("fire", "{\"trigger\":2}");
    LATER.runAll();

    assertThat(receiver.calls()).hasSize(1);
  }

  private long webhook(long trigger, String more) {
    return (Long)
        post(
                "/v1/webhooks/create",
                "{\"name\":\"n\",\"webhook_trigger_id\":%d,\"url\":\"%s\",%s}"
                    .formatted(trigger, url(), more))
            .at("ID");
  }

  private String url() {
    return receiver.url("/hook?a=b");
  }

  private String reason(String what) {
    return "Post \"" + url() + "\": " + what;
  }

  private static void test(long id) {
    assertThat(post("/v1/webhooks/test", "{\"WebhookID\":" + id + "}").status()).isEqualTo(200);
  }

  private static List<Object> errors(long id) {
    return post("/v1/webhooks/list_errors", "{\"WebhookID\":" + id + ",\"Page\":1}")
        .each("items", "reason");
  }
}
