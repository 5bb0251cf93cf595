package dev.forecourt.mock.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the parts and prints their tables, goals last. Called by {@code scripts/bench mocks} with
 * the JAR of the mocks, its options, the script of Prism and FIDCAR's contract; then {@code
 * --quick} and {@code --only PART}.
 */
public final class MocksBenchmark {
  private MocksBenchmark() {}

  /** Exit code 0 whatever the figures; an exception when a call fails. */
  public static void main(String[] args) throws Exception {
    List<String> options = List.of(args).subList(4, args.length);
    int only = options.indexOf("--only");
    String part = only < 0 ? "" : options.get(only + 1);
    Effort effort = options.contains("--quick") ? Effort.QUICK : Effort.FULL;

    Load.requireH2load();
    Path folder = Files.createTempDirectory("forecourt-bench");
    Contestants contestants =
        new Contestants(
            Path.of(args[0]),
            Path.of(args[1]),
            folder.resolve("mocks.jsa"),
            Path.of(args[2]),
            Path.of(args[3]),
            folder);
    Report report = new Report();
    report.step("Making the class-data archive");
    contestants.makeArchive();
    Load load = new Load(folder);
    if (part.isEmpty() || part.equals("throughput")) {
      new Throughput(contestants, load, effort, report).run();
    }
    if (part.isEmpty() || part.equals("start")) {
      new StartUp(contestants, effort, report).run();
    }
    if (part.isEmpty() || part.equals("objects")) {
      new ManyObjects(contestants, load, effort, report).run();
    }
    report.goals();
  }
}
