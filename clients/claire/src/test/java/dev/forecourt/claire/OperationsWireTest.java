package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.claire.api.AppointmentsService.ListAppointmentsByDmsNumberQuery;
import dev.forecourt.claire.model.Appointment;
import dev.forecourt.claire.model.AppointmentFilter;
import dev.forecourt.claire.model.AppointmentImportBatch;
import dev.forecourt.claire.model.CustomerKind;
import dev.forecourt.claire.model.NewWebhook;
import dev.forecourt.claire.model.Webhook;
import dev.forecourt.claire.model.WebhookError;
import dev.forecourt.claire.model.WebhookErrorFilter;
import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTest;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.claire.model.WebhookUpdate;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.AbstractOperationsTest;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Answers are Claire's samples, from specs/claire/evidence. */
class OperationsWireTest extends AbstractOperationsTest<ClaireClient> {

  OperationsWireTest() {
    super("claire");
  }

  @Override
  protected ClaireClient build(String baseUrl) {
    return ClaireClient.builder().apiKey("claire-test-key").baseUrl(baseUrl).build();
  }

  @Override
  protected void assertCommonHeaders(WireRequest request) {
    assertThat(request.header("Authorization")).isEqualTo("claire-test-key");
    assertThat(request.header("Accept")).isEqualTo("application/json");
  }

  @Test
  void listsAppointmentsByDmsNumber() {
    answer("listAppointmentsByDmsNumber.response");

    @SuppressWarnings("deprecation") // given up by the vendor, and still in the contract
    var found =
        client()
            .appointments()
            .listAppointmentsByDmsNumber(
                312,
                "A 1",
                ListAppointmentsByDmsNumberQuery.builder()
                    .customerKind(CustomerKind.DRIVER)
                    .build());

    assertSent("GET /v1/appointments?location_id=312&dms_nr=A%201&customer_kind=driver");
    assertThat(found).hasSize(1);
  }

  @Test
  void searchesAppointments() {
    answer("searchAppointments.response");

    var found =
        client()
            .appointments()
            .searchAppointments(
                AppointmentFilter.builder()
                    .locationId(312)
                    .customerKind(CustomerKind.OWNER)
                    .date(OffsetDateTime.parse("2024-08-20T00:00:00Z"))
                    .isPinned(true)
                    .build());

    assertSent(
        "POST /v1/appointments/list",
        "{\"location_id\":312,\"customer_kind\":\"owner\",\"date\":\"2024-08-20T00:00:00Z\","
            + "\"is_pinned\":true}");
    assertThat(found.appointments()).isEmpty();
  }

  @Test
  void getsAnAppointment() {
    answer("getAppointment.response");

    var appointment = client().appointments().getAppointment(4711823);

    assertSent("GET /v1/appointments/4711823");
    assertThat(appointment.createdOn()).isNull();
    assertThat(appointment.id()).isZero();
  }

  @Test
  void importsAppointments() {
    server.answer(WireAnswer.of(200, "", ""));

    client()
        .appointments()
        .importAppointments(sample("importAppointments.request", AppointmentImportBatch.class));

    assertSentSample("POST /v1/appointments/import", "importAppointments.request");
  }

  @Test
  void listsChecks() {
    answer("listChecks.response");

    var checks = client().checks().listChecks(4711823);

    assertSent("GET /v1/checks?appointment_id=4711823");
    assertThat(checks).hasSize(1);
  }

  @Test
  void listsLocations() {
    answer("listLocations.response");

    var locations = client().locations().listLocations();

    assertSent("GET /v1/locations");
    assertThat(locations).hasSize(1);
  }

  @Test
  void listsTags() {
    answer("listTags.response");

    var tags = client().tags().listTags();

    assertSent("GET /v1/tags");
    assertThat(tags).hasSize(1);
  }

  @Test
  void readsNullAsAnEmptyList() {
    server.answer("null");

    var tags = client().tags().listTags();

    assertSent("GET /v1/tags");
    assertThat(tags).isEmpty();
  }

  @Test
  void listsQuestions() {
    answer("listQuestions.response");

    var questions = client().questions().listQuestions();

    assertSent("GET /v1/questions");
    assertThat(questions).hasSize(1);
  }

  @Test
  void getsACar() {
    answer("getCar.response");

    var car = client().cars().getCar("WVWZZZAUZJW123456");

    assertSent("GET /v1/car?vin=WVWZZZAUZJW123456");
    assertThat(car.id()).isZero();
  }

  @Test
  void listsWebhooks() {
    answer("listWebhooks.response");

    var webhooks = client().webhooks().listWebhooks();

    assertSent("GET /v1/webhooks/list");
    assertThat(webhooks)
        .extracting(Webhook::webhookTriggerId)
        .containsExactly(WebhookTriggerID.UNSET);
  }

  @Test
  void createsAWebhook() {
    answer("createWebhook.response");

    var created =
        client().webhooks().createWebhook(sample("createWebhook.request", NewWebhook.class));

    assertSentSample("POST /v1/webhooks/create", "createWebhook.request");
    assertThat(created.id()).isZero();
  }

  @Test
  void getsAWebhook() {
    answer("getWebhook.response");

    var webhook = client().webhooks().getWebhook(1501);

    assertSent("GET /v1/webhooks/view?webhook_id=1501");
    assertThat(webhook.url()).isEmpty();
  }

  @Test
  void updatesAWebhook() {
    server.answer(WireAnswer.of(200, "", ""));

    client().webhooks().updateWebhook(sample("updateWebhook.request", WebhookUpdate.class));

    assertSentSample("POST /v1/webhooks/update", "updateWebhook.request");
  }

  @Test
  void deletesAWebhook() {
    server.answer(WireAnswer.of(200, "", ""));

    client().webhooks().deleteWebhook(1501);

    assertSent("POST /v1/webhooks/delete?webhook_id=1501");
  }

  @Test
  void testsAWebhook() {
    server.answer(WireAnswer.of(200, "", ""));

    client().webhooks().testWebhook(sample("testWebhook.request", WebhookTest.class));

    assertSentSample("POST /v1/webhooks/test", "testWebhook.request");
  }

  @Test
  void listsWebhookErrors() {
    answer("listWebhookErrors.response");

    var page =
        client()
            .webhooks()
            .listWebhookErrors(WebhookErrorFilter.builder().webhookID(1501).page(0).build())
            .firstPage();

    assertSent("POST /v1/webhooks/list_errors", "{\"WebhookID\":1501,\"Page\":0}");
    assertThat(page.items()).isEmpty();
  }

  @Test
  void walksPagesOfWebhookErrorsFromTheOneGiven() {
    server
        .answer("{\"items\":[{\"id\":1}],\"nb_pages\":2}")
        .answer("{\"items\":[{\"id\":2}],\"nb_pages\":2}");

    var ids =
        client()
            .webhooks()
            .listWebhookErrors(WebhookErrorFilter.builder().webhookID(7).page(1).build())
            .stream()
            .map(WebhookError::id)
            .toList();

    assertThat(ids).containsExactly(1L, 2L);
    assertThat(server.requests())
        .extracting(WireRequest::body)
        .containsExactly("{\"WebhookID\":7,\"Page\":1}", "{\"WebhookID\":7,\"Page\":2}");
  }

  @Test
  void endsAtAnEmptyPageWhereTheVendorCountsFromZero() {
    server
        .answer("{\"items\":[{\"id\":1}],\"nb_pages\":1}")
        .answer("{\"items\":null,\"nb_pages\":1}");

    var found =
        client()
            .webhooks()
            .listWebhookErrors(WebhookErrorFilter.builder().webhookID(7).page(0).build())
            .stream()
            .toList();

    assertThat(found).hasSize(1);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void listsWebhookTriggers() {
    answer("listWebhookTriggers.response");

    var triggers = client().webhooks().listWebhookTriggers();

    assertSent("GET /v1/webhooks/list_triggers");
    assertThat(triggers).hasSize(1);
  }

  @Test
  void keepsUnknownCodes() {
    server.answer("{\"webhook_trigger_id\":77}");

    var webhook = client().webhooks().getWebhook(1);

    assertThat(webhook.webhookTriggerId().value()).isEqualTo(77);
    assertThat(webhook.webhookTriggerId().known()).isEqualTo(WebhookTriggerID.Known.UNKNOWN);
    assertThat(VendorJson.write(webhook)).isEqualTo("{\"webhook_trigger_id\":77}");
  }

  @Test
  void losesNoListForOneUnknownCode() {
    server.answer(
        "[{\"id\":1,\"webhook_trigger_id\":2},{\"id\":2,\"webhook_trigger_id\":77},{\"id\":3}]");

    var webhooks = client().webhooks().listWebhooks();

    assertThat(webhooks).extracting(Webhook::id).containsExactly(1L, 2L, 3L);
    assertThat(webhooks.get(0).webhookTriggerId()).isEqualTo(WebhookTriggerID.OFFER_READY);
    assertThat(webhooks.get(1).webhookTriggerId().value()).isEqualTo(77);
  }

  @Test
  void readsTheOtherSpellingOfAnEvent() {
    WebhookEvent event =
        VendorJson.read("{\"WebhookTriggerID\":2,\"AppointmentID\":5}", WebhookEvent.class);

    assertThat(event.webhookTriggerId()).isEqualTo(WebhookTriggerID.OFFER_READY);
    assertThat(event.appointmentId()).isEqualTo(5);
  }

  @Test
  void readsOneObjectWhereAListBelongsAndKeepsIt() {
    String json = "{\"interventions\":{\"id\":7}}";

    Appointment read = VendorJson.read(json, Appointment.class);

    assertThat(read.interventions()).hasSize(1);
    assertThat(VendorJson.write(read)).isEqualTo(json);
  }

  private <T> T sample(String evidence, Class<T> model) {
    return VendorJson.read(specs.evidence(evidence), model);
  }
}
