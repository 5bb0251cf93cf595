package dev.forecourt.contracttests.claire;

import static dev.forecourt.contracttests.claire.ClairePact.*;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.model.*;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every operation of Claire, called with samples of the documentation or examples of the contract.
 */
final class ClaireCalls {
  private ClaireCalls() {}

  /** Given up by the vendor since 2024-07-23 (claire.txt L1459-1460), and still in the contract. */
  @SuppressWarnings("deprecation")
  static VendorCall<ClaireClient> listAppointmentsByDmsNumber() {
    return query(
        "listAppointmentsByDmsNumber",
        "/v1/appointments",
        "location_id=312&dms_nr=A2024-08154",
        c -> c.appointments().listAppointmentsByDmsNumber(LOCATION, "A2024-08154"));
  }

  static VendorCall<ClaireClient> searchAppointments(JsonNode filter) {
    AppointmentFilter model = model(filter, AppointmentFilter.class);
    return post(
        "searchAppointments",
        "/v1/appointments/list",
        filter,
        c -> c.appointments().searchAppointments(model));
  }

  static VendorCall<ClaireClient> getAppointment(long id) {
    return new VendorCall<>(
        "getAppointment",
        "GET",
        "/v1/appointments/" + id,
        c -> c.appointments().getAppointment(id));
  }

  static VendorCall<ClaireClient> importAppointments(JsonNode batch) {
    AppointmentImportBatch model = model(batch, AppointmentImportBatch.class);
    return post(
        "importAppointments",
        "/v1/appointments/import",
        batch,
        c -> c.appointments().importAppointments(model));
  }

  static VendorCall<ClaireClient> listChecks(long appointment) {
    return query(
        "listChecks",
        "/v1/checks",
        "appointment_id=" + appointment,
        c -> c.checks().listChecks(appointment));
  }

  static VendorCall<ClaireClient> listLocations() {
    return get("listLocations", "/v1/locations", c -> c.locations().listLocations());
  }

  static VendorCall<ClaireClient> listTags() {
    return get("listTags", "/v1/tags", c -> c.tags().listTags());
  }

  static VendorCall<ClaireClient> listQuestions() {
    return get("listQuestions", "/v1/questions", c -> c.questions().listQuestions());
  }

  static VendorCall<ClaireClient> getCar(String vin) {
    return query("getCar", "/v1/car", "vin=" + vin, c -> c.cars().getCar(vin));
  }

  static VendorCall<ClaireClient> listWebhooks() {
    return get("listWebhooks", "/v1/webhooks/list", c -> c.webhooks().listWebhooks());
  }

  static VendorCall<ClaireClient> createWebhook(JsonNode webhook) {
    NewWebhook model = model(webhook, NewWebhook.class);
    return post(
        "createWebhook", "/v1/webhooks/create", webhook, c -> c.webhooks().createWebhook(model));
  }

  static VendorCall<ClaireClient> getWebhook(long id) {
    return query(
        "getWebhook", "/v1/webhooks/view", "webhook_id=" + id, c -> c.webhooks().getWebhook(id));
  }

  static VendorCall<ClaireClient> updateWebhook(JsonNode webhook) {
    WebhookUpdate model = model(webhook, WebhookUpdate.class);
    return post(
        "updateWebhook", "/v1/webhooks/update", webhook, c -> c.webhooks().updateWebhook(model));
  }

  /** A POST without a body. */
  static VendorCall<ClaireClient> deleteWebhook(long id) {
    return new VendorCall<>(
        "deleteWebhook",
        "POST",
        "/v1/webhooks/delete",
        request -> request.query("webhook_id=" + id),
        c -> c.webhooks().deleteWebhook(id));
  }

  static VendorCall<ClaireClient> testWebhook(JsonNode test) {
    WebhookTest model = model(test, WebhookTest.class);
    return post("testWebhook", "/v1/webhooks/test", test, c -> c.webhooks().testWebhook(model));
  }

  static VendorCall<ClaireClient> listWebhookErrors(JsonNode filter) {
    WebhookErrorFilter model = model(filter, WebhookErrorFilter.class);
    return post(
        "listWebhookErrors",
        "/v1/webhooks/list_errors",
        filter,
        c -> c.webhooks().listWebhookErrors(model).firstPage());
  }

  static VendorCall<ClaireClient> listWebhookTriggers() {
    return get(
        "listWebhookTriggers",
        "/v1/webhooks/list_triggers",
        c -> c.webhooks().listWebhookTriggers());
  }

  /** Each operation once, with ids that exist. */
  static List<VendorCall<ClaireClient>> all() {
    return List.of(
        listAppointmentsByDmsNumber(),
        searchAppointments(example("AppointmentFilterByDate")),
        getAppointment(APPOINTMENT),
        importAppointments(example("AppointmentImportBatchMinimal")),
        listChecks(APPOINTMENT),
        listLocations(),
        listTags(),
        listQuestions(),
        getCar(VIN),
        listWebhooks(),
        createWebhook(example("NewWebhook")),
        getWebhook(WEBHOOK),
        updateWebhook(example("WebhookUpdate")),
        deleteWebhook(WEBHOOK),
        testWebhook(example("WebhookTest")),
        listWebhookErrors(example("WebhookErrorFilter")),
        listWebhookTriggers());
  }

  private static VendorCall<ClaireClient> get(
      String operationId, String path, Consumer<ClaireClient> call) {
    return new VendorCall<>(operationId, "GET", path, call);
  }

  private static VendorCall<ClaireClient> query(
      String operationId, String path, String query, Consumer<ClaireClient> call) {
    return new VendorCall<>(operationId, "GET", path, request -> request.query(query), call);
  }

  private static VendorCall<ClaireClient> post(
      String operationId, String path, JsonNode body, Consumer<ClaireClient> call) {
    return new VendorCall<>(
        operationId, "POST", path, request -> VendorPact.json(request, body), call);
  }
}
