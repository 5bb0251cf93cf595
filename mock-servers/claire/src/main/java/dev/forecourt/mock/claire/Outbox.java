package dev.forecourt.mock.claire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delivers events: each failed attempt is recorded as an error of the webhook and tried again, ever
 * later, until it is given up. The calls of a queued webhook go one after the other.
 */
final class Outbox {

  /**
   * Waits after the first, second and third failure; the vendor does not say how often it tries.
   */
  static final List<Duration> BACKOFF =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));

  private final ClaireState state;
  private final ClaireTime time;
  private final Later later;
  private final WebhookCall call;
  private final Map<Long, Deque<Delivery>> queues = new HashMap<>();

  Outbox(ClaireState state, ClaireTime time, Later later, WebhookCall call) {
    this.state = state;
    this.time = time;
    this.later = later;
    this.call = call;
  }

  /** Sends a payload to the URL of a webhook, soon. */
  void send(Webhook webhook, byte[] payload) {
    synchronized (state) {
      Delivery delivery = new Delivery(webhook.id(), payload, state.epoch());
      state.deliveries().add(delivery);
      if (state.deliveries().pending() > Deliveries.CAPACITY / 2) {
        fail(webhook, delivery, "too many calls are waiting");
        return;
      }
      if (webhook.queued()) {
        Deque<Delivery> queue = queues.computeIfAbsent(webhook.id(), each -> new ArrayDeque<>());
        queue.removeIf(each -> each.epoch() != state.epoch());
        queue.add(delivery);
        if (queue.size() > 1) {
          return; // the one before starts it
        }
      }
      later.in(Duration.ZERO, () -> attempt(delivery));
    }
  }

  private void attempt(Delivery delivery) {
    Webhook webhook = stillWanted(delivery);
    if (webhook == null) {
      next(delivery);
      return;
    }
    // seeded URLs belong to nobody who asked to be called
    String reason =
        webhook.seeded()
            ? WebhookCall.reason(webhook, "not called: the URL is the mock's; update the webhook")
            : call.post(webhook, delivery.payload());
    Duration wait;
    synchronized (state) {
      if (delivery.epoch() != state.epoch()) {
        return;
      }
      delivery.attempted(reason);
      if (reason != null) {
        state.webhooks().fail(webhook.id(), time.now(), reason);
      }
      wait = reason == null || webhook.seeded() ? null : backoff(delivery.attempts());
      if (reason != null && wait == null) {
        delivery.giveUp(reason);
      }
    }
    if (wait == null) {
      next(delivery);
    } else {
      later.in(wait, () -> attempt(delivery));
    }
  }

  private @Nullable Webhook stillWanted(Delivery delivery) {
    synchronized (state) {
      Webhook webhook =
          delivery.epoch() == state.epoch() ? state.webhooks().find(delivery.webhookId()) : null;
      if (webhook == null) {
        delivery.giveUp("the webhook is gone");
      }
      return webhook;
    }
  }

  private static @Nullable Duration backoff(int attempts) {
    return attempts > BACKOFF.size() ? null : BACKOFF.get(attempts - 1);
  }

  private void fail(Webhook webhook, Delivery delivery, String what) {
    String reason = WebhookCall.reason(webhook, what);
    delivery.giveUp(reason);
    state.webhooks().fail(webhook.id(), time.now(), reason);
  }

  /** Begins the call that waits behind this one, if any. */
  private void next(Delivery done) {
    synchronized (state) {
      Deque<Delivery> queue = queues.get(done.webhookId());
      if (queue == null || queue.peek() != done) {
        return;
      }
      queue.remove();
      Delivery next = queue.peek();
      if (next == null) {
        queues.remove(done.webhookId());
      } else {
        later.in(Duration.ZERO, () -> attempt(next));
      }
    }
  }
}
