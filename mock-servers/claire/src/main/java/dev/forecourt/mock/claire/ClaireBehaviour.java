package dev.forecourt.mock.claire;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.json.JsonValue;
import dev.forecourt.mock.store.Page;
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
      ClaireOperations.LIST_WEBHOOK_TRIGGERS.example("all").response();

  ClaireBehaviour(ClaireState state, ImportQueue imports, WebhookDesk webhooks) {
    this.state = state;
    this.imports = imports;
    this.webhooks = webhooks;
  }

  @Override
  public MockResponse listAppointmentsByDmsNumber(ListAppointmentsByDmsNumberRequest request) {
    return list(
        appointments(request.locationId(), byNumber(request.dmsNr(), request.customerKind())));
  }

  @Override
  public MockResponse searchAppointments(SearchAppointmentsRequest request) {
    long location = JsonTree.whole(request.body(), "location_id");
    List<JsonValue<AppointmentJson>> found =
        appointments(location, filter(request.body(), location)).values();
    // null is "none" in the vendor's sample
    return MockResponse.json(200, new AppointmentEnvelopeJson(found.isEmpty() ? null : found));
  }

  /** In the order in which they were made. */
  private Page appointments(long location, Predicate<Appointment> filter) {
    return state.appointments.page(location, filter, 1, Integer.MAX_VALUE);
  }

  private Predicate<Appointment> filter(Map<String, @Nullable Object> body, long location) {
    String number = Body.text(body.get("dms_nr"));
    String date = Body.text(body.get("date"));
    if (body.get("is_pinned") != null) {
      return Appointment::isPinned; // whatever the other filters say
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
        : filter.and(byNumber(number, Body.text(body.get("customer_kind"))));
  }

  private Predicate<Appointment> byNumber(String number, @Nullable String customerKind) {
    if (customerKind == null) {
      return each -> each.key().dmsNr().equals(number);
    }
    CustomerKind kind = CustomerKind.of(customerKind);
    return each -> {
      Customer customer = state.customer(each.customers().get(kind));
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
    byte[] json = state.appointments.json(request.id());
    if (json == null) {
      throw unknownAppointment(request.id());
    }
    return MockResponse.json(200, json);
  }

  @Override
  public MockResponse listChecks(ListChecksRequest request) {
    long appointment = request.appointmentId();
    if (state.appointments.find(appointment) == null) {
      throw unknownAppointment(appointment);
    }
    return list(state.checks.page(appointment, null, 1, Integer.MAX_VALUE));
  }

  @Override
  public MockResponse listLocations(ListLocationsRequest request) {
    return list(state.locations.page(null, 1, Integer.MAX_VALUE));
  }

  @Override
  public MockResponse listTags(ListTagsRequest request) {
    return list(state.tags.page(null, 1, Integer.MAX_VALUE));
  }

  @Override
  public MockResponse listQuestions(ListQuestionsRequest request) {
    return list(state.questions.page(null, 1, Integer.MAX_VALUE));
  }

  @Override
  public MockResponse getCar(GetCarRequest request) {
    byte[] json = state.cars.json(Car.key(request.vin()));
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

  private static MockResponse list(Page all) {
    return MockResponse.json(200, all.values());
  }
}
