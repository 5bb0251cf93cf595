package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;

/**
 * An appointment moved on: offer ready, customer agreed, car ready, car in the workshop or out of
 * it.
 */
public final class AppointmentEvent extends ClaireEvent {

  AppointmentEvent(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }
}
