package dev.forecourt.mock.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import dev.forecourt.benchmarks.kit.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a mock gets slower with what it has stored: page 1 and get by id, with the seed and with
 * many dealerships more. Both have the same, larger heap.
 */
final class ManyObjects {
  private static final String HEAP = "-Xmx512m";
  private static final double WITHIN = 0.20;

  private final Contestants contestants;
  private final Load load;
  private final Effort effort;
  private final Report report;

  ManyObjects(Contestants contestants, Load load, Effort effort, Report report) {
    this.contestants = contestants;
    this.load = load;
    this.effort = effort;
    this.report = report;
  }

  void run() throws Exception {
    report.step("with " + effort.objects() + " dealerships and with the few of the seed");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Request", "Seed req/s", "Many req/s", "Many to seed"));
    try (Server few = contestants.startMocks(true, HEAP)) {
      few.secondsUntilReady(Target.LIST, Contestants.VENDORS - 1);
      try (Server many = contestants.startMocks(true, HEAP)) {
        many.secondsUntilReady(Target.LIST, Contestants.VENDORS - 1);
        load.rate(Target.CREATE, many.host(), effort.objects());
        measure(Target.LIST, few, many, rows);
        measure(Target.ONE, few, many, rows);
      }
    }
    report.table(rows);
  }

  private void measure(Target target, Server few, Server many, List<List<String>> rows)
      throws Exception {
    int requests = effort.requests(target);
    for (int sent = 0; sent < effort.warmUp() / 2; sent += requests) {
      load.rate(target, few.host(), requests);
      load.rate(target, many.host(), requests);
    }
    List<double[]> rounds = new ArrayList<>();
    for (int i = 0; i < effort.rounds(); i++) {
      double before = load.rate(target, few.host(), requests);
      double with = load.rate(target, many.host(), requests);
      double after = load.rate(target, few.host(), requests);
      rounds.add(new double[] {(before + after) / 2, with});
    }
    Spread ratio = Spread.of(rounds.stream().mapToDouble(r -> r[1] / r[0]));
    rows.add(
        List.of(
            target.label(),
            Report.number(Spread.of(rounds.stream().mapToDouble(r -> r[0])).median()),
            Report.number(Spread.of(rounds.stream().mapToDouble(r -> r[1])).median()),
            ratio.toString()));
    report.atLeast(target.label() + " with many dealerships, to few", 1 - WITHIN, ratio.median());
  }
}
