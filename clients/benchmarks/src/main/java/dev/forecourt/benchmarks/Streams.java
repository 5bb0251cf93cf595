package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 200 threads that call at once, against a server that allows 100 requests at a time on one
 * connection of HTTP/2 and takes 50 ms to answer. 600 POSTs, and 600 GETs; once with a client that
 * has just been built, once with one that has a connection. Each of these in JVMs of their own.
 */
final class Streams {
  private static final int THREADS = 200;
  private static final int CALLS = 600;
  private static final int DELAY_MILLIS = 50;

  private Streams() {}

  /** What is called. */
  private enum Kind {
    NEW_POST("POSTs, new client"),
    NEW_GET("GETs, new client"),
    USED_POST("POSTs"),
    USED_GET("GETs");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    boolean isNew() {
      return this == NEW_POST || this == NEW_GET;
    }

    void call(Contestant client) throws Exception {
      if (this == NEW_POST || this == USED_POST) {
        client.change();
      } else {
        client.check(Answer.TAGS);
      }
    }
  }

  static void run(Report report, Effort effort) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "200 threads, 100 streams",
            "Calls",
            "lost",
            "at the server",
            "connections",
            "extra threads",
            "ms in all",
            "spoken"));
    for (Library library : Library.over(Link.HTTP2)) {
      if (effort.leavesOut(library)) {
        continue;
      }
      for (Kind kind : Kind.values()) {
        report.step("200 threads, " + kind.title + ", " + library.title());
        rows.add(row(report, library, kind));
      }
    }
    report.table(rows);
  }

  private static List<String> row(Report report, Library library, Kind kind) throws Exception {
    try (ServerProcess server = new ServerProcess(Link.HTTP2, DELAY_MILLIS)) {
      // what is lost is to be the client's doing: the server has its code compiled
      Handshakes.warmUp(server.baseUrl());
      Counts.Seen before = server.seen();
      String[] numbers = inOwnProcess(library, kind, server);
      Counts.Seen seen = server.seen().since(before);
      if (library.isOurs()) {
        String calls = library.title() + ", 200 threads, 600 " + kind.title + ": ";
        report.exactly(calls + "lost", 0, Integer.parseInt(numbers[0]));
        report.atMost(calls + "extra threads", 8, Integer.parseInt(numbers[1]));
      }
      return List.of(
          library.title(),
          CALLS + " " + kind.title,
          numbers[0],
          // without the one that gave a used client its connection
          String.valueOf(seen.requests() - (kind.isNew() ? 0 : 1)),
          String.valueOf(seen.connections()),
          numbers[1],
          numbers[2],
          seen.protocol());
    }
  }

  private static String[] inOwnProcess(Library library, Kind kind, ServerProcess server)
      throws Exception {
    Process process =
        ServerProcess.java(Streams.class, List.of(library.name(), kind.name(), server.baseUrl()));
    try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      String line = out.readLine();
      if (process.waitFor() != 0 || line == null) {
        throw new IllegalStateException("The threads of " + library + " failed; see above.");
      }
      return line.split(" ");
    } finally {
      process.destroy();
    }
  }

  /** Arguments: library, kind, base URL. Prints lost calls, extra threads and milliseconds. */
  public static void main(String[] arguments) throws Exception {
    ThreadMXBean jvm = ManagementFactory.getThreadMXBean();
    int before = jvm.getThreadCount();
    Kind kind = Kind.valueOf(arguments[1]);
    Contestant client = Library.valueOf(arguments[0]).open(arguments[2]);
    if (!kind.isNew()) {
      kind.call(client);
    }
    AtomicInteger lost = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> calls(client, kind, start, done, lost));
      thread.setDaemon(true);
      thread.start();
    }
    long began = System.nanoTime();
    start.countDown();
    if (!done.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException(done.getCount() + " threads still wait after two minutes");
    }
    System.out.printf(
        "%d %d %d%n",
        lost.get(),
        jvm.getPeakThreadCount() - before - THREADS,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    System.exit(0);
  }

  private static void calls(
      Contestant client, Kind kind, CountDownLatch start, CountDownLatch done, AtomicInteger lost) {
    try {
      start.await();
      for (int i = 0; i < CALLS / THREADS; i++) {
        try {
          kind.call(client);
        } catch (Exception e) {
          if (lost.getAndIncrement() == 0) {
            System.err.println("First lost: " + e);
          }
        }
      }
      done.countDown();
      // all stay to the end, so that what is more than them is the client's
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
