package dev.forecourt.claire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.UnreadableJsonException;
import java.util.Locale;

/** Reads messages. Any JSON object is one: a call is made once, so nothing in it may cost all. */
final class EventReader {

  private EventReader() {}

  static ClaireEvent read(byte[] body, WebhookTriggerID otherwise) {
    checkSize(body.length);
    return read(new String(body, UTF_8), otherwise);
  }

  static ClaireEvent read(String body, WebhookTriggerID otherwise) {
    checkSize(body.length());
    WebhookEvent payload = payload(body);
    WebhookTriggerID stated = payload.webhookTriggerId();
    boolean isStated = stated != null && !stated.equals(WebhookTriggerID.UNSET);
    return event(isStated ? stated : otherwise, payload, body);
  }

  /**
   * No default: a trigger that comes new into the contract does not compile until it has a kind.
   */
  private static ClaireEvent event(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    return switch (trigger.known()) {
      case CHECK_CREATED, QUALITY_CHECK -> new CheckEvent(trigger, payload, body);
      case OFFER_READY, CUSTOMER_OK, CAR_READY, CAR_IN_SHOP, CAR_OUT_OF_SHOP ->
          new AppointmentEvent(trigger, payload, body);
      case ONLINE_CHECK_IN_AVAILABLE,
          ONLINE_CHECK_IN_OPENED,
          ONLINE_CHECK_IN_ANSWERED,
          DIAGNOSE_OVERVIEW_AVAILABLE,
          DIAGNOSE_OVERVIEW_UPDATED,
          DIAGNOSE_OVERVIEW_OPENED,
          DIAGNOSE_OVERVIEW_ANSWERED,
          REPAIR_OVERVIEW_AVAILABLE,
          REPAIR_OVERVIEW_UPDATED,
          REPAIR_OVERVIEW_OPENED ->
          new CommunicationEvent(trigger, payload, body);
      case IS_SHOP_UPDATED -> new ShopMarkEvent(trigger, payload, body);
      case PUBLIC_API_APPOINTMENT_IMPORTED -> imported(trigger, payload, body);
      case UNSET -> new UnspecifiedEvent(trigger, payload, body);
      case UNKNOWN -> new UnknownEvent(trigger, payload, body);
    };
  }

  /** Success is claimed only where there is an appointment to look at. */
  private static ImportEvent imported(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    boolean succeeded =
        ImportFailed.error(payload) == null && ClaireEvent.set(payload.appointmentId()) != null;
    return succeeded
        ? new ImportSucceeded(trigger, payload, body)
        : new ImportFailed(trigger, payload, body);
  }

  private static void checkSize(int size) {
    if (size > ClaireWebhooks.MAX_BODY_BYTES) {
      throw new UnreadableEventException(
          413, "the body is larger than " + ClaireWebhooks.MAX_BODY_BYTES + " bytes");
    }
  }

  /** Members that do not fit their type are kept as they are: see {@link WebhookEvent}. */
  private static WebhookEvent payload(String body) {
    if (body.isBlank()) {
      throw new UnreadableEventException(400, "the body is empty");
    }
    Json json;
    try {
      json = Json.parse(body);
    } catch (UnreadableJsonException e) {
      throw new UnreadableEventException(
          400, "the body cannot be read as JSON" + (e.place().isEmpty() ? "" : " at " + e.place()));
    }
    if (!json.isObject()) {
      throw new UnreadableEventException(400, "the body is JSON of type " + type(json));
    }
    return Reading.of(body, WebhookEvent::read).value();
  }

  private static String type(Json json) {
    return json.kind() == Json.Kind.TEXT ? "string" : json.kind().name().toLowerCase(Locale.ROOT);
  }
}
