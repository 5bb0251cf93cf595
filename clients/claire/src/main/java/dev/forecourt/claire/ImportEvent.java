package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;

/**
 * The result of one appointment of an import. {@code importAppointments} itself answers 200
 * whatever becomes of the appointments; {@link #workOrderNumber()} tells which one this is.
 */
public abstract sealed class ImportEvent extends ClaireEvent permits ImportFailed, ImportSucceeded {

  ImportEvent(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }
}
