package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import org.jspecify.annotations.Nullable;

/** A check or a quality check was created. */
public final class CheckEvent extends ClaireEvent {

  CheckEvent(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }

  /** Id of the check list. Null if there is none; Claire does not say when it is there. */
  public @Nullable Long checklistId() {
    return set(payload().checklistId());
  }

  /** Name of the check list. Null if there is none; Claire does not say when it is there. */
  public @Nullable String checklistName() {
    return set(payload().checklistName());
  }
}
