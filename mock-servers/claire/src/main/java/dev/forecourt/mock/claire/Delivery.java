package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a webhook, with all its attempts.
 *
 * @param status {@code pending}, {@code delivered} or {@code failed}
 * @param reason why the last attempt failed
 */
record Delivery(
    long id,
    long webhookId,
    String status,
    int attempts,
    @Nullable String reason,
    Map<String, @Nullable Object> payload) {

  /** One that is not attempted yet. */
  Delivery(long id, long webhookId, Map<String, @Nullable Object> payload) {
    this(id, webhookId, "pending", 0, null, payload);
  }

  byte[] json() {
    return JsonWriter.object(out -> payload.forEach((name, value) -> out.name(name).tree(value)));
  }

  boolean pending() {
    return status.equals("pending");
  }

  /** After one more attempt; null reason: it succeeded. */
  Delivery attempted(@Nullable String why) {
    return new Delivery(
        id, webhookId, why == null ? "delivered" : "pending", attempts + 1, why, payload);
  }

  Delivery givenUp(String why) {
    return new Delivery(id, webhookId, "failed", attempts, why, payload);
  }
}
