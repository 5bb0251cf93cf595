package dev.forecourt.mock.claire;

import dev.forecourt.mock.later.Later;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delivers events: each failed attempt is recorded as an error of the webhook and tried again, ever
 * later, until it is given up. The calls of a queued webhook go one after the other, of another one
 * a few at a time; webhooks do not wait for each other.
 */
final class Outbox {

  /** Deliveries that are remembered; half of them may wait. */
  static final int KEPT = 1000;

  /**
   * Waits after the first, second and third failure; the vendor does not say how often it tries.
   */
  static final List<Duration> BACKOFF =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(25));

  private final ClaireState state;
  private final ClaireTime time;
  private final Later later;
  private final WebhookCall call;
  // of each queued webhook those that wait, the one under way first
  private final Map<Long, Deque<Long>> queues = new HashMap<>();
  private final Slots slots = new Slots();

  Outbox(ClaireState state, ClaireTime time, Later later, WebhookCall call) {
    this.state = state;
    this.time = time;
    this.later = later;
    this.call = call;
    state.onReplaced(this::resume);
  }

  /** Sends a payload to the URL of a webhook, soon. */
  void send(Webhook webhook, Map<String, @Nullable Object> payload) {
    Delivery delivery = new Delivery(state.nextId("delivery"), webhook.id(), payload);
    state.deliveries.put(delivery);
    if (pending() > KEPT / 2) {
      fail(webhook, delivery, "too many calls are waiting");
    } else {
      start(webhook, delivery);
    }
  }

  /** Calls that are neither delivered nor given up. */
  private long pending() {
    return state.deliveries.rows().stream().filter(Delivery::pending).count();
  }

  private void start(Webhook webhook, Delivery delivery) {
    if (webhook.queued()) {
      Deque<Long> queue = queues.computeIfAbsent(webhook.id(), each -> new ArrayDeque<>());
      queue.add(delivery.id());
      if (queue.size() > 1) {
        return; // the one before starts it
      }
    }
    Duration wait = delivery.attempts() == 0 ? Duration.ZERO : backoff(delivery.attempts());
    in(wait == null ? Duration.ZERO : wait, delivery.id());
  }

  private void in(Duration wait, long delivery) {
    long epoch = state.epoch();
    later.in(wait, () -> attempt(delivery, epoch));
  }

  /** Goes on with the calls that wait in the table. */
  private void resume() {
    queues.clear();
    slots.clear();
    for (Delivery each : List.copyOf(state.deliveries.rows())) {
      Webhook webhook = state.webhooks.find(each.webhookId());
      if (each.pending() && webhook != null) {
        start(webhook, each);
      } else if (each.pending()) {
        change(each.givenUp("the webhook is gone"));
      }
    }
  }

  private void attempt(long id, long epoch) {
    Due due = state.locked(() -> due(id, epoch));
    if (due == null) {
      return;
    }
    Webhook webhook = due.webhook();
    Delivery delivery = due.delivery();
    String refused = call.refusal(webhook);
    if (refused == null) {
      later.after(
          call.post(webhook, delivery.json()),
          reason -> ended(webhook, delivery.attempted(reason), reason, true, epoch));
    } else {
      ended(webhook, delivery.attempted(refused), refused, false, epoch);
    }
  }

  /** A call with the webhook it is for; null when there is nothing to call, or not yet. */
  private @Nullable Due due(long id, long epoch) {
    Delivery delivery = epoch == state.epoch() ? state.deliveries.find(id) : null;
    if (delivery == null) {
      return null;
    }
    Webhook webhook = state.webhooks.find(delivery.webhookId());
    if (webhook == null) {
      change(delivery.givenUp("the webhook is gone"));
      next(delivery);
      freed(delivery.webhookId());
      state.tables().commit();
      return null;
    }
    // one that has to wait is started by a call that ends
    return slots.take(webhook.id(), id) ? new Due(delivery, webhook) : null;
  }

  private void ended(
      Webhook webhook, Delivery delivery, @Nullable String reason, boolean again, long epoch) {
    state.locked(
        () -> {
          if (epoch == state.epoch()) {
            freed(webhook.id());
            note(webhook, delivery, reason, again);
            state.tables().commit();
          }
        });
  }

  private void freed(long webhook) {
    Long waiting = slots.free(webhook);
    if (waiting != null) {
      in(Duration.ZERO, waiting);
    }
  }

  private void note(Webhook webhook, Delivery delivery, @Nullable String reason, boolean again) {
    change(delivery);
    if (reason != null) {
      state.webhooks.fail(webhook.id(), time.now(), reason);
    }
    Duration wait = reason == null || !again ? null : backoff(delivery.attempts());
    if (wait != null) {
      in(wait, delivery.id());
      return;
    }
    if (reason != null) {
      change(delivery.givenUp(reason));
    }
    next(delivery);
  }

  /** Only of a delivery that is still remembered: after a thousand others it is not. */
  private void change(Delivery delivery) {
    if (state.deliveries.find(delivery.id()) != null) {
      state.deliveries.put(delivery);
    }
  }

  private static @Nullable Duration backoff(int attempts) {
    return attempts > BACKOFF.size() ? null : BACKOFF.get(attempts - 1);
  }

  private void fail(Webhook webhook, Delivery delivery, String what) {
    String reason = WebhookCall.reason(webhook, what);
    change(delivery.givenUp(reason));
    state.webhooks.fail(webhook.id(), time.now(), reason);
  }

  /** Begins the call that waits behind this one, if any. */
  private void next(Delivery done) {
    Deque<Long> queue = queues.get(done.webhookId());
    if (queue == null || !Long.valueOf(done.id()).equals(queue.peek())) {
      return;
    }
    queue.remove();
    Iterator<Long> waiting = queue.iterator();
    if (waiting.hasNext()) {
      in(Duration.ZERO, waiting.next());
    } else {
      queues.remove(done.webhookId());
    }
  }

  private record Due(Delivery delivery, Webhook webhook) {}
}
