package dev.forecourt.mock.claire;

import dev.forecourt.mock.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When each car comes in. In the order of time, because a car may have thousands of visits in a
 * long test, each of which asks for the one before it.
 */
final class Visits {

  /** "This car came in the last 28 days". */
  private static final Duration RECENT = Duration.ofDays(28);

  // how many visits begin at a time
  private final Map<String, TreeMap<Instant, Integer>> byCar = new HashMap<>();

  Visits(Table<Long, Appointment> appointments) {
    appointments.onChange(this::changed, byCar::clear);
  }

  /** Whether the car of a visit came in shortly before it. */
  boolean isRecurring(Appointment visit) {
    TreeMap<Instant, Integer> times = byCar.get(visit.carKey());
    if (times == null) {
      return false;
    }
    Instant before = times.lowerKey(visit.time());
    return before != null && !before.isBefore(visit.time().minus(RECENT));
  }

  private void changed(@Nullable Appointment before, @Nullable Appointment after) {
    if (before != null && !before.carKey().isEmpty()) {
      TreeMap<Instant, Integer> times = byCar.get(before.carKey());
      times.computeIfPresent(before.time(), (time, count) -> count > 1 ? count - 1 : null);
      if (times.isEmpty()) {
        byCar.remove(before.carKey());
      }
    }
    if (after != null && !after.carKey().isEmpty()) {
      byCar
          .computeIfAbsent(after.carKey(), car -> new TreeMap<>())
          .merge(after.time(), 1, Integer::sum);
    }
  }
}
