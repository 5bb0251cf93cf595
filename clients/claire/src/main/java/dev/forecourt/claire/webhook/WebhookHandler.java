package dev.forecourt.claire.webhook;

/** What an application does with an event of Claire. Safe for use by several threads. */
@FunctionalInterface
public interface WebhookHandler {

  /**
   * Handles the event. Return normally when it is dealt with, or never will be: Claire is answered
   * 200. Throw if it could be dealt with later: Claire is answered 500, or 503 for a {@code
   * RejectedExecutionException}.
   */
  void handle(WebhookDelivery delivery) throws Exception;
}
