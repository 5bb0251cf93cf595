package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * 100 threads that call one client without a pause, against a server that takes 20 ms to answer.
 * Each client in a JVM of its own.
 */
final class Callers {
  private static final int CALLERS = 100;
  private static final int DELAY_MILLIS = 20;
  private static final long WARM_UP_MILLIS = 2000;

  private Callers() {}

  static void run(Report report, Effort effort) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "100 callers, 20 ms", "Link", "calls/s", "p50 ms", "p99 ms", "connections", "threads"));
    for (Link link : List.of(Link.HTTP, Link.TLS)) {
      for (Library library : Library.over(link)) {
        if (!effort.leavesOut(library)) {
          report.step("100 callers, " + link.title() + ", " + library.title());
          rows.add(row(report, effort, link, library));
        }
      }
    }
    report.table(rows);
  }

  private static List<String> row(Report report, Effort effort, Link link, Library library)
      throws Exception {
    try (ServerProcess server = new ServerProcess(link, DELAY_MILLIS)) {
      String[] numbers = inOwnProcess(library, server, effort.callerSeconds());
      int connections = server.seen().connections();
      if (library == Library.FORECOURT) {
        String callers = "100 callers, " + link.title() + ": ";
        report.exactly(callers + "connections", CALLERS, connections);
        report.atMost(callers + "extra threads", 8, Integer.parseInt(numbers[3]));
      }
      return List.of(
          library.title(),
          link.title(),
          numbers[0],
          numbers[1],
          numbers[2],
          String.valueOf(connections),
          numbers[3]);
    }
  }

  private static String[] inOwnProcess(Library library, ServerProcess server, int seconds)
      throws Exception {
    Process process =
        ServerProcess.java(
            Callers.class, List.of(library.name(), server.baseUrl(), String.valueOf(seconds)));
    try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      String line = out.readLine();
      if (process.waitFor() != 0 || line == null) {
        throw new IllegalStateException("The callers of " + library + " failed; see above.");
      }
      return line.split(" ");
    } finally {
      process.destroy();
    }
  }

  /** Arguments: library, base URL, seconds. Prints calls/s, p50, p99, threads. */
  public static void main(String[] arguments) throws Exception {
    int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
    Contestant client = Library.valueOf(arguments[0]).open(arguments[1]);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch connected = new CountDownLatch(CALLERS);
    CompletableFuture<Window> window = new CompletableFuture<>();
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      Caller caller = new Caller(client, connected, window);
      caller.setUncaughtExceptionHandler(
          (thread, e) -> {
            failure.set(e);
            connected.countDown();
          });
      caller.start();
      callers.add(caller);
    }
    // a JVM that has just started needs longer for the first calls on a busy machine
    connected.await();
    long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WARM_UP_MILLIS);
    long end = start + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
    window.complete(new Window(start, end));
    int threads = 0;
    while (System.nanoTime() < end && failure.get() == null) {
      // before the end: while all callers live
      threads = Math.max(threads, ManagementFactory.getThreadMXBean().getThreadCount());
      Thread.sleep(50);
    }
    for (Caller caller : callers) {
      caller.join();
    }
    if (failure.get() != null) {
      failure.get().printStackTrace();
      System.exit(1);
    }
    client.check(Answer.TAGS);
    long[] all = callers.stream().flatMapToLong(c -> Arrays.stream(c.nanos, 0, c.count)).toArray();
    Arrays.sort(all);
    System.out.printf(
        "%d %d %d %d%n",
        Math.round(all.length / Double.parseDouble(arguments[2])),
        TimeUnit.NANOSECONDS.toMillis(all[all.length / 2]),
        TimeUnit.NANOSECONDS.toMillis(all[(int) (all.length * 0.99)]),
        threads - threadsBefore - CALLERS);
    System.exit(0);
  }

  /** When calls count, in nanoseconds. */
  private record Window(long start, long end) {}

  private static final class Caller extends Thread {
    private final Contestant client;
    private final CountDownLatch connected;
    private final CompletableFuture<Window> window;
    private long[] nanos = new long[1024];
    private int count;

    Caller(Contestant client, CountDownLatch connected, CompletableFuture<Window> window) {
      this.client = client;
      this.connected = connected;
      this.window = window;
    }

    @Override
    public void run() {
      try {
        client.call(Answer.TAGS);
        connected.countDown();
        Window counts = window.join();
        for (long before = System.nanoTime(); before < counts.end; ) {
          client.call(Answer.TAGS);
          long after = System.nanoTime();
          if (before >= counts.start) {
            note(after - before);
          }
          before = after;
        }
      } catch (Exception e) {
        throw new IllegalStateException("A call failed", e);
      }
    }

    private void note(long took) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, count * 2);
      }
      nanos[count++] = took;
    }
  }
}
