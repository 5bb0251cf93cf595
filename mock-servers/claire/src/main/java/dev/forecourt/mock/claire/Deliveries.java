package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last calls to webhooks, for tests to look at. Guarded by the state's monitor. */
final class Deliveries {

  static final int CAPACITY = 1000;

  private final Deque<Delivery> last = new ArrayDeque<>();

  void add(Delivery delivery) {
    if (last.size() == CAPACITY) {
      last.removeFirst();
    }
    last.addLast(delivery);
  }

  void clear() {
    last.clear();
  }

  /** Calls that are neither delivered nor given up. */
  long pending() {
    return last.stream().filter(Delivery::pending).count();
  }

  void write(JsonWriter out) {
    out.array("deliveries", last, each -> each.write(out));
  }
}
