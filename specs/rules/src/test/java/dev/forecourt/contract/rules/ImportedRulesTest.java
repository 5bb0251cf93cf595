package dev.forecourt.contract.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.Importer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of contracts made of a vendor's file. */
class ImportedRulesTest {
  private static final String THEIRS =
      """
      openapi: 3.0.3
      info: {title: Acme, version: '1'}
      servers: [{url: https://api.acme.example}]
      paths:
        /cars:
          get:
            summary: All cars
            parameters: [{name: page, in: query, schema: {type: integer}}]
            responses:
              200: {description: Cars., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Car'}}}}}
              401: {description: No.}
        /cars/{id}:
          get:
            operationId: readCar
            tags: [Cars]
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses:
              200: {description: Car., content: {application/json: {schema: {$ref: '#/components/schemas/Car'}, example: {id: a}}}}
      components:
        schemas:
          Car: {type: object, properties: {id: {type: string, description: Its id., example: a}, brand: {type: string}}}
      """;

  @TempDir Path temp;

  private Path acme;

  @BeforeEach
  void imports() throws IOException {
    Path theirs = Files.writeString(temp.resolve("theirs.yaml"), THEIRS);
    ImportResult result = Importer.of(theirs).id("acme").port(4016).run();
    acme = temp.resolve("acme");
    for (Map.Entry<String, byte[]> file : result.files().entrySet()) {
      Path target = acme.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  @Test
  void lintCountsWhatItsWordsDoNotSay() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    int found = Lint.run(temp, List.of("acme"), new PrintStream(out, true), System.err);

    assertThat(found).isZero();
    assertThat(out.toString(UTF_8)).contains("acme: 1 operations without a documented failure\n");
  }

  private List<Violation> violations() {
    Contract contract = Contract.of(acme);
    return Rule.of(contract).stream().flatMap(rule -> rule.check(contract).stream()).toList();
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = acme.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  @Test
  void anImportKeepsThem() {
    assertThat(violations()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} as {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "openapi.yaml|openapi: \"3.0.3\"|openapi: \"3.2.0\"|acme/openapi.yaml at openapi: is 3.2.0",
        "openapi.yaml|#/components/schemas/Car|#/components/schemas/Nobody|acme/openapi.yaml at the resolved document",
        "vendor/theirs.yaml|All cars|Every car|acme/vendor/theirs.yaml at file: is not what was imported",
        "openapi.yaml|summary: All cars|summary: Every car|acme/openapi.yaml at line 10: says 'summary: Every car', vendor's file and overlay say 'summary: All cars'",
        "overlay.yaml|['/cars']|['/gone']|acme/overlay.yaml at the overlay: theirs.yaml cannot be imported",
      })
  void doesNotLetAnybodyChange(String file, String from, String to, String violation)
      throws IOException {
    change(file, from, to);

    assertThat(violations())
        .extracting(Violation::toString)
        .anySatisfy(each -> assertThat(each).startsWith(violation));
  }

  @Test
  void aNameThatIsTakenOutOfTheOverlayIsMissed() throws IOException {
    change("overlay.yaml", "operationId: listCars", "operationId: list-cars");
    change("openapi.yaml", "operationId: listCars", "operationId: list-cars");

    assertThat(violations())
        .extracting(Violation::problem)
        .containsExactly(
            "an import would still change it: operationId list-cars in the spelling of Java.");
  }

  @Test
  void aGuessMayBeTakenOut() throws IOException {
    Path overlay = acme.resolve("overlay.yaml");
    String text = Files.readString(overlay);
    String without =
        text.replaceFirst("(?s)- target: [^\\n]*\\n  description: \"Paged.*?(?=- target|$)", "");
    assertThat(without).isNotEqualTo(text).doesNotContain("x-paging");
    Files.writeString(overlay, without);
    Files.writeString(
        acme.resolve("openapi.yaml"),
        Importer.openapi(acme.resolve("vendor/theirs.yaml"), without));

    assertThat(violations()).isEmpty();
  }

  @Test
  void countsWhatTheVendorDoesNotSay() {
    assertThat(ImportedWording.missing(Contract.of(acme)))
        .isEqualTo(
            Map.of(
                "operations without a documented failure", 1,
                "operations without a success example", 1,
                "operations without a summary", 1,
                "properties without a description", 1,
                "properties without an example", 1));
  }
}
