package dev.forecourt.claire.webhook;

import java.util.Map;

/**
 * What to answer to a call.
 *
 * @param status HTTP status; {@link ClaireWebhookReceiver} lists them
 * @param text body in plain text, for whoever looks for a mistake; empty for 200. Holds nothing of
 *     the event.
 * @param headers headers to send besides, such as {@code Allow}
 */
public record WebhookAnswer(int status, String text, Map<String, String> headers) {

  /** Keeps a copy of the headers. */
  public WebhookAnswer {
    headers = Map.copyOf(headers);
  }

  static WebhookAnswer of(int status, String text) {
    return new WebhookAnswer(status, text, Map.of());
  }
}
