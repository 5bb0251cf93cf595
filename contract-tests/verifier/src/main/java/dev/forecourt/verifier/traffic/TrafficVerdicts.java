package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.output.Case;
import dev.forecourt.verifier.output.Level;
import dev.forecourt.verifier.output.Note;
import dev.forecourt.verifier.output.Results;
import dev.forecourt.verifier.report.Verdict;
import dev.forecourt.verifier.report.Verdict.Result;
import dev.forecourt.verifier.report.VerdictFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What traffic showed of each operation, for the column of the report. */
public final class TrafficVerdicts {
  private TrafficVerdicts() {}

  /**
   * Writes {@code traffic-VENDOR.json} for each vendor that was seen, in place of an earlier one.
   * Holds operations, kinds and places, and nobody's values.
   */
  public static List<Path> write(Results results, Path folder, Clock clock) {
    Map<String, List<Verdict>> byVendor = new TreeMap<>();
    for (Case each : results.cases()) {
      String operation = each.name().split(" ", 2)[0];
      boolean ofAnOperation = each.name().startsWith(operation + "  ");
      if (ofAnOperation) {
        byVendor
            .computeIfAbsent(each.group().replaceFirst(":.*", ""), vendor -> new ArrayList<>())
            .add(verdict(operation, each));
      }
    }
    String at = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
    return byVendor.entrySet().stream()
        .map(
            each ->
                new VerdictFile("traffic", each.getKey(), at, null, each.getValue())
                    .writeTo(folder, "traffic-" + each.getKey()))
        .toList();
  }

  private static Verdict verdict(String operation, Case of) {
    String errors =
        of.notes().stream()
            .filter(note -> note.level() == Level.ERROR)
            .map(Note::message)
            .collect(Collectors.joining("\n"));
    return errors.isEmpty()
        ? new Verdict(operation + ": recorded traffic", Result.PASSED, null)
        : new Verdict(operation + ": recorded traffic", Result.FAILED, errors);
  }
}
