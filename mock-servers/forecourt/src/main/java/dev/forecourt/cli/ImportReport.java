package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.Guess;
import dev.forecourt.contract.importer.report.LeftOut;
import dev.forecourt.contract.importer.report.OperationRow;
import dev.forecourt.contract.importer.report.Repair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an import did, in Markdown, for {@code REPORT.md}. */
final class ImportReport {

  private final ImportResult result;
  private final List<StubNote> notes;

  /** {@code notes}: what the generator of the stub had to say. */
  ImportReport(ImportResult result, List<String> notes) {
    this.result = result;
    this.notes = notes.stream().map(StubNote::of).toList();
  }

  String markdown() {
    return """
    # %s

    Made from %s, version %s, by `scripts/new-vendor`, which writes this file anew with `--update`.
    Each change of the vendor's file stands in `overlay.yaml` with its reason.

    %s The pact leaves out, too, what a fresh stub answers with 404: the test names it.

    | operation | client | stub | pact |
    | --- | --- | --- | --- |
    %s
    ## Guesses%s

    %s
    ## Repairs%s

    %s
    ## Left out%s

    %s
    ## Notes on the stub%s

    %s%s\
    """
        .formatted(
            result.title(),
            vendorFile(),
            result.version(),
            new ImportCounts(result).sentence(),
            rows(),
            count(result.guesses()),
            list(
                result.guesses(),
                guess -> guess.what() + guess.reason() + guess.flag(),
                Guess::place,
                guess ->
                    "%s, because %s. Change it: `%s`"
                        .formatted(guess.what(), guess.reason(), guess.flag())),
            count(result.repairs()),
            list(
                result.repairs(),
                repair -> repair.fault() + repair.repair(),
                Repair::place,
                repair -> "%s. Now: %s".formatted(repair.fault(), repair.repair())),
            count(result.leftOut()),
            list(
                result.leftOut(),
                left -> left.what() + left.reason(),
                LeftOut::place,
                left ->
                    "%s, because %s. %s"
                        .formatted(left.what(), left.reason(), effect(left.effect()))),
            count(notes),
            list(notes, StubNote::what, StubNote::place, StubNote::what),
            kept());
  }

  /** What an earlier import or a person wrote into the overlay. */
  private String kept() {
    if (result.kept().isEmpty()) {
      return "";
    }
    return """

    ## Kept from `overlay.yaml` (%d)

    Guesses, repairs and changes by hand that were there before this version of the file, and still apply.

    %s\
    """
        .formatted(
            result.kept().size(),
            list(
                result.kept(),
                ImportResult.Kept::description,
                ImportResult.Kept::target,
                ImportResult.Kept::description));
  }

  private static String effect(String effect) {
    return effect.equals("none")
        ? "Client and stub are the same without it."
        : Character.toUpperCase(effect.charAt(0))
            + effect.substring(1)
            + (effect.endsWith(".") ? "" : ".");
  }

  private static String count(List<?> things) {
    return things.isEmpty() ? "" : " (" + things.size() + ")";
  }

  private String vendorFile() {
    return result.vendorFiles().keySet().stream()
        .filter(name -> !name.equals("SHA256SUMS"))
        .map(name -> "`vendor/" + name + "`")
        .collect(Collectors.joining(", "));
  }

  private String rows() {
    return result.operations().stream()
        .map(this::row)
        .map(row -> row + "\n")
        .collect(Collectors.joining());
  }

  private String row(OperationRow row) {
    return "| `%s %s` | %s: `%s`%s | %s | %s |"
        .formatted(
            row.method(),
            row.path(),
            row.tag(),
            row.operationId(),
            row.paging() == null ? "" : ", pages by " + row.paging(),
            (row.role() == null ? "from examples" : "with state: " + row.role())
                + (isUnknown(row) ? ", 404 for its sample" : ""),
            row.withoutPact() == null ? "one" : "none: " + row.withoutPact());
  }

  private boolean isUnknown(OperationRow row) {
    return notes.stream()
        .anyMatch(note -> note.place().equals(row.operationId()) && note.isOfNoItem());
  }

  /** What is said of several places is said once, and the places stand under it. */
  private static <T> String list(
      List<T> things,
      Function<T, String> kind,
      Function<T, String> place,
      Function<T, String> line) {
    if (things.isEmpty()) {
      return "None.\n";
    }
    Map<String, List<T>> byKind =
        things.stream()
            .collect(Collectors.groupingBy(kind, LinkedHashMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder();
    for (List<T> same : byKind.values()) {
      String said = line.apply(same.get(0));
      if (same.size() == 1) {
        text.append("- %s: %s%n".formatted(ReadablePlace.of(place.apply(same.get(0))), said));
      } else {
        text.append("- %d places: %s%n".formatted(same.size(), said));
        same.forEach(
            each -> text.append("  - %s%n".formatted(ReadablePlace.of(place.apply(each)))));
      }
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
