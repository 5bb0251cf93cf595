package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.Guess;
import dev.forecourt.contract.importer.report.LeftOut;
import dev.forecourt.contract.importer.report.OperationRow;
import dev.forecourt.contract.importer.report.Repair;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImportReportTest {

  private static final List<OperationRow> OPERATIONS =
      List.of(
          new OperationRow("GET", "/cars", "listCars", "Cars", "page", "list", null),
          new OperationRow("POST", "/scan", "scan", "Cars", null, null, "the body is no JSON"));

  @Test
  void countsWhatTheTableShows() {
    String report = new ImportReport(result(List.of(), List.of(), List.of()), List.of()).markdown();

    assertThat(report)
        .contains(
            """

            2 operations: 1 with state in the stub, 1 from examples. The pact gets an interaction of 1 of them. The pact\
            """)
        .contains("| `GET /cars` | Cars: `listCars`, pages by page | with state: list | one |\n")
        .contains("| `POST /scan` | Cars: `scan` | from examples | none: the body is no JSON |\n")
        .contains("## Repairs\n\nNone.\n");
  }

  @Test
  void saysOnceWhatIsSaidOfSeveralPlaces() {
    List<Repair> repairs =
        List.of(
            new Repair("/paths/~1cars~1{id}/get/responses/200", "is a list", "one value"),
            new Repair("/components/schemas/Car", "is empty", "removed"),
            new Repair("/paths/~1scan/post", "is a list", "one value"));

    String report = new ImportReport(result(List.of(), repairs, List.of()), List.of()).markdown();

    assertThat(report)
        .contains(
            """
            ## Repairs (3)

            - 2 places: is a list. Now: one value
              - GET /cars/{id}, at /responses/200
              - POST /scan
            - /components/schemas/Car: is empty. Now: removed

            """);
  }

  @Test
  void saysWhatIsLostAndWhatIsNot() {
    List<LeftOut> leftOut =
        List.of(
            new LeftOut("/x-a", "extension x-a", "it leads nowhere", "none"),
            new LeftOut(
                "/x-b", "extension x-b", "it leads nowhere", "values are made of the schema"));

    String report = new ImportReport(result(List.of(), List.of(), leftOut), List.of()).markdown();

    assertThat(report)
        .contains(
            """
            ## Left out (2)

            - /x-a: extension x-a, because it leads nowhere. Client and stub are the same without it.
            - /x-b: extension x-b, because it leads nowhere. Values are made of the schema.
            """);
  }

  @Test
  void summarizesEachKindWithItsReason() {
    Guess guess = new Guess("GET /cars", "paging by page", "the query has page", "--paging");
    List<LeftOut> leftOut =
        List.of(
            new LeftOut("/paths/~1a/get", "GET /a", "no address tells it apart from /b", "none"),
            new LeftOut("/paths/~1c/get", "GET /c", "no address tells it apart from /d", "none"));

    String summary =
        new ImportSummary(result(List.of(guess), List.of(), leftOut)).text().replace("\r\n", "\n");

    assertThat(summary)
        .isEqualTo(
            """
            Cars API, version 7
              2 operations (2 more are left out): 1 with state in the stub, 1 from examples
              guessed   GET /cars: paging by page, because the query has page (change it: --paging)
              left out  GET /a, because no address tells it apart from /b; and 1 more like it
            """);
  }

  @Test
  void tellsWhatTheStubAnswersWith404() {
    List<String> notes =
        List.of(
            "listCars: the stub has no item '7' there: 404; give the id one example",
            "scan 200: no value was found that fits the schema",
            "listCars 200: no value was found that fits the schema");
    ImportResult result = result(List.of(), List.of(), List.of());

    String report = new ImportReport(result, notes).markdown();

    assertThat(report)
        .contains("`listCars`, pages by page | with state: list, 404 for its sample | one |\n")
        .contains("`scan` | from examples | none")
        .endsWith(
            """

            ## Notes on the stub (3)

            - listCars: the stub has no item '7' there: 404; give the id one example
            - 2 places: no value was found that fits the schema
              - scan 200
              - listCars 200
            """);
    assertThat(ImportSummary.ofStub(notes).replace("\r\n", "\n"))
        .isEqualTo(
            """
              stub      listCars: the stub has no item '7' there: 404; give the id one example
              stub      scan 200: no value was found that fits the schema; and 1 more like it
            """);
  }

  @Test
  void showsWhatTheOverlayHadBefore() {
    ImportResult.Kept kept = new ImportResult.Kept("$.paths['/cars']", "Ours: the list is paged.");

    String report =
        new ImportReport(result(List.of(), List.of(), List.of(), List.of(kept)), List.of())
            .markdown();

    assertThat(report)
        .endsWith(
            """

            ## Kept from `overlay.yaml` (1)

            Guesses, repairs and changes by hand that were there before this version of the file, and still apply.

            - $.paths['/cars']: Ours: the list is paged.
            """);
  }

  private static ImportResult result(
      List<Guess> guesses, List<Repair> repairs, List<LeftOut> leftOut) {
    return result(guesses, repairs, leftOut, List.of());
  }

  private static ImportResult result(
      List<Guess> guesses,
      List<Repair> repairs,
      List<LeftOut> leftOut,
      List<ImportResult.Kept> kept) {
    return new ImportResult(
        "cars",
        "Cars API",
        "7",
        4016,
        "",
        "",
        new TreeMap<>(),
        OPERATIONS,
        guesses,
        repairs,
        leftOut,
        List.of(),
        kept);
  }
}
