package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.Guess;
import dev.forecourt.contract.importer.report.LeftOut;
import dev.forecourt.contract.importer.report.OperationRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an import did, in Markdown, for {@code REPORT.md} and for the one who waits. */
final class ImportReport {

  private static final int SHOWN = 10;

  private final ImportResult result;

  ImportReport(ImportResult result) {
    this.result = result;
  }

  /** All of it. */
  String markdown() {
    return """
        # %s

        Made from %s, version %s, by `scripts/new-vendor`, which writes this file anew with `--update`.
        Each change of the vendor's file stands in `overlay.yaml` with its reason.
        The pact has an interaction of each operation whose body and answer are JSON; the test names those that it leaves out.

        | operation | client | stub | pact |
        | --- | --- | --- | --- |
        %s
        ## Guesses

        %s
        ## Repairs

        %s
        ## Left out

        %s"""
        .formatted(
            result.title(),
            vendorFile(),
            result.version(),
            rows(),
            list(
                result.guesses(),
                guess ->
                    "%s: %s, because %s. Change it: `%s`"
                        .formatted(guess.place(), guess.what(), guess.reason(), guess.flag())),
            list(
                result.repairs(),
                repair ->
                    "%s: %s. Now: %s".formatted(repair.place(), repair.fault(), repair.repair())),
            list(
                result.leftOut(),
                left ->
                    "%s: %s, because %s. %s"
                        .formatted(left.place(), left.what(), left.reason(), left.effect())));
  }

  /** The counts, and the first of each kind of guess, repair and loss. */
  String shortText() {
    long stateful = result.operations().stream().filter(row -> row.role() != null).count();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s %s: %d operations, %d of them with state, the others answer from examples%n"
            .formatted(result.title(), result.version(), result.operations().size(), stateful));
    append(
        text,
        "guessed",
        result.guesses(),
        Guess::what,
        guess ->
            "%s: %s, because %s (%s)"
                .formatted(guess.place(), guess.what(), guess.reason(), guess.flag()));
    append(
        text,
        "repaired",
        result.repairs(),
        // the same fault of several names
        repair -> repair.fault().replaceAll("\\S*[-_A-Z'\"]\\S*", "*"),
        repair -> repair.place() + ": " + repair.fault());
    append(
        text,
        "left out",
        result.leftOut(),
        LeftOut::what,
        left -> left.place() + ": " + left.what());
    return text.toString();
  }

  /** One line for each kind, the first of it, and how many more there are. */
  private static <T> void append(
      StringBuilder text,
      String label,
      List<T> things,
      Function<T, String> kind,
      Function<T, String> line) {
    Map<String, List<T>> byKind =
        things.stream()
            .collect(Collectors.groupingBy(kind, LinkedHashMap::new, Collectors.toList()));
    byKind.values().stream()
        .limit(SHOWN)
        .forEach(
            same ->
                text.append(
                    "  %-9s %s%s%n"
                        .formatted(
                            label,
                            line.apply(same.get(0)),
                            same.size() == 1 ? "" : " … and %d more".formatted(same.size() - 1))));
    if (byKind.size() > SHOWN) {
      text.append("  %-9s … and %d more kinds%n".formatted(label, byKind.size() - SHOWN));
    }
  }

  private String vendorFile() {
    return result.vendorFiles().keySet().stream()
        .filter(name -> !name.equals("SHA256SUMS"))
        .map(name -> "`vendor/" + name + "`")
        .collect(Collectors.joining(", "));
  }

  private String rows() {
    return result.operations().stream()
        .map(ImportReport::row)
        .map(row -> row + "\n")
        .collect(Collectors.joining());
  }

  private static String row(OperationRow row) {
    return "| `%s %s` | %s: `%s`%s | %s | one |"
        .formatted(
            row.method(),
            row.path(),
            row.tag(),
            row.operationId(),
            row.paging() == null ? "" : ", pages by " + row.paging(),
            row.role() == null ? "from examples" : "with state: " + row.role());
  }

  private static <T> String list(List<T> things, Function<T, String> line) {
    return things.isEmpty()
        ? "None.\n"
        : things.stream().map(each -> "- " + line.apply(each) + "\n").collect(Collectors.joining());
  }
}
