package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Spread;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Measures variants side by side: many short rounds, each with every variant in a new random order,
 * compared within the round by the median of their calls. What else the machine does then meets all
 * of them alike, and a call that was stopped by another process does not count.
 */
final class Rounds {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int LONGEST_WARM_UP = 4;

  private final List<String> names = new ArrayList<>();
  private final List<Callable<?>> calls = new ArrayList<>();
  private final Random random = new Random();
  private final List<Sample[]> rounds = new ArrayList<>();
  private final long[] took = new long[100_000];
  private volatile Object sink = this;

  private record Sample(double nanos, double cpuNanos, double bytes) {}

  /** Adds a variant; the first is what others are compared with unless they say otherwise. */
  Rounds add(String name, Callable<?> call) {
    names.add(name);
    calls.add(call);
    return this;
  }

  /**
   * Warms up in turns, and then measures. Warm-up ends when the process has had this much time and
   * this much of the processors for each variant, compiler threads included: on a busy machine they
   * get less in the same time. It never takes longer than {@value #LONGEST_WARM_UP} times the time.
   */
  Rounds run(int count, long sliceMillis, long warmUpMillis) throws Exception {
    long warmUp = TimeUnit.MILLISECONDS.toNanos(warmUpMillis * calls.size());
    long start = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    while (System.nanoTime() - start < warmUp
        || (SYSTEM.getProcessCpuTime() - cpu < warmUp
            && System.nanoTime() - start < LONGEST_WARM_UP * warmUp)) {
      round(40);
    }
    rounds.clear();
    for (int i = 0; i < count; i++) {
      round(sliceMillis);
    }
    return this;
  }

  /** Median, and the quartiles around it, of the ratio within each round. */
  Spread ratio(String name, String base) {
    int of = names.indexOf(name);
    int to = names.indexOf(base);
    return Spread.of(rounds.stream().mapToDouble(r -> r[of].nanos / r[to].nanos));
  }

  /** The same for the processor time of the whole process. */
  Spread cpuRatio(String name, String base) {
    int of = names.indexOf(name);
    int to = names.indexOf(base);
    return Spread.of(rounds.stream().mapToDouble(r -> r[of].cpuNanos / r[to].cpuNanos));
  }

  /** Median microseconds of a call. */
  double micros(String name) {
    int of = names.indexOf(name);
    return Spread.of(rounds.stream().mapToDouble(r -> r[of].nanos)).median() / 1000;
  }

  /** Median kilobytes that all threads together allocate for a call. */
  double kilobytes(String name) {
    int of = names.indexOf(name);
    return Spread.of(rounds.stream().mapToDouble(r -> r[of].bytes)).median() / 1000;
  }

  List<String> names() {
    return names;
  }

  private void round(long sliceMillis) throws Exception {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    Sample[] round = new Sample[calls.size()];
    for (int variant : order) {
      round[variant] = sample(calls.get(variant), TimeUnit.MILLISECONDS.toNanos(sliceMillis));
    }
    rounds.add(round);
  }

  private Sample sample(Callable<?> call, long slice) throws Exception {
    // the first after another variant finds cold caches and sleeping threads
    sink = call.call();
    long bytes = allocated();
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    long before = start;
    int done = 0;
    do {
      sink = call.call();
      long after = System.nanoTime();
      took[done++] = after - before;
      before = after;
    } while (before - start < slice && done < took.length);
    Arrays.sort(took, 0, done);
    return new Sample(
        took[done / 2],
        (double) (SYSTEM.getProcessCpuTime() - cpu) / done,
        (double) (allocated() - bytes) / done);
  }

  private static long allocated() {
    return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
