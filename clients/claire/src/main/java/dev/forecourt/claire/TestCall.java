package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTest;
import dev.forecourt.claire.model.WebhookTestPayload;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes an event in the PascalCase of {@code testWebhook}. */
final class TestCall {

  private TestCall() {}

  static WebhookTest of(long webhookId, WebhookEvent event) {
    return WebhookTest.builder().webhookID(webhookId).payload(payload(event)).build();
  }

  /** What is missing is left out rather than sent as null, which not every member may be. */
  private static WebhookTestPayload payload(WebhookEvent event) {
    WebhookTestPayload.Builder to = WebhookTestPayload.builder();
    set(event.webhookTriggerId(), to::webhookTriggerID);
    set(event.appointmentId(), to::appointmentID);
    set(event.dealerId(), to::dealerID);
    set(event.dealerLocationId(), to::dealerLocationID);
    set(event.woNr(), to::woNr);
    set(event.communicationKey(), to::communicationKey);
    set(event.customerDmsnr(), to::customerDMSNr);
    set(event.customerType(), to::customerType);
    set(event.receptionistName(), to::receptionistName);
    set(event.receptionistPhone(), to::receptionistPhone);
    set(event.receptionistProfilePictureUrl(), to::receptionistProfilePictureURL);
    set(event.customerRemarks(), to::customerRemarks);
    set(event.correctPhone(), to::correctPhone);
    set(event.correctEmail(), to::correctEmail);
    set(event.customerName(), to::customerName);
    set(event.locationVat(), to::locationVAT);
    set(event.scheduledInterventions(), to::scheduledInterventions);
    set(event.customerOrder(), to::customerOrder);
    set(event.customerContactItems(), to::customerContactItems);
    set(event.dmsLocationSource(), to::dmsLocationSource);
    set(event.isShop(), to::isShop);
    set(event.isShopColor(), to::isShopColor);
    set(event.checklistId(), to::checklistID);
    set(event.checklistName(), to::checklistName);
    set(event.dmsnr(), to::dmsNr);
    set(event.appointmentImportError(), to::appointmentImportError);
    return to.build();
  }

  private static <T> void set(@Nullable T value, Function<T, WebhookTestPayload.Builder> member) {
    if (value != null) {
      member.apply(value);
    }
  }
}
