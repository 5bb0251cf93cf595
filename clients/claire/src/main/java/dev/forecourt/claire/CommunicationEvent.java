package dev.forecourt.claire;

import dev.forecourt.claire.model.CustomerKind;
import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import org.jspecify.annotations.Nullable;

/**
 * Something about the talk with the customer: online check-in, diagnose overview or repair overview
 * is available, has a new version, was opened or was answered.
 */
public final class CommunicationEvent extends ClaireEvent {

  CommunicationEvent(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }

  /** Key of the talk; who has it can open the talk, so keep it out of logs. Null if none. */
  public @Nullable String communicationKey() {
    return set(payload().communicationKey());
  }

  /** Number of the customer in the DMS. Null if there is none. */
  public @Nullable String customerNumber() {
    return set(payload().customerDmsnr());
  }

  /** Which customer of the appointment. Null if nobody said. */
  public @Nullable CustomerKind customerKind() {
    return payload().customerType();
  }
}
