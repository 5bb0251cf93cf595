package dev.forecourt.verifier.report;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.report.Verdict.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows of one vendor: its contract says which there are, the run fills their cells. */
final class Rows {
  /** Lower than this is red. */
  private static final int GOAL_PERCENT = 95;

  private final String vendor;
  private final Path contract;
  private final Run run;

  private Rows(String vendor, Path contract, Run run) {
    this.vendor = vendor;
    this.contract = contract;
    this.run = run;
  }

  /**
   * Those of a vendor.
   *
   * @param contract folder of its contract
   */
  static List<Row> of(String vendor, Path contract, Run run) throws IOException {
    return new Rows(vendor, contract, run).all();
  }

  private List<Row> all() throws IOException {
    List<Row> rows = new ArrayList<>();
    RulesCell rules = new RulesCell(vendor, run.rules());
    for (DocumentedOperation operation : DocumentedOperation.of(contract)) {
      Map<Column, Cell> cells = new EnumMap<>(Column.class);
      cells.put(Column.RULES, rules.of(operation.file()));
      cells.put(Column.FAILURES, failures(operation));
      pactCells(operation.id(), each -> each.operation().equals(operation.id()), cells);
      cells.put(Column.LIVE, dated("live", operation.id()));
      cells.put(Column.TRAFFIC, dated("traffic", operation.id()));
      cells.put(Column.MUTATION, mutation(operation.id()));
      rows.add(new Row(operation.id(), operation.call(), operation.source(), cells));
    }
    for (String message : messages()) {
      Map<Column, Cell> cells = new EnumMap<>(Column.class);
      String operation = Descriptions.operation(message);
      cells.put(Column.RULES, rules.of("paths"));
      cells.put(Column.FAILURES, Cell.NONE);
      pactCells(operation, each -> each.description().equals(message), cells);
      cells.put(Column.PRISM, Cell.NONE);
      cells.put(Column.RUST, Cell.NONE);
      cells.put(Column.LIVE, Cell.NONE);
      cells.put(Column.TRAFFIC, Cell.NONE);
      cells.put(Column.MUTATION, mutation(operation));
      rows.add(
          new Row(
              message,
              "message",
              DocumentedOperation.sourceOfMessages(contract, operation),
              cells));
    }
    return rows;
  }

  /** Those that are committed keep their row when no test writes them any more. */
  private Set<String> messages() {
    return Stream.concat(run.committed().stream(), run.written().stream())
        .filter(this::isOurs)
        .filter(PactInteraction::isMessage)
        .map(PactInteraction::description)
        .collect(toCollection(LinkedHashSet::new));
  }

  private void pactCells(
      String operation, Predicate<PactInteraction> which, Map<Column, Cell> cells) {
    Set<String> written = descriptions(run.written(), which);
    Set<String> known = new TreeSet<>(written);
    known.addAll(descriptions(run.committed(), which));
    cells.put(Column.PACT, pact(operation, known, written));
    cells.put(Column.CONTRACT, verified("contract", known, written));
    cells.put(Column.STUB, verified("stub", known, written));
    cells.put(Column.PRISM, verified("prism", known, written));
    cells.put(Column.RUST, verified("rust-stub", known, written));
  }

  private Set<String> descriptions(List<PactInteraction> all, Predicate<PactInteraction> which) {
    return all.stream()
        .filter(this::isOurs)
        .filter(which)
        .map(PactInteraction::description)
        .collect(toCollection(TreeSet::new));
  }

  private Cell pact(String operation, Set<String> known, Set<String> written) {
    List<String> failed = failedTests(operation, known);
    String text = String.valueOf(written.size());
    if (!failed.isEmpty()) {
      return Cell.failed(text, failed);
    }
    if (written.isEmpty()) {
      return Cell.NOT_RUN;
    }
    List<String> gone =
        known.stream()
            .filter(each -> !written.contains(each))
            .map(each -> "not written by this run: " + each)
            .toList();
    return gone.isEmpty() ? Cell.passed(text) : Cell.partly(text + "/" + known.size(), gone);
  }

  /** Failed tests of the client that wrote, or should have written, these interactions. */
  private List<String> failedTests(String operation, Set<String> known) {
    Set<String> writers =
        run.committed().stream()
            .filter(this::isOurs)
            .filter(each -> known.contains(each.description()))
            .map(PactInteraction::test)
            .collect(toCollection(TreeSet::new));
    Pattern named = Pattern.compile("\\b" + Pattern.quote(operation) + "\\b");
    return run.tests().stream()
        .filter(test -> test.failure() != null && test.type().contains("." + vendor + "."))
        .filter(test -> test.type().endsWith("PactTest"))
        .filter(
            test ->
                writers.contains(test.type() + "." + test.name())
                    || named.matcher(test.failure()).find())
        .map(test -> test.simpleType() + "." + test.name() + "\n" + test.failure())
        .toList();
  }

  private Cell failures(DocumentedOperation operation) {
    List<VerdictFile> files =
        run.by("failures").stream().filter(f -> isOurs(f.provider())).toList();
    if (files.isEmpty()) {
      return Cell.NOT_RUN;
    }
    Set<String> answered =
        files.stream()
            .flatMap(file -> file.verdicts().stream())
            .filter(verdict -> verdict.operation().equals(operation.id()))
            .map(verdict -> verdict.interaction().replaceFirst(".*: ", ""))
            .collect(toCollection(TreeSet::new));
    List<String> missing =
        operation.failures().stream()
            // a status that is not listed stands for all of them
            .filter(status -> !answered.contains(status.equals("default") ? "500" : status))
            .toList();
    int all = operation.failures().size();
    String text = (all - missing.size()) + "/" + all;
    return missing.isEmpty()
        ? Cell.passed(text)
        : Cell.failed(
            text,
            List.of(
                "documented, and not answered in this run: "
                    + String.join(", ", missing)
                    + " (DocumentedFailureTest)"));
  }

  private Cell verified(String by, Set<String> known, Set<String> written) {
    List<Verdict> verdicts =
        run.by(by).stream()
            .filter(file -> isOurs(file.provider()))
            .flatMap(file -> file.verdicts().stream())
            .filter(verdict -> known.contains(verdict.interaction()))
            .toList();
    if (verdicts.isEmpty()) {
      return Cell.NOT_RUN;
    }
    Set<String> seen =
        verdicts.stream().map(Verdict::interaction).collect(toCollection(TreeSet::new));
    List<String> unseen = written.stream().filter(each -> !seen.contains(each)).toList();
    return cell(verdicts, unseen, "");
  }

  private static Cell cell(List<Verdict> verdicts, List<String> unseen, String prefix) {
    long passed = verdicts.stream().filter(each -> each.result() == Result.PASSED).count();
    String text = prefix + passed + "/" + (verdicts.size() + unseen.size());
    List<String> failed = messages(verdicts, Result.FAILED, "");
    if (!failed.isEmpty()) {
      return Cell.failed(text, failed);
    }
    List<String> open = new ArrayList<>(messages(verdicts, Result.SKIPPED, "skipped: "));
    unseen.forEach(each -> open.add("not run: " + each));
    return open.isEmpty() ? Cell.passed(text) : Cell.partly(text, open);
  }

  private static List<String> messages(List<Verdict> verdicts, Result result, String prefix) {
    return verdicts.stream()
        .filter(each -> each.result() == result)
        .map(each -> prefix + each.interaction() + "\n" + each.message())
        .toList();
  }

  /** What was found at a day that the cell names: of the vendor itself, or of recorded traffic. */
  private Cell dated(String by, String operation) {
    return run.by(by).stream()
        .filter(file -> isOurs(file.provider()))
        .map(
            file -> {
              List<Verdict> verdicts =
                  file.verdicts().stream()
                      .filter(each -> each.operation().equals(operation))
                      .toList();
              return verdicts.isEmpty()
                  ? Cell.NOT_RUN
                  : cell(verdicts, List.of(), String.valueOf(file.at()).split("T")[0] + " ");
            })
        .findFirst()
        .orElse(Cell.NOT_RUN);
  }

  /** Facts that the vendor documents; what we decided ourselves is not counted here. */
  private Cell mutation(String operation) {
    JsonNode of = run.mutation().get(vendor);
    JsonNode score = of == null ? null : of.path("operations").path(operation).path("documented");
    int all = score == null ? 0 : score.path("mutants").asInt();
    if (of == null || score == null || all == 0) {
      return Cell.NOT_RUN;
    }
    int percent = 100 * score.path("caught").asInt() / all;
    if (percent >= GOAL_PERCENT) {
      return Cell.passed(percent + " %");
    }
    List<String> survivors = new ArrayList<>();
    for (JsonNode each : of.path("survivors")) {
      if (each.path("documented").asBoolean()) {
        survivors.add(
            "survived: %s %s".formatted(each.path("id").asText(), each.path("change").asText()));
      }
    }
    return Cell.failed(percent + " %", survivors);
  }

  private boolean isOurs(PactInteraction interaction) {
    return isOurs(interaction.provider());
  }

  private boolean isOurs(String provider) {
    return provider.equals(vendor) || provider.startsWith(vendor + "-");
  }
}
