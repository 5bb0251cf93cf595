package dev.forecourt.mock.claire;

import dev.forecourt.mock.http.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets off the webhooks that listen to a trigger, with what the vendor's table says they carry. */
final class Events {

  /** The result of one imported appointment. */
  static final long IMPORTED = 19;

  /** "Only passed for communication related triggers": check-in, diagnose and repair overview. */
  private static final Set<Long> COMMUNICATION =
      Set.of(6L, 7L, 8L, 9L, 10L, 11L, 12L, 15L, 16L, 17L);

  private final ClaireState state;
  private final ClaireTime time;
  private final Outbox outbox;

  Events(ClaireState state, ClaireTime time, Outbox outbox) {
    this.state = state;
    this.time = time;
    this.outbox = outbox;
  }

  /** An appointment was taken in. */
  void imported(Appointment appointment) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("webhook_trigger_id", IMPORTED);
    payload.putAll(base(appointment));
    fire(IMPORTED, appointment.locationId(), null, payload);
  }

  /** An appointment was not taken in. */
  void refused(long locationId, String workOrder, String reason) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("webhook_trigger_id", IMPORTED);
    payload.put("dealer_id", ClaireSeed.DEALER);
    payload.put("dealer_location_id", locationId);
    payload.put("wo_nr", workOrder);
    payload.put("appointment_import_error", reason);
    fire(IMPORTED, locationId, null, payload);
  }

  /** Something happened to an appointment, because a test says so; returns the webhooks called. */
  List<Long> happened(long trigger, Appointment appointment, Map<String, @Nullable Object> more) {
    Map<String, @Nullable Object> payload = base(appointment);
    if (trigger == IMPORTED) {
      payload.put("webhook_trigger_id", IMPORTED);
    }
    if (COMMUNICATION.contains(trigger)) {
      String key = communicationKey(appointment, more.get("communication_key"));
      addCommunication(appointment, key, payload);
    }
    payload.putAll(more);
    return fire(trigger, appointment.locationId(), Body.id(more.get("checklist_id")), payload);
  }

  private List<Long> fire(
      long trigger,
      long locationId,
      @Nullable Long checklistId,
      Map<String, @Nullable Object> payload) {
    List<Webhook> listening = state.webhooks.listening(trigger, locationId, checklistId);
    listening.forEach(each -> outbox.send(each, payload));
    return listening.stream().map(Webhook::id).toList();
  }

  private static Map<String, @Nullable Object> base(Appointment appointment) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("appointment_id", appointment.id());
    payload.put("dealer_id", ClaireSeed.DEALER);
    payload.put("dealer_location_id", appointment.locationId());
    payload.put("wo_nr", appointment.workOrder());
    return payload;
  }

  /**
   * The key of the appointment's communication, which the appointment shows from now on: "If a
   * communication was sent to the customer (...) the Appointment contain a key". It stays the same,
   * unless a control says another one.
   */
  private String communicationKey(Appointment appointment, @Nullable Object told) {
    String known = appointment.fields().customcomKey();
    String key =
        told instanceof String text && !text.isEmpty()
            ? text
            : known == null ? "mock-" + appointment.id() : known;
    if (!key.equals(known)) {
      AppointmentJson.Builder changed = appointment.fields().toBuilder();
      changed.customcomKey(key).updatedOn(time.now().toString());
      state.appointments.put(appointment.with(changed.build()));
    }
    return key;
  }

  /** Tells of the first customer there is; a control may say more. */
  private void addCommunication(
      Appointment appointment, String key, Map<String, @Nullable Object> payload) {
    payload.put("communication_key", key);
    for (CustomerKind kind : CustomerKind.values()) {
      Customer customer = state.customer(appointment.customers().get(kind));
      if (customer != null) {
        payload.put("customer_dmsnr", customer.dmsNr());
        payload.put("customer_type", kind.wire());
        return;
      }
    }
  }

  /**
   * The payload of a test call, which is asked for in PascalCase, in the names of the table; nulls
   * are left out. The vendor does not say how it sends it on.
   */
  static Map<String, @Nullable Object> fromTest(
      Map<String, @Nullable Object> asked, Webhook webhook) {
    Map<String, @Nullable Object> payload = new LinkedHashMap<>();
    payload.put("dealer_id", ClaireSeed.DEALER);
    payload.put("dealer_location_id", webhook.locationId() == null ? 0L : webhook.locationId());
    payload.put("wo_nr", "");
    asked.forEach(
        (name, value) -> {
          if (value != null) {
            payload.put(snakeCase(name), value);
          }
        });
    return payload;
  }

  /** {@code WONr} is {@code wo_nr}, but {@code CustomerDMSNr} is {@code customer_dmsnr}. */
  private static String snakeCase(String name) {
    return name.replace("DMSNr", "Dmsnr")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  /** The appointment of this id; refuses an unknown one. */
  Appointment appointment(long id) {
    Appointment found = state.appointments.find(id);
    if (found == null) {
      throw new Refusal(400, "'appointment_id' must be a known appointment but was " + id);
    }
    return found;
  }
}
