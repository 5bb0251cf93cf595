package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Measures, and prints tables and goals. Started by {@code scripts/bench clients}.
 *
 * <p>Arguments: the class path file of forecourt-claire, then {@code --quick} and {@code --only
 * part}, if wanted.
 */
final class ClientsBenchmark {
  private static final List<String> PARTS =
      List.of("loopback", "tls", "streams", "no-network", "callers", "new-client", "size");

  private ClientsBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    List<String> given = Arrays.asList(arguments);
    Effort effort = given.contains("--quick") ? Effort.QUICK : Effort.FULL;
    Optional<String> only =
        Optional.of(given.indexOf("--only")).filter(at -> at > 0).map(at -> given.get(at + 1));
    Certificate.make();
    Report report = new Report();
    report.text(
        "Java %s, %d processors, %s"
            .formatted(
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                LocalDate.now(ZoneOffset.UTC)));
    for (String part : PARTS) {
      if (only.isEmpty() || only.get().equals(part)) {
        run(part, report, effort, Path.of(given.get(0)));
      }
    }
    report.goals();
    // some of the clients keep threads that are no daemons
    System.exit(0);
  }

  private static void run(String part, Report report, Effort effort, Path classPath)
      throws Exception {
    switch (part) {
      case "loopback" -> Loopback.run(report, effort, Link.HTTP);
      case "tls" -> {
        Loopback.run(report, effort, Link.TLS);
        Loopback.run(report, effort, Link.HTTP2);
      }
      case "streams" -> Streams.run(report, effort);
      case "no-network" -> NoNetwork.run(report, effort);
      case "callers" -> Callers.run(report, effort);
      case "new-client" -> NewClient.run(report, effort);
      default -> Size.run(report, classPath);
    }
  }
}
