package dev.forecourt.mock.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import dev.forecourt.benchmarks.kit.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Requests a second, the slowest of a hundred, and memory afterwards: mocks, bare server and Prism
 * stand side by side and are asked in turns. A round compares what stands next to each other: bare
 * server, mocks, bare server again. A bare server with as few event loops as the mocks have is the
 * honest limit.
 */
final class Throughput {
  private static final Map<Target, Double> OF_BARE =
      Map.of(Target.LIST, 0.70, Target.ONE, 0.80, Target.CREATE, 0.65);
  private static final Map<Target, Double> OF_EQUAL =
      Map.of(Target.LIST, 0.90, Target.ONE, 0.95, Target.CREATE, 0.75);
  private static final double OF_PRISM = 15;
  private static final double P99 = 1.2;
  private static final double RESIDENT_MIB = 112;
  private static final int LOOPS = Runtime.getRuntime().availableProcessors();
  private static final int LOOPS_OF_MOCKS = Math.max(1, LOOPS / 2);

  private final Contestants contestants;
  private final Load load;
  private final Effort effort;
  private final Report report;
  private final List<List<String>> rows = new ArrayList<>();

  Throughput(Contestants contestants, Load load, Effort effort, Report report) {
    this.contestants = contestants;
    this.load = load;
    this.effort = effort;
    this.report = report;
  }

  void run() throws Exception {
    try (Server mocks = contestants.startMocks(true)) {
      mocks.secondsUntilReady(Target.LIST, Contestants.VENDORS - 1);
      double idle = mocks.residentMiB();
      try (Server bare = contestants.startBare(mocks, LOOPS);
          Server small = contestants.startBare(mocks, LOOPS_OF_MOCKS);
          Server prism = contestants.startPrism()) {
        bare.secondsUntilReady(Target.LIST, 0);
        small.secondsUntilReady(Target.LIST, 0);
        prism.secondsUntilReady(Target.LIST, 0);
        rows.add(
            List.of(
                "Request",
                "Mocks req/s",
                "Bare Vert.x req/s",
                "Mocks to bare",
                "Bare to bare",
                "Prism req/s",
                "Mocks to Prism",
                "p99 ms mocks",
                "p99 ms bare",
                "p99 mocks to bare",
                "Mocks to bare of equal loops"));
        for (Target target : Target.values()) {
          report.step(target.label() + ": warm-up, then " + effort.rounds() + " rounds");
          measure(target, mocks, bare, small, prism);
        }
        report.table(rows);
        double loaded = mocks.residentMiB();
        report.text(
            "Memory of the mocks: %.0f MiB when started, %.0f MiB after all this; of Prism %.0f MiB, for one vendor."
                .formatted(idle, loaded, prism.residentMiB()));
        report.atMost("MiB in memory after the load", RESIDENT_MIB, loaded);
      }
    }
  }

  private void measure(Target target, Server mocks, Server bare, Server small, Server prism)
      throws Exception {
    int requests = effort.requests(target);
    for (int sent = 0; sent < effort.warmUp(); sent += requests) {
      mocks.reset();
      load.rate(target, mocks.host(), requests);
      load.rate(target, bare.host(), requests);
      load.rate(target, small.host(), requests);
      load.rate(target, prism.host(), requests / Effort.PRISM_SHARE / 10);
    }
    List<double[]> rounds = new ArrayList<>();
    for (int i = 0; i < effort.rounds(); i++) {
      mocks.reset();
      double before = load.rate(target, bare.host(), requests);
      double ours = load.rate(target, mocks.host(), requests);
      double after = load.rate(target, bare.host(), requests);
      double ofSmall = load.rate(target, small.host(), requests);
      double theirs = load.rate(target, prism.host(), requests / Effort.PRISM_SHARE);
      mocks.reset();
      double slow = load.p99Micros(target, mocks.host(), requests);
      double slowBare = load.p99Micros(target, bare.host(), requests);
      rounds.add(
          new double[] {
            ours, (before + after) / 2, after / before, theirs, slow, slowBare, ofSmall
          });
    }
    Spread toBare = Spread.of(rounds.stream().mapToDouble(r -> r[0] / r[1]));
    Spread toPrism = Spread.of(rounds.stream().mapToDouble(r -> r[0] / r[3]));
    Spread slow = Spread.of(rounds.stream().mapToDouble(r -> r[4] / r[5]));
    Spread toEqual = Spread.of(rounds.stream().mapToDouble(r -> r[0] / r[6]));
    rows.add(
        List.of(
            target.label(),
            Report.number(median(rounds, 0)),
            Report.number(median(rounds, 1)),
            toBare.toString(),
            Spread.of(rounds.stream().mapToDouble(r -> r[2])).toString(),
            Report.number(median(rounds, 3)),
            Report.number(toPrism.median()),
            "%.1f".formatted(median(rounds, 4) / 1000),
            "%.1f".formatted(median(rounds, 5) / 1000),
            slow.toString(),
            toEqual.toString()));
    report.atLeast(target.label() + ": to bare Vert.x", OF_BARE.get(target), toBare.median());
    report.atLeast(
        target.label() + ": to bare Vert.x of equal loops", OF_EQUAL.get(target), toEqual.median());
    report.atLeast(target.label() + ": to Prism", OF_PRISM, toPrism.median());
    report.atMost(target.label() + ": p99 to bare Vert.x", P99, slow.median());
  }

  private static double median(List<double[]> rounds, int column) {
    return Spread.of(rounds.stream().mapToDouble(r -> r[column])).median();
  }
}
