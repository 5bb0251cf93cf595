package dev.forecourt.mock.fidelisa;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last 1,000 of something, oldest first; so that a long run does not fill the memory. */
final class Recent<T> {

  private static final int CAPACITY = 1000;

  private final Deque<T> kept = new ArrayDeque<>();

  void add(T item) {
    if (kept.size() == CAPACITY) {
      kept.removeFirst();
    }
    kept.addLast(item);
  }

  List<T> all() {
    return List.copyOf(kept);
  }
}
