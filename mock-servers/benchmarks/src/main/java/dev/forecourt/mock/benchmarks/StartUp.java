package dev.forecourt.mock.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import dev.forecourt.benchmarks.kit.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * Seconds from the start of a process to its first 200, asked again every 2 ms; each round starts
 * all four, one after the other.
 */
final class StartUp {
  private final Contestants contestants;
  private final Effort effort;
  private final Report report;

  StartUp(Contestants contestants, Effort effort, Report report) {
    this.contestants = contestants;
    this.effort = effort;
    this.report = report;
  }

  void run() throws Exception {
    report.step("start-up: " + effort.starts() + " starts of each");
    List<double[]> rounds = new ArrayList<>();
    for (int i = 0; i < effort.starts(); i++) {
      rounds.add(
          new double[] {
            seconds(contestants.startMocks(true), Contestants.VENDORS - 1),
            seconds(contestants.startMocks(false), Contestants.VENDORS - 1),
            seconds(contestants.startEmbedded(), 0),
            seconds(contestants.startPrism(), 0)
          });
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Server", "Seconds to first 200", "To Prism"));
    add("all five vendors, with the class-data archive", 0, 0.33, rounds, rows);
    add("all five vendors, without", 1, 1.0, rounds, rows);
    add("one vendor embedded, cold JVM", 2, 0.35, rounds, rows);
    rows.add(List.of("Prism, one vendor", seconds(rounds, 3), "1"));
    report.table(rows);
  }

  private void add(
      String what, int column, double goal, List<double[]> rounds, List<List<String>> rows) {
    Spread toPrism = Spread.of(rounds.stream().mapToDouble(r -> r[column] / r[3]));
    rows.add(List.of(what, seconds(rounds, column), toPrism.toString()));
    report.atMost("start, " + what + ": to Prism", goal, toPrism.median());
  }

  private static String seconds(List<double[]> rounds, int column) {
    return Spread.of(rounds.stream().mapToDouble(r -> r[column])).toString();
  }

  private static double seconds(Server server, int portsAbove) throws Exception {
    try (server) {
      return server.secondsUntilReady(Target.LIST, portsAbove);
    }
  }
}
