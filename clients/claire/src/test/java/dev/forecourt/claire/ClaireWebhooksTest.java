package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.claire.model.WebhookError;
import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.errors.BadRequestException;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.ServerErrorException;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests are those of the contract's examples; 1501 is the webhook of these. */
class ClaireWebhooksTest {
  private static final String CREATED = "{\"ID\":1501}";

  private final Specs specs = new Specs("claire");
  private final WireServer server = new WireServer();
  private final ClaireClient client =
      ClaireClient.builder().apiKey("claire-test-key").baseUrl(server.url()).build();
  private final ClaireWebhooks webhooks = ClaireWebhooks.of(client);

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void createsAWebhookThatIsNotThere() {
    server.answer("null").answer(CREATED);

    long id = webhooks.register(offers().locationId(312).build());

    assertThat(id).isEqualTo(1501);
    assertThat(lines()).containsExactly("GET /v1/webhooks/list", "POST /v1/webhooks/create");
    assertThat(body(1))
        .isEqualTo(
            "{\"name\":\"Offers to the CRM\",\"webhook_trigger_id\":2,\"dealer_location_id\":312,"
                + "\"url\":\"https://crm.example/hooks/claire\",\"queued\":false,\"active\":true,"
                + "\"headers\":[{\"name\":\"X-Shared-Secret\",\"value\":\"correct horse\"}]}");
  }

  @Test
  void sendsNoLocationForAllOfTheDealer() {
    server.answer("[]").answer(CREATED);

    webhooks.register(offers().checklistId(1204).active(false).queued(true).build());

    assertThat(json(1).has("dealer_location_id")).isFalse();
    assertThat(json(1).get("checklist_id").asInt()).isEqualTo(1204);
    assertThat(json(1).get("active").asBoolean()).isFalse();
    assertThat(json(1).get("queued").asBoolean()).isTrue();
  }

  @Test
  void updatesTheWebhookThatIsThere() {
    // the webhook of the contract's example, which has this URL, trigger and location
    server.answer(existing().toString()).answer(WireAnswer.of(200, "", ""));

    long id = webhooks.register(offers().name("Offers").locationId(312).build());

    assertThat(id).isEqualTo(1501);
    assertThat(lines()).containsExactly("GET /v1/webhooks/list", "POST /v1/webhooks/update");
    assertThat(body(1))
        .isEqualTo(
            "{\"id\":1501,\"name\":\"Offers\",\"webhook_trigger_id\":2,\"dealer_id\":57,"
                + "\"dealer_location_id\":312,\"url\":\"https://crm.example/hooks/claire\","
                + "\"queued\":false,\"active\":true,"
                + "\"headers\":[{\"name\":\"X-Shared-Secret\",\"value\":\"correct horse\"}]}");
  }

  @Test
  void sendsAnEmptyListForNoHeadersBecauseAnUpdateReplacesThem() {
    server.answer(existing().toString()).answer(WireAnswer.of(200, "", ""));

    webhooks.register(plain().locationId(312).build());

    assertThat(json(1).get("headers").toString()).isEqualTo("[]");
  }

  @Test
  void leavesAWebhookSwitchedOffUnlessAskedToSwitchItOn() {
    String off = changed("active", "false");
    server.answer(off).answer(WireAnswer.of(200, "", ""));
    server.answer(off).answer(WireAnswer.of(200, "", ""));

    webhooks.register(offers().locationId(312).build());
    webhooks.register(offers().locationId(312).active(true).build());

    assertThat(json(1).get("active").asBoolean()).isFalse();
    assertThat(json(3).get("active").asBoolean()).isTrue();
  }

  @Test
  void takesAWebhookOfAnotherUrlTriggerLocationOrCheckListForAnotherOne() {
    for (String other :
        List.of(
            changed("url", "\"https://crm.example/hooks/Claire\""),
            changed("webhook_trigger_id", "3"),
            changed("dealer_location_id", "313"),
            changed("dealer_location_id", "null"),
            changed("checklist_id", "1204"))) {
      server.answer(other).answer(CREATED);

      webhooks.register(offers().locationId(312).build());
    }

    assertThat(lines())
        .filteredOn("POST /v1/webhooks/create"::equals)
        .hasSize(server.requests().size() / 2);
  }

  @Test
  void takesZeroForNoLocationAndNoCheckList() {
    ObjectNode webhook = (ObjectNode) existing().get(0);
    webhook.put("dealer_location_id", 0).put("checklist_id", 0);
    server.answer("[null," + webhook + "]").answer(WireAnswer.of(200, "", ""));

    webhooks.register(offers().build());

    assertThat(lines()).endsWith("POST /v1/webhooks/update");
    assertThat(json(1).has("dealer_location_id")).isFalse();
  }

  @Test
  void updatesTheOldestOfSeveralAndWarnsOfTheOthers() {
    String first = existing().get(0).toString();
    String second = first.replace("\"id\":1501", "\"id\":1500");
    server.answer("[" + first + "," + second + "]").answer(WireAnswer.of(200, "", ""));

    List<String> lines;
    long id;
    try (AllLogs logs = new AllLogs()) {
      id = webhooks.register(offers().locationId(312).build());
      lines = logs.lines();
    }

    assertThat(id).isEqualTo(1500);
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "claire register: the webhooks [1500, 1501] are the same, so each event"
                            + " comes 2 times. Kept 1500; delete the others."));
  }

  @Test
  void saysWhatToDoIfTheAnswerHoldsNoId() {
    server.answer("[]").answer("{}");

    assertThatThrownBy(() -> webhooks.register(offers().build()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "claire createWebhook: the answer holds no id. Expected {\"ID\": 1501}. Register"
                + " again, which finds the webhook by its URL.");
  }

  @Test
  void hidesHeadersThatAnErrorRepeats() {
    String secret = "p\"s<3&\\cret%";
    WebhookSubscription subscription =
        plain()
            .secret(SharedSecret.of("X-Shared-Secret", secret))
            .header("X-Longer", secret + "-and-more")
            .header("X-Tenant", "7")
            .build();
    String json = VendorJson.write(secret + "-and-more");
    String go = json.replace("<", "\\u003c").replace("&", "\\u0026");
    server
        .answer("[]")
        .answer(WireAnswer.of(400, "", "tenant 7: " + secret + " " + json + " " + go));

    String seen;
    BadRequestException thrown;
    try (AllLogs logs = new AllLogs()) {
      thrown =
          catchThrowableOfType(BadRequestException.class, () -> webhooks.register(subscription));
      seen = thrown.getMessage() + thrown.body() + thrown.headers() + logs.lines() + subscription;
    }

    assertThat(server.requests().get(1).body()).contains(VendorJson.write(secret));
    assertThat(thrown.body()).isEqualTo("tenant 7: **** \"****\" \"****\"");
    assertThat(seen).doesNotContain("cret%");
    assertThat(webhooks).hasToString("ClaireWebhooks");
  }

  @Test
  void doesNotSendTheHeadersOfAWebhookAsItsOwn() {
    server.answer("[]").answer(CREATED);

    webhooks.register(offers().build());

    assertThat(server.requests().get(1).headers("X-Shared-Secret")).isEmpty();
    assertThat(server.requests().get(1).header("Authorization")).isEqualTo("claire-test-key");
  }

  @Test
  void testsWithThePascalCaseOfTheSample() {
    server.answer(WireAnswer.of(200, "", ""));

    webhooks.test(
        1501,
        WebhookEvent.builder()
            .webhookTriggerId(WebhookTriggerID.OFFER_READY)
            .appointmentId(4711823)
            .dealerId(57)
            .dealerLocationId(312)
            .woNr("WO-88213")
            .dmsLocationSource("autogroep-noord-groningen")
            .build());

    assertThat(server.request().line()).isEqualTo("POST /v1/webhooks/test");
    assertThat(Specs.exact(server.request().body()))
        .isEqualTo(specs.yaml("components/examples/WebhookTest.yaml").get("value"));
  }

  @Test
  void sendsEveryMemberOfATestCall() {
    server.answer(WireAnswer.of(200, "", ""));
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    specs
        .yaml("components/schemas/WebhookTestPayload.yaml")
        .get("properties")
        .properties()
        .forEach(property -> all.set(property.getKey(), property.getValue().get("example")));

    webhooks.test(1501, ClaireWebhooks.parse(all.toString()).payload());

    assertThat(json(0).get("Payload")).isEqualTo(Specs.exact(all.toString()));
  }

  @Test
  void deletesAWebhook() {
    server.answer(WireAnswer.of(200, "", ""));

    webhooks.delete(1501);

    assertThat(server.request().line()).isEqualTo("POST /v1/webhooks/delete?webhook_id=1501");
  }

  @Test
  void asksForErrorsOnlyWhenNeeded() {
    server.answer(page(3, 1, 2)).answer(page(3, 3));

    WebhookErrors errors = webhooks.errors(1501);
    assertThat(server.requests()).isEmpty();
    List<Long> two = errors.stream().limit(2).map(WebhookError::id).toList();

    assertThat(two).containsExactly(1L, 2L);
    assertThat(server.request().line()).isEqualTo("POST /v1/webhooks/list_errors");
    assertThat(server.request().body()).isEqualTo("{\"WebhookID\":1501,\"Page\":0}");
  }

  @Test
  void walksErrorsWhosePagesCountFromZero() {
    server.answer(page(3, 1, 2)).answer(page(3, 3, 4)).answer(page(3, 5));

    assertThat(errors()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(pagesAsked()).containsExactly(0, 1, 2);
  }

  @Test
  void walksErrorsWhosePagesCountFromOneAndZeroIsTheSame() {
    server.answer(page(3, 1, 2)).answer(page(3, 1, 2)).answer(page(3, 3, 4)).answer(page(3, 5));

    assertThat(errors()).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(pagesAsked()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void walksErrorsWhosePagesCountFromOneAndZeroIsEmpty() {
    server.answer("{\"items\":null,\"nb_pages\":2}").answer(page(2, 1, 2)).answer(page(2, 3));

    assertThat(errors()).containsExactly(1L, 2L, 3L);
    assertThat(pagesAsked()).containsExactly(0, 1, 2);
  }

  @Test
  void walksErrorsWhosePagesCountFromOneAndZeroIsRefused() {
    server.answer(WireAnswer.of(400, "", "")).answer(page(2, 1, 2)).answer(page(2, 3));
    server.answer(WireAnswer.of(500, "", "")).answer(page(1, 4));

    assertThat(errors()).containsExactly(1L, 2L, 3L);
    assertThat(errors()).containsExactly(4L);
  }

  @Test
  void asksOnceForASinglePageOfErrors() {
    server.answer(page(1, 1));

    assertThat(errors()).containsExactly(1L);
    assertThat(pagesAsked()).containsExactly(0);
  }

  @Test
  void findsNoErrorsInTheVendorsSample() {
    server.answer(specs.evidence("listWebhookErrors.response"));

    assertThat(errors()).isEmpty();
    assertThat(pagesAsked()).containsExactly(0);
  }

  @Test
  void walksToAnEmptyPageWhereNobodyCountsThePages() {
    server
        .answer("{\"items\":[{\"id\":1}]}")
        .answer("{\"items\":[{\"id\":2}]}")
        .answer("{\"items\":[]}");

    assertThat(errors()).containsExactly(1L, 2L);
  }

  @Test
  void doesNotWalkForEverIfTheLastPageComesAgain() {
    server
        .answer("{\"items\":[{\"id\":1}]}")
        .answer("{\"items\":[{\"id\":2}]}")
        .answer("{\"items\":[{\"id\":2}]}");

    assertThat(errors()).containsExactly(1L, 2L);
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void doesNotTakeAnUnknownWebhookForAMatterOfPages() {
    server.answer(WireAnswer.of(404, "", ""));

    assertThatThrownBy(this::errors).isInstanceOf(NotFoundException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void showsAFailureThatDoesNotGoAway() {
    server.answer(WireAnswer.of(500, "", "")).answer(WireAnswer.of(500, "", ""));

    assertThatThrownBy(this::errors).isInstanceOf(ServerErrorException.class);
    assertThat(pagesAsked()).containsExactly(0, 1);
  }

  private List<Long> errors() {
    return webhooks.errors(1501).stream().map(WebhookError::id).toList();
  }

  private List<Integer> pagesAsked() {
    return server.requests().stream()
        .map(request -> Specs.exact(request.body()).get("Page").asInt())
        .toList();
  }

  private static String page(int pages, int... ids) {
    StringBuilder items = new StringBuilder();
    for (int id : ids) {
      items.append(items.isEmpty() ? "" : ",").append("{\"id\":").append(id).append('}');
    }
    return "{\"items\":[" + items + "],\"nb_pages\":" + pages + "}";
  }

  private List<String> lines() {
    return server.requests().stream().map(WireRequest::line).toList();
  }

  private String body(int request) {
    return server.requests().get(request).body();
  }

  private JsonNode json(int request) {
    return Specs.exact(body(request));
  }

  private JsonNode existing() {
    return specs.yaml("components/examples/WebhookArray.yaml").get("value");
  }

  /** The first webhook of the example, with another value of one member. */
  private String changed(String member, String json) {
    ObjectNode webhook = (ObjectNode) existing().get(0);
    webhook.set(member, Specs.exact(json));
    return "[" + webhook + "]";
  }

  private static WebhookSubscription.Builder offers() {
    return plain().secret(SharedSecret.of("X-Shared-Secret", "correct horse"));
  }

  private static WebhookSubscription.Builder plain() {
    return WebhookSubscription.builder()
        .name("Offers to the CRM")
        .url("https://crm.example/hooks/claire")
        .trigger(WebhookTriggerID.OFFER_READY);
  }
}
