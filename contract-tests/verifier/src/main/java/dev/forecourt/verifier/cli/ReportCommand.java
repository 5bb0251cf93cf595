package dev.forecourt.verifier.cli;

import dev.forecourt.verifier.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the last test run of a checkout proved. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Makes one report of what the last run of a checkout's tests proved, operation by operation.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "CHECKOUT", description = "The root of the checkout.")
  Path root;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for index.html, report.json and report.md.")
  Path out;

  @Option(
      names = "--earlier",
      paramLabel = "PATH",
      description =
          "report.json of an earlier run, or a folder of such files: the report then says what turned red since. Repeatable.")
  List<Path> earlier = List.of();

  @Override
  public Integer call() throws IOException {
    Report report = Report.of(root.toAbsolutePath().normalize(), Clock.systemUTC());
    report.writeTo(out, earlier);
    System.out.println(report.summary());
    return 0;
  }
}
