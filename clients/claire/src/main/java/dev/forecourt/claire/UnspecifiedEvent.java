package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;

/**
 * The message does not say what set it off, as Claire's table of its members has it. Everything it
 * says is here all the same. To know more, give each trigger a URL of its own and the trigger to
 * {@link ClaireWebhooks#parse(byte[], WebhookTriggerID)}.
 */
public final class UnspecifiedEvent extends ClaireEvent {

  UnspecifiedEvent(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }
}
