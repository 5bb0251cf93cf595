package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import java.util.Objects;

/** An appointment was imported: the message names its id and no error. */
public final class ImportSucceeded extends ImportEvent {

  ImportSucceeded(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }

  /** Id of the imported appointment, for {@code getAppointment}. Never null. */
  @Override
  public Long appointmentId() {
    return Objects.requireNonNull(super.appointmentId());
  }
}
