package dev.forecourt.claire.webhook;

import dev.forecourt.claire.ClaireEvent;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Hands an event to the handler, before the answer or after it. */
final class Dispatcher {
  private static final System.Logger LOG = System.getLogger("dev.forecourt.claire.webhook");

  private final WebhookHandler handler;
  private final @Nullable Executor executor;
  private final SeenMessages seen;
  private final Clock clock;

  Dispatcher(WebhookHandler handler, @Nullable Executor executor, SeenMessages seen, Clock clock) {
    this.handler = handler;
    this.executor = executor;
    this.seen = seen;
    this.clock = clock;
  }

  WebhookAnswer dispatch(ClaireEvent event, String fingerprint) {
    WebhookDelivery delivery = new WebhookDelivery(event, remembered(fingerprint));
    if (executor == null) {
      return handled(delivery, fingerprint);
    }
    try {
      executor.execute(() -> handled(delivery, fingerprint));
      return WebhookAnswer.of(200, "");
    } catch (RejectedExecutionException full) {
      return refused(fingerprint);
    }
  }

  private WebhookAnswer handled(WebhookDelivery delivery, String fingerprint) {
    try {
      handler.handle(delivery);
      return WebhookAnswer.of(200, "");
    } catch (RejectedExecutionException full) {
      return refused(fingerprint);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      forget(fingerprint);
      // the event shows its ids only
      LOG.log(Level.ERROR, "Not handled: " + delivery.event(), e);
      return WebhookAnswer.of(500, "The event was read and not handled.");
    } catch (Error e) {
      forget(fingerprint);
      throw e;
    }
  }

  private WebhookAnswer refused(String fingerprint) {
    forget(fingerprint);
    return WebhookAnswer.of(503, "Too many events are waiting.");
  }

  /** A memory that fails must not cost an event. */
  private Optional<Instant> remembered(String fingerprint) {
    try {
      return seen.remember(fingerprint, clock.instant());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Whether a message of Claire came before is not known.", e);
      return Optional.empty();
    }
  }

  private void forget(String fingerprint) {
    try {
      seen.forget(fingerprint);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A message of Claire that was not handled counts as seen.", e);
    }
  }
}
