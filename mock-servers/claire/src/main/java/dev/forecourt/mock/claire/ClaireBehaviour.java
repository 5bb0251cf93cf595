package dev.forecourt.mock.claire;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What Claire does with a request that has passed all checks. */
final class ClaireBehaviour implements ClaireApi {

  private final ClaireState state;
  private final ImportQueue imports;
  private final WebhookDesk webhooks;
  private final MockResponse triggers =
      Json.array(
          ClaireOperations.LIST_WEBHOOK_TRIGGERS.example("all").objects().stream()
              .map(Json::bytes)
              .toList());

  ClaireBehaviour(ClaireState state, ImportQueue imports, WebhookDesk webhooks) {
    this.state = state;
    this.imports = imports;
    this.webhooks = webhooks;
  }

  @Override
  public MockResponse listAppointmentsByDmsNumber(ListAppointmentsByDmsNumberRequest request) {
    return Json.array(
        state
            .garage()
            .appointments(request.locationId(), byNumber(request.dmsNr(), request.customerKind())));
  }

  @Override
  public MockResponse searchAppointments(SearchAppointmentsRequest request) {
    long location = (Long) required(request.body(), "location_id");
    Predicate<Appointment> filter = filter(request.body(), location);
    List<byte[]> found = state.garage().appointments(location, filter);
    // null is "none" in the vendor's sample
    byte[] body =
        JsonWriter.object(
            out -> {
              if (found.isEmpty()) {
                out.field("appointments", (String) null);
              } else {
                out.array("appointments", found, out::raw);
              }
            });
    return MockResponse.json(200, body);
  }

  private Predicate<Appointment> filter(Map<String, @Nullable Object> body, long location) {
    String number = Json.text(body.get("dms_nr"));
    String date = Json.text(body.get("date"));
    if (body.get("is_pinned") != null) {
      return Appointment::pinned; // whatever the other filters say
    }
    if (number == null && date == null) {
      if (location == 0) {
        return each -> false; // the vendor's own sample, all zero, finds nothing
      }
      throw new Refusal(
          400,
          "At least one filter must be used: body field 'dms_nr' or 'date' or 'is_pinned' must not"
              + " be null");
    }
    LocalDate day = date == null ? null : ClaireTime.namedDay(date);
    Predicate<Appointment> filter = each -> day == null || each.day().equals(day);
    return number == null
        ? filter
        : filter.and(byNumber(number, Json.text(body.get("customer_kind"))));
  }

  private Predicate<Appointment> byNumber(String number, @Nullable String customerKind) {
    if (customerKind == null) {
      return each -> each.key().dmsNr().equals(number);
    }
    CustomerKind kind = CustomerKind.of(customerKind);
    return each -> {
      Customer customer = state.garage().customer(each.customers().get(kind));
      return customer != null && customer.dmsNr().equals(number);
    };
  }

  @Override
  public MockResponse importAppointments(ImportAppointmentsRequest request) {
    imports.take(request.body());
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse getAppointment(GetAppointmentRequest request) {
    byte[] json = state.garage().appointmentJson(request.id());
    if (json == null) {
      throw unknownAppointment(request.id());
    }
    return MockResponse.json(200, json);
  }

  @Override
  public MockResponse listChecks(ListChecksRequest request) {
    if (state.garage().appointment(request.appointmentId()) == null) {
      throw unknownAppointment(request.appointmentId());
    }
    return Json.array(state.own().checksJson(request.appointmentId()));
  }

  @Override
  public MockResponse listLocations(ListLocationsRequest request) {
    return Json.array(state.own().locationsJson());
  }

  @Override
  public MockResponse listTags(ListTagsRequest request) {
    return Json.array(ClaireTables.json(state.own().tags()));
  }

  @Override
  public MockResponse listQuestions(ListQuestionsRequest request) {
    return Json.array(ClaireTables.json(state.own().questions()));
  }

  @Override
  public MockResponse getCar(GetCarRequest request) {
    byte[] json = state.garage().carJson(request.vin());
    if (json == null) {
      throw new Refusal(
          404, "No car '%s'. One that exists: WVWZZZAUZJW123456.".formatted(request.vin()));
    }
    return MockResponse.json(200, json);
  }

  @Override
  public MockResponse listWebhooks(ListWebhooksRequest request) {
    return webhooks.list(request.caller());
  }

  @Override
  public MockResponse createWebhook(CreateWebhookRequest request) {
    return webhooks.create(request.caller(), request.body());
  }

  @Override
  public MockResponse getWebhook(GetWebhookRequest request) {
    return webhooks.get(request.caller(), request.webhookId());
  }

  @Override
  public MockResponse updateWebhook(UpdateWebhookRequest request) {
    return webhooks.update(request.caller(), request.body());
  }

  @Override
  public MockResponse deleteWebhook(DeleteWebhookRequest request) {
    return webhooks.delete(request.caller(), request.webhookId());
  }

  @Override
  public MockResponse testWebhook(TestWebhookRequest request) {
    return webhooks.test(request.caller(), request.body());
  }

  @Override
  public MockResponse listWebhookErrors(ListWebhookErrorsRequest request) {
    return webhooks.errors(request.caller(), request.body());
  }

  @Override
  public MockResponse listWebhookTriggers(ListWebhookTriggersRequest request) {
    return triggers;
  }

  private static Refusal unknownAppointment(long id) {
    return new Refusal(
        404,
        "No appointment %d. One that exists: %d.".formatted(id, ClaireSeed.DOCUMENTED_APPOINTMENT));
  }

  /** A member that the checks have seen. */
  static Object required(Map<String, @Nullable Object> body, String name) {
    return java.util.Objects.requireNonNull(body.get(name), name);
  }
}
