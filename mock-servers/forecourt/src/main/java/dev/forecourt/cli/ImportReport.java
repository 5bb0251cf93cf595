package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.OperationRow;
import java.util.List;
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

  /** The counts, the guesses, and the first of the rest. */
  String shortText() {
    long stateful = result.operations().stream().filter(row -> row.role() != null).count();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s %s: %d operations, %d of them with state, the others answer from examples%n"
            .formatted(result.title(), result.version(), result.operations().size(), stateful));
    result
        .guesses()
        .forEach(
            guess ->
                text.append(
                    "  guessed   %s: %s, because %s (%s)%n"
                        .formatted(guess.place(), guess.what(), guess.reason(), guess.flag())));
    append(
        text,
        "repaired",
        result.repairs().stream().map(each -> each.place() + ": " + each.fault()).toList());
    append(
        text,
        "left out",
        result.leftOut().stream().map(each -> each.place() + ": " + each.what()).toList());
    return text.toString();
  }

  private static void append(StringBuilder text, String what, List<String> lines) {
    lines.stream().limit(SHOWN).forEach(line -> text.append("  %-9s %s%n".formatted(what, line)));
    if (lines.size() > SHOWN) {
      text.append("  %-9s … and %d more%n".formatted(what, lines.size() - SHOWN));
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
    return "| `%s %s` | `%s().%s`%s | %s | one |"
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
