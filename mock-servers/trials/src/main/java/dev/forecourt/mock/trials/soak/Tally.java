package dev.forecourt.mock.trials.soak;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts of answers by vendor and kind, and what must not have happened. */
final class Tally {

  private static final int SHOWN = 20;

  private final Map<String, Map<Integer, LongAdder>> answers = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong failed = new AtomicLong();

  /** An answer with this status. */
  void answered(String vendor, int status) {
    answers
        .computeIfAbsent(vendor, each -> new ConcurrentHashMap<>())
        .computeIfAbsent(status / 100, each -> new LongAdder())
        .increment();
  }

  /** Something that must not happen; the first ones are kept. */
  void fail(String what) {
    if (failed.incrementAndGet() <= SHOWN) {
      failures.add(what);
    }
  }

  long requests() {
    return answers.keySet().stream().mapToLong(this::requests).sum();
  }

  private long requests(String vendor) {
    return answers.get(vendor).values().stream().mapToLong(LongAdder::sum).sum();
  }

  private long ofClass(String vendor, int hundreds) {
    LongAdder count = answers.get(vendor).get(hundreds);
    return count == null ? 0 : count.sum();
  }

  long failed() {
    return failed.get();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  /** One line per vendor. */
  String table() {
    String lines =
        new TreeMap<>(answers)
            .keySet().stream()
                .map(
                    each ->
                        "%-10s %10d %10d %10d %6d"
                            .formatted(
                                each,
                                requests(each),
                                ofClass(each, 2),
                                ofClass(each, 4),
                                ofClass(each, 5)))
                .collect(Collectors.joining("\n"));
    return "vendor       requests         ok    refused    5xx\n" + lines;
  }
}
