package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** One call of a webhook, with all its attempts. Guarded by the state's monitor. */
final class Delivery {

  private final long webhookId;
  private final byte[] payload;
  private final long epoch;
  private int attempts;
  private boolean done;
  private @Nullable String reason;

  Delivery(long webhookId, byte[] payload, long epoch) {
    this.webhookId = webhookId;
    this.payload = payload;
    this.epoch = epoch;
  }

  long webhookId() {
    return webhookId;
  }

  byte[] payload() {
    return payload;
  }

  /** The state's epoch when it was made. */
  long epoch() {
    return epoch;
  }

  int attempts() {
    return attempts;
  }

  boolean pending() {
    return !done;
  }

  /** Counts an attempt; null reason: it succeeded. */
  void attempted(@Nullable String reason) {
    attempts++;
    this.reason = reason;
    done = reason == null;
  }

  void giveUp(String reason) {
    this.reason = reason;
    done = true;
  }

  void write(JsonWriter out) {
    out.startObject().field("webhook_id", webhookId);
    out.field("status", done ? (reason == null ? "delivered" : "failed") : "pending");
    out.field("attempts", attempts).field("reason", reason);
    out.name("payload").raw(payload).endObject();
  }
}
