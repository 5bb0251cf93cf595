package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;

/**
 * The trigger has a number that the contract does not list: Claire has a new one. {@code
 * listWebhookTriggers} says what it means.
 */
public final class UnknownEvent extends ClaireEvent {

  UnknownEvent(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }
}
