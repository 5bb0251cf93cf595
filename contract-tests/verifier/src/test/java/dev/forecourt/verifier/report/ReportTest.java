package dev.forecourt.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.report.Verdict.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The report says what the files of a run say; the contracts are those of this checkout. */
class ReportTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
  private static final String ONE = "getReview: one review";
  private static final String UNKNOWN = "getReview: an unknown review";

  @TempDir Path root;

  @BeforeEach
  void checkout() throws IOException {
    Files.createSymbolicLink(root.resolve("specs"), Checkout.file("specs"));
  }

  @Test
  void aCheckoutWithoutARunHasNothingGreenAndNothingRed() throws IOException {
    Report report = report();

    assertThat(report.vendors())
        .containsOnlyKeys("autengo", "autochat", "claire", "fidcar", "fidelisa");
    assertThat(report.vendors().values().stream().flatMap(List::stream))
        .hasSizeGreaterThan(60)
        .allSatisfy(
            row ->
                assertThat(row.cells().entrySet())
                    // the rules are another module's run, which the symbolic link shows
                    .filteredOn(cell -> cell.getKey() != Column.RULES)
                    .extracting(cell -> cell.getValue().state())
                    .containsOnly(Cell.State.NOT_RUN));
  }

  @Test
  void everyRowSaysWhereTheVendorSaysIt() throws IOException {
    assertThat(report().vendors().values().stream().flatMap(List::stream))
        .allSatisfy(row -> assertThat(row.source()).contains("L"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTRACT", "STUB", "PRISM", "RUST"})
  void aRemovedTestEmptiesItsCell(Column column) throws IOException {
    pact("pacts", ONE, "200", UNKNOWN, "404");
    pact("target/pacts", ONE, "200", UNKNOWN, "404");
    Path verdicts = verdicts(by(column), passed(ONE), passed(UNKNOWN));

    assertThat(cell(column)).isEqualTo(Cell.passed("2/2"));

    verdicts(by(column), passed(ONE));
    assertThat(cell(column)).isEqualTo(Cell.partly("1/2", List.of("not run: " + UNKNOWN)));

    Files.delete(verdicts);
    assertThat(cell(column)).isEqualTo(Cell.NOT_RUN);
  }

  @Test
  void aRemovedClientTestEmptiesTheCellOfThePact() throws IOException {
    pact("pacts", ONE, "200", UNKNOWN, "404");
    pact("target/pacts", ONE, "200", UNKNOWN, "404");
    assertThat(cell(Column.PACT)).isEqualTo(Cell.passed("2"));

    pact("target/pacts", ONE, "200");
    assertThat(cell(Column.PACT))
        .isEqualTo(Cell.partly("1/2", List.of("not written by this run: " + UNKNOWN)));

    pact("target/pacts", "listReviews: all", "200");
    assertThat(cell(Column.PACT)).isEqualTo(Cell.NOT_RUN);
  }

  @Test
  void aDocumentedFailureThatNobodyAnsweredIsRed() throws IOException {
    assertThat(cell(Column.FAILURES)).isEqualTo(Cell.NOT_RUN);

    new VerdictFile("failures", "fidcar", null, null, List.of(passed("getReview: 404")))
        .writeTo(root.resolve("mock-servers/server/target/results"));

    assertThat(cell(Column.FAILURES))
        .isEqualTo(
            Cell.failed(
                "1/10",
                List.of(
                    "documented, and not answered in this run: 400, 401, 403, 405, 406, 410, 429, 500, 503 (DocumentedFailureTest)")));
  }

  @Test
  void aRedCellLeadsToTheExactMessage() throws IOException {
    pact("target/pacts", ONE, "200");
    verdicts(
        "stub", new Verdict(ONE, Result.FAILED, "$.grade: expected a <number>\n  was \"ten\""));

    Report report = report();

    assertThat(cell(Column.STUB))
        .isEqualTo(
            Cell.failed("0/1", List.of(ONE + "\n$.grade: expected a <number>\n  was \"ten\"")));
    String html = HtmlReport.of(report, History.NONE);
    String id = html.replaceAll("(?s).*href=\"#(fidcar-\\d+-STUB)\".*", "$1");
    assertThat(html)
        .contains("<pre id=\"" + id + "\">" + ONE + "\n$.grade: expected a &lt;number&gt;")
        .doesNotContain("<number>");
    assertThat(MarkdownReport.of(report, History.NONE))
        .contains("**1 red**")
        .contains(
            "- fidcar getReview, Stub: getReview: one review $.grade: expected a &lt;number>");
  }

  @Test
  void aSkippedInteractionIsNotGreen() throws IOException {
    pact("target/pacts", ONE, "200");
    verdicts("prism", new Verdict(ONE, Result.SKIPPED, "Prism cannot play this state"));

    assertThat(cell(Column.PRISM))
        .isEqualTo(
            Cell.partly("0/1", List.of("skipped: " + ONE + "\nPrism cannot play this state")));
  }

  @Test
  void aFailedClientTestIsRedAtItsOperationOnly() throws IOException {
    pact("pacts", ONE, "200");
    Path reports =
        Files.createDirectories(root.resolve("contract-tests/clients/target/surefire-reports"));
    Files.writeString(
        reports.resolve("TEST-x.xml"),
        """
        <testsuite><testcase classname="dev.forecourt.contracttests.fidcar.FidcarReviewsPactTest" name="gets(MockServer)">
        <failure message="getReview: a request was not made"/></testcase></testsuite>
        """);

    assertThat(cell(Column.PACT))
        .isEqualTo(
            Cell.failed(
                "0",
                List.of(
                    "FidcarReviewsPactTest.gets(MockServer)\ngetReview: a request was not made")));
    assertThat(cell("listReviews", Column.PACT)).isEqualTo(Cell.NOT_RUN);
    assertThat(report().failedTests())
        .containsExactly(
            "FidcarReviewsPactTest.gets(MockServer)\ngetReview: a request was not made");
  }

  @Test
  void aLiveRunShowsItsDay() throws IOException {
    new VerdictFile(
            "live",
            "fidcar",
            "2026-11-20T08:00:00Z",
            "https://www.fidcar.com",
            List.of(passed(ONE)))
        .writeTo(root.resolve("contract-tests/live"), "fidcar");

    assertThat(cell(Column.LIVE)).isEqualTo(Cell.passed("2026-11-20 1/1"));
  }

  @Test
  void fewCaughtMutantsAreRedWithTheSurvivors() throws IOException {
    Path folder = Files.createDirectories(root.resolve("contract-tests/target/mutation"));
    Files.writeString(
        folder.resolve("fidcar.json"),
        """
        {"operations": {
           "getReview": {"documented": {"mutants": 10, "caught": 9}, "own": {"mutants": 1, "caught": 0}},
           "listReviews": {"documented": {"mutants": 20, "caught": 19}}},
         "survivors": [{"id": "Review.grade", "change": "type", "documented": true},
                       {"id": "Review.id", "change": "format", "documented": false}]}
        """);

    assertThat(cell(Column.MUTATION))
        .isEqualTo(Cell.failed("90 %", List.of("survived: Review.grade type")));
    assertThat(cell("listReviews", Column.MUTATION)).isEqualTo(Cell.passed("95 %"));
  }

  @Test
  void theThreeFilesSayTheSame() throws IOException {
    pact("target/pacts", ONE, "200");
    Path folder = root.resolve("report");

    report().writeTo(folder, List.of());

    JsonNode json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(json.at("/made").asText()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(json.at("/vendors/fidcar").findValuesAsText("name")).contains("getReview");
    assertThat(json.at("/vendors/fidcar/0/cells/stub/state").asText()).isEqualTo("not_run");
    assertThat(folder.resolve("index.html"))
        .content()
        .contains("<b>getReview</b>")
        .contains("not run");
    assertThat(folder.resolve("report.md")).content().contains("| fidcar | 14 |");
  }

  @Test
  void saysWhatTurnedRedSinceAnEarlierRun() throws IOException {
    pact("target/pacts", ONE, "200");
    Path folder = root.resolve("report");
    verdicts("stub", passed(ONE));
    verdicts("prism", new Verdict(ONE, Result.FAILED, "no"));
    report().writeTo(folder, List.of());
    verdicts("stub", new Verdict(ONE, Result.FAILED, "no"));
    verdicts("prism", passed(ONE));

    report().writeTo(folder, List.of(folder));

    assertThat(folder.resolve("report.md"))
        .content()
        .contains("### Turned red since 2026-11-22T12:00:00Z (1)")
        .contains("- fidcar getReview, Stub (was passed)")
        .contains("### Mended since (1)")
        .contains("- fidcar getReview, Prism")
        // the rules are another module's run, which the symbolic link shows: their number may vary
        .containsPattern(
            "\\| this one \\| (\\d+) \\| 1 \\| 0 \\|\\R\\| 2026-11-22T12:00:00Z \\| \\1 \\| 1 \\| 0 \\|");
    assertThat(folder.resolve("index.html"))
        .content()
        .contains("<h2 id=\"history\">Earlier runs</h2>")
        .contains("<li>fidcar getReview, Stub (was passed)</li>");
  }

  @Test
  void refusesAnEarlierReportThatIsNone() throws IOException {
    Path file = Files.writeString(root.resolve("other.json"), "{\"made\": \"today\"}");

    assertThatThrownBy(() -> report().writeTo(root.resolve("report"), List.of(file)))
        .hasMessage(
            file
                + " is no earlier report. Give report.json of an earlier run, or a folder of them.");
    assertThat(root.resolve("report")).doesNotExist();
  }

  @Test
  void aCellOfTrafficSaysItsDay() throws IOException {
    new VerdictFile(
            "traffic",
            "fidcar",
            "2026-11-20T08:00:00Z",
            null,
            List.of(passed("getReview: 12 seen")))
        .writeTo(root.resolve("contract-tests/live"), "traffic-fidcar");

    assertThat(cell(Column.TRAFFIC)).isEqualTo(Cell.passed("2026-11-20 1/1"));
    assertThat(cell(Column.LIVE)).isEqualTo(Cell.NOT_RUN);
  }

  private Report report() throws IOException {
    return Report.of(root, NOON);
  }

  private Cell cell(Column column) throws IOException {
    return cell("getReview", column);
  }

  private Cell cell(String operation, Column column) throws IOException {
    return report().vendors().get("fidcar").stream()
        .filter(row -> row.name().equals(operation))
        .map(row -> Report.cell(row, column))
        .findFirst()
        .orElseThrow();
  }

  private static String by(Column column) {
    return column == Column.RUST ? "rust-stub" : column.key();
  }

  private static Verdict passed(String interaction) {
    return new Verdict(interaction, Result.PASSED, null);
  }

  private Path verdicts(String by, Verdict... verdicts) {
    return new VerdictFile(by, "fidcar", null, null, List.of(verdicts))
        .writeTo(root.resolve("contract-tests/target/results"));
  }

  /** A pact file with these descriptions, each followed by its status. */
  private void pact(String folder, String... descriptionsAndStatuses) throws IOException {
    String interactions =
        Stream.iterate(0, i -> i < descriptionsAndStatuses.length, i -> i + 2)
            .map(
                i ->
                    "{\"description\": \"%s\", \"response\": {\"status\": %s}}"
                        .formatted(descriptionsAndStatuses[i], descriptionsAndStatuses[i + 1]))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    Path target = Files.createDirectories(root.resolve("contract-tests").resolve(folder));
    Files.writeString(
        target.resolve("fidcar.json"),
        "{\"provider\": {\"name\": \"fidcar\"}, \"interactions\": [" + interactions + "]}");
  }
}
