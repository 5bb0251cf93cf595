package dev.forecourt.mock.claire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a webhook that went wrong. */
record WebhookError(long id, long webhookId, Instant time, String reason) {

  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("created_on", time.toString());
    out.put("updated_on", time.toString());
    out.put("id", id);
    out.put("webhook_id", webhookId);
    out.put("reason", reason);
    return out;
  }
}
