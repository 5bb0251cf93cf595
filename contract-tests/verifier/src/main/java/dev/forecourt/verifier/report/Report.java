package dev.forecourt.verifier.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.forecourt.contract.tools.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the last run proved of every operation of every vendor.
 *
 * @param made when, in UTC
 * @param vendors rows by vendor
 * @param failedTests every failed test with its message, wherever else it shows
 */
public record Report(String made, Map<String, List<Row>> vendors, List<String> failedTests) {

  /** That of the last run in a checkout. */
  public static Report of(Path root, Clock clock) throws IOException {
    Run run = Run.of(root);
    Path specs = root.resolve("specs");
    Map<String, List<Row>> vendors = new TreeMap<>();
    for (String vendor : Contracts.vendors(specs)) {
      vendors.put(vendor, Rows.of(vendor, specs.resolve(vendor), run));
    }
    List<String> failed =
        Stream.concat(run.rules().stream(), run.tests().stream())
            .filter(test -> test.failure() != null)
            .map(test -> test.simpleType() + "." + test.name() + "\n" + test.failure())
            .toList();
    return new Report(
        Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString(), vendors, failed);
  }

  /**
   * Writes {@code index.html}, {@code report.json} and {@code report.md}.
   *
   * @param earlier files {@code report.json} of earlier runs, or folders of them, for the history
   *     in page and summary; read before anything is written, so that the folder may be one of them
   */
  public void writeTo(Path folder, List<Path> earlier) throws IOException {
    History history = History.of(this, earlier);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("index.html"), HtmlReport.of(this, history));
    Files.writeString(folder.resolve("report.md"), MarkdownReport.of(this, history));
    Files.writeString(
        folder.resolve("report.json"),
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this)
            + "\n");
  }

  /** One line for a person. */
  public String summary() {
    return "%d operations and messages: %d cells green, %d red, %d in part, %d not run. Failed tests: %d"
        .formatted(
            vendors.values().stream().mapToInt(List::size).sum(),
            count(Cell.State.PASSED),
            count(Cell.State.FAILED),
            count(Cell.State.PARTLY),
            count(Cell.State.NOT_RUN),
            failedTests.size());
  }

  /** How many of a vendor's cells in a column are in this state. */
  long count(String vendor, Column column, Cell.State state) {
    return vendors.getOrDefault(vendor, List.of()).stream()
        .filter(row -> cell(row, column).state() == state)
        .count();
  }

  /** Where not all is well, as one line each: vendor, operation, column. */
  List<String> reds() {
    List<String> all = new ArrayList<>();
    vendors.forEach(
        (vendor, rows) ->
            rows.forEach(
                row ->
                    row.cells()
                        .forEach(
                            (column, cell) -> {
                              if (cell.state() == Cell.State.FAILED) {
                                all.add(
                                    vendor
                                        + " "
                                        + row.name()
                                        + ", "
                                        + column.title
                                        + ": "
                                        + String.join("\n", cell.messages()));
                              }
                            })));
    return all;
  }

  static Cell cell(Row row, Column column) {
    return row.cells().getOrDefault(column, Cell.NOT_RUN);
  }

  long count(Cell.State state) {
    return vendors.values().stream()
        .flatMap(List::stream)
        .flatMap(row -> row.cells().values().stream())
        .filter(cell -> cell.state() == state)
        .count();
  }
}
