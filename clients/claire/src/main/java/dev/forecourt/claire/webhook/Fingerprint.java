package dev.forecourt.claire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.forecourt.claire.model.WebhookTriggerID;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash by which a message is known again, and which tells nothing of the people in it. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(WebhookTriggerID triggerOfUrl, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((triggerOfUrl + "\n").getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
