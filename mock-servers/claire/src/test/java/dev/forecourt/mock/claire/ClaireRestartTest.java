package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonTree;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Claire was still to do when the stub ended, it does when the stub is there again. */
final class ClaireRestartTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T13:05:09Z"), ZoneOffset.UTC);
  private static final String IMPORT =
      """
      {"appointments": [{"dms_nr": "B-1", "wo_nr": "WO-B-1",
       "dms_created_at": "2026-11-20T09:00:00+01:00", "time_car_app": "2026-12-01T08:30:00+01:00",
       "location_id": 312, "car": {"dms_nr": "V-1", "vin": "WVWTEST0000000001", "model": "Up",
       "make": "Volkswagen"}, "customer_driver": {"dms_nr": "C-1", "surname": "Ökçe"},
       "interventions": [{"dms_nr": "I-1", "title": "Service", "price": 10.5}]}]}""";

  @TempDir private Path directory;

  private Receiver receiver;
  private WaitingTasks later;
  private MockServer server;

  @BeforeEach
  void start() throws Exception {
    receiver = new Receiver();
    open();
  }

  @AfterEach
  void stop() {
    server.close();
    receiver.close();
  }

  private void open() {
    later = new WaitingTasks();
    WaitingTasks own = later;
    server = MockServer.builder(new ClaireVendor(() -> own)).clock(CLOCK).state(directory).start();
  }

  /** As if the process had been killed: what waits is not done. */
  private void restart() {
    server.close();
    open();
  }

  @Test
  void appliesAnImportThatWaited() throws Exception {
    webhook(19, false);
    post("/v1/appointments/import", IMPORT);

    restart();

    assertThat(appointments()).isEqualTo("[]");
    later.runAll();
    assertThat(appointments()).contains("WO-B-1");
    assertThat(receiver.bodies()).hasSize(1);
    assertThat(rows("imports")).isEmpty();
    assertThat(rows("deliveries"))
        .extracting(each -> each.get("status"))
        .containsExactly("failed", "delivered"); // the seeded webhook is never called
  }

  @Test
  void doesNotApplyAnImportTwice() throws Exception {
    webhook(19, false);
    post("/v1/appointments/import", IMPORT);
    later.runAll();

    restart();
    later.runAll();

    assertThat(receiver.bodies()).hasSize(1);
    assertThat(appointments().split("WO-B-1", -1)).hasSize(2);
  }

  @Test
  void triesACallAgainThatHadFailed() throws Exception {
    webhook(4, false);
    receiver.answer(500, 500, 200);
    post("/__mock/fire", "{\"trigger\":4}");
    later.runOne();
    later.runOne();

    restart();

    // after the second failure
    assertThat(later.waits()).containsExactly(Duration.ofSeconds(5));
    later.runAll();
    assertThat(receiver.calls()).hasSize(3);
    assertThat(rows("deliveries").get(0))
        .containsEntry("status", "delivered")
        .containsEntry("attempts", 3L);
  }

  @Test
  void callsAQueuedWebhookInTheOrderOfItsEvents() throws Exception {
    webhook(4, true);
    for (int i = 1; i <= 3; i++) {
      post("/__mock/fire", "{\"trigger\":4,\"payload\":{\"n\":" + i + "}}");
    }

    restart();

    assertThat(later.waits()).as("one at a time").containsExactly(Duration.ZERO);
    later.runAll();
    assertThat(receiver.bodies())
        .extracting(each -> each.replaceAll(".*\"n\":(\\d).*", "$1"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void goesOnInAnotherStubThatIsGivenTheState() throws Exception {
    webhook(4, false);
    post("/__mock/fire", "{\"trigger\":4}");
    WaitingTasks others = new WaitingTasks();

    try (MockServer other =
        MockServer.builder(new ClaireVendor(() -> others)).clock(CLOCK).start()) {
      other.importState(server.exportState());
      others.runAll();

      assertThat(receiver.calls()).hasSize(1);
      server.importState(other.exportState());
      later.runAll();
      assertThat(receiver.calls()).hasSize(1);
    }
  }

  @Test
  void givesNoIdASecondTime() throws Exception {
    long id = webhook(4, false);
    post("/v1/webhooks/delete?webhook_id=" + id, "");

    restart();

    assertThat(webhook(4, false)).isEqualTo(id + 1);
  }

  @Test
  void remembersFailedCalls() throws Exception {
    long id = webhook(4, false);
    receiver.answer(500, 500, 500, 500);
    post("/__mock/fire", "{\"trigger\":4}");
    later.runAll();
    String request = "{\"webhook_id\":" + id + ",\"page\":1}";
    String before = post("/v1/webhooks/list_errors", request);
    assertThat(before).contains("unexpected status 500");

    restart();

    assertThat(post("/v1/webhooks/list_errors", request)).isEqualTo(before);
  }

  private long webhook(int trigger, boolean queued) throws Exception {
    String created =
        post(
            "/v1/webhooks/create",
            "{\"name\":\"n\",\"webhook_trigger_id\":%d,\"queued\":%s,\"url\":\"%s\"}"
                .formatted(trigger, queued, receiver.url("/hook")));
    return Long.parseLong(created.replaceAll("\\D", ""));
  }

  private String appointments() throws Exception {
    return call("GET", "/v1/appointments?location_id=312&dms_nr=B-1", "");
  }

  private List<Map<String, Object>> rows(String table) throws Exception {
    Object state = JsonReader.read(server.exportState().getBytes(StandardCharsets.UTF_8));
    return JsonTree.objects(JsonTree.object(state).get(table)).stream()
        .map(each -> Map.<String, Object>copyOf(withoutNull(each)))
        .toList();
  }

  private static Map<String, Object> withoutNull(Map<String, Object> fields) {
    fields.values().removeIf(java.util.Objects::isNull);
    return fields;
  }

  private String post(String path, String json) throws Exception {
    return call("POST", path, json);
  }

  private String call(String method, String path, String json) throws Exception {
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.baseUri() + path))
                .header("Authorization", AbstractClaireTest.KEY)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isIn(200, 202);
    return response.body();
  }
}
