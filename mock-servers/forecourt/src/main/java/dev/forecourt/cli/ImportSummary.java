package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.LeftOut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an import did, for the one who waits at a terminal. */
final class ImportSummary {

  private static final int SHOWN = 10;
  // names, pointers and numbers: the same fault of several names is one kind
  private static final String NAMES = "\\S*[-_A-Z'\"/{}0-9]\\S*";

  private final ImportResult result;

  ImportSummary(ImportResult result) {
    this.result = result;
  }

  /** The counts, and the first of each kind of guess, repair and loss. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, version %s%n  %s%n"
            .formatted(result.title(), result.version(), new ImportCounts(result).line()));
    append(
        text,
        "guessed",
        result.guesses(),
        guess -> guess.what() + guess.flag(),
        guess ->
            "%s: %s, because %s (change it: %s)"
                .formatted(guess.place(), guess.what(), guess.reason(), guess.flag()));
    append(
        text,
        "repaired",
        result.repairs(),
        repair -> repair.fault().replaceAll(NAMES, "*"),
        repair ->
            "%s: %s; now: %s"
                .formatted(ReadablePlace.of(repair.place()), repair.fault(), repair.repair()));
    append(text, "left out", result.leftOut(), ImportSummary::kind, ImportSummary::line);
    return text.toString();
  }

  /** The first of each kind of note that the generator of the stub has. */
  static String ofStub(List<String> notes) {
    StringBuilder text = new StringBuilder();
    append(
        text,
        "stub",
        notes.stream().map(StubNote::of).toList(),
        note -> note.what().replaceAll(NAMES, "*"),
        note -> ReadablePlace.of(note.place()) + ": " + note.what());
    return text.toString();
  }

  private static String kind(LeftOut left) {
    return (left.what() + left.reason()).replaceAll(NAMES, "*").replaceFirst(":.*", "");
  }

  private static String line(LeftOut left) {
    String place = ReadablePlace.of(left.place());
    // an operation that is left out is its own place
    String what = place.equals(left.what()) ? place : place + ": " + left.what();
    return "%s, because %s".formatted(what, left.reason());
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
                            same.size() == 1
                                ? ""
                                : "; and %d more like it".formatted(same.size() - 1))));
    if (byKind.size() > SHOWN) {
      text.append(
          "  %-9s and %d of %d other kinds: the report has them%n"
              .formatted(
                  label,
                  byKind.values().stream().skip(SHOWN).mapToInt(List::size).sum(),
                  byKind.size() - SHOWN));
    }
  }
}
