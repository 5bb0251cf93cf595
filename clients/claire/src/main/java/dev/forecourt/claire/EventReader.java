package dev.forecourt.claire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.runtime.json.VendorJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads messages. Any JSON object is one: a call is made once, so nothing in it may cost all. */
final class EventReader {

  private EventReader() {}

  static ClaireEvent read(byte[] body, WebhookTriggerID otherwise) {
    checkSize(body.length);
    return read(new String(body, UTF_8), otherwise);
  }

  static ClaireEvent read(String body, WebhookTriggerID otherwise) {
    checkSize(body.length());
    WebhookEvent payload = payload(body, object(body));
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

  private static ObjectNode object(String body) {
    if (body.isBlank()) {
      throw new UnreadableEventException(400, "the body is empty");
    }
    JsonNode json;
    try {
      json = VendorJson.read(body, JsonNode.class);
    } catch (IllegalArgumentException e) {
      // not as the cause: Jackson quotes what it cannot read
      throw new UnreadableEventException(
          400, "the body cannot be read as JSON" + place(e.getCause()));
    }
    if (json instanceof ObjectNode object) {
      return object;
    }
    String type = json.getNodeType().name().toLowerCase(Locale.ROOT);
    throw new UnreadableEventException(400, "the body is JSON of type " + type);
  }

  private static String place(Throwable cause) {
    return cause instanceof JsonProcessingException e && e.getLocation() != null
        ? place(e.getLocation())
        : "";
  }

  private static String place(JsonLocation location) {
    return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  /** Members that do not fit their type are kept as they are, instead of losing the message. */
  private static WebhookEvent payload(String body, ObjectNode members) {
    Map<String, JsonNode> misfits = new LinkedHashMap<>();
    String fitting = body;
    while (true) {
      try {
        WebhookEvent.Builder read = VendorJson.read(fitting, WebhookEvent.class).toBuilder();
        misfits.forEach(read::additionalProperty);
        return read.build();
      } catch (IllegalArgumentException e) {
        String misfit = member(e);
        misfits.put(misfit, members.remove(misfit));
        fitting = members.toString();
      }
    }
  }

  private static String member(IllegalArgumentException failure) {
    if (failure.getCause() instanceof JsonMappingException e && !e.getPath().isEmpty()) {
      return e.getPath().get(0).getFieldName();
    }
    // every value of an object is read by its member: Jackson would have to change for this
    throw new UnreadableEventException(400, "the body is JSON that cannot be read");
  }
}
