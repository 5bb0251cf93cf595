package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.runtime.json.Json;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An appointment was not imported: the message names an error, or no id of an appointment. */
public final class ImportFailed extends ImportEvent {

  ImportFailed(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }

  /**
   * Why it failed, in Claire's words; as JSON if Claire sends more than text. It may repeat what
   * was imported. Null if Claire gave no reason.
   */
  public @Nullable String error() {
    return error(payload());
  }

  static @Nullable String error(WebhookEvent payload) {
    String text = set(payload.appointmentImportError());
    return text != null
        ? text
        : Stream.of("appointment_import_error", "AppointmentImportError")
            .map(payload.additionalProperties()::get)
            .filter(Objects::nonNull)
            .filter(json -> json.isObject() || json.isArray())
            .map(Json::toString)
            .findFirst()
            .orElse(null);
  }
}
