package dev.forecourt.mock.claire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets a few calls of each webhook be under way at a time; the others wait behind them, and behind
 * nobody else's. Whoever uses it holds the state's monitor.
 */
final class Slots {

  /** Calls of one webhook that may be under way. */
  static final int MOST = 4;

  private final Map<Long, Integer> taken = new HashMap<>();
  private final Map<Long, Deque<Long>> waiting = new HashMap<>();

  /** True when the delivery may be called now; else it waits for a call that ends. */
  boolean take(long webhook, long delivery) {
    int count = taken.getOrDefault(webhook, 0);
    if (count >= MOST) {
      waiting.computeIfAbsent(webhook, each -> new ArrayDeque<>()).add(delivery);
      return false;
    }
    taken.put(webhook, count + 1);
    return true;
  }

  /** Ends a call; the delivery that has waited longest for it, or null. */
  @Nullable Long free(long webhook) {
    taken.computeIfPresent(webhook, (id, count) -> count > 1 ? count - 1 : null);
    Deque<Long> queue = waiting.get(webhook);
    if (queue == null) {
      return null;
    }
    Long next = queue.poll();
    if (queue.isEmpty()) {
      waiting.remove(webhook);
    }
    return next;
  }

  void clear() {
    taken.clear();
    waiting.clear();
  }
}
