package dev.forecourt.contracttests.claire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.forecourt.claire.ClaireEvent;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.SharedSecret;
import dev.forecourt.claire.model.WebhookTriggerID;
import org.jspecify.annotations.Nullable;

/**
 * A call that Claire makes to a URL of ours.
 *
 * @param path which URL
 * @param contentType its header Content-Type
 * @param secret its header X-Shared-Secret; null if it has none
 * @param body the message
 */
record ClaireCall(String path, @Nullable String contentType, @Nullable String secret, String body) {
  static final SharedSecret SECRET = SharedSecret.of("X-Shared-Secret", ClairePact.SHARED_SECRET);

  /**
   * What a receiver does: knows Claire by the secret, then reads the event. Throws {@link
   * SecurityException} for a call of anybody else.
   */
  ClaireEvent event() {
    if (!SECRET.matches(secret)) {
      throw new SecurityException("The header X-Shared-Secret is missing or wrong.");
    }
    int trigger = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    return ClaireWebhooks.parse(body.getBytes(UTF_8), WebhookTriggerID.of(trigger));
  }
}
