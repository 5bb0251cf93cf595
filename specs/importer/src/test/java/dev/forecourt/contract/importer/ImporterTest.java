package dev.forecourt.contract.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImporterTest {
  private static final String CARS =
      Imports.openapi30(
          """
          paths:
            /cars:
              get:
                responses:
                  200: {description: All., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/car'}}}}}
            /cars/{id}:
              get:
                operationId: read-car
                tags: [Cars]
                responses:
                  200: {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/car'}}}}
          components:
            schemas:
              car: {type: object, properties: {id: {type: integer}, price: {type: number, example: 1.50}}}
          """);

  @TempDir Path folder;

  @Test
  void givesTheSameBytesEachTime() {
    ImportResult first = Imports.run(folder, CARS);
    ImportResult second = Imports.run(folder, CARS);

    assertThat(second.openapi()).isEqualTo(first.openapi());
    assertThat(second.overlay()).isEqualTo(first.overlay());
  }

  @Test
  void keepsTheVendorsFileByteForByteWithItsSum() {
    ImportResult result = Imports.run(folder, CARS);

    assertThat(result.vendorFiles().get("acme.yaml"))
        .isEqualTo(CARS.getBytes(StandardCharsets.UTF_8));
    assertThat(new String(result.vendorFiles().get("SHA256SUMS"), StandardCharsets.UTF_8))
        .matches("[0-9a-f]{64}  acme.yaml\n");
    assertThat(result.files().keySet())
        .containsExactly("openapi.yaml", "overlay.yaml", "vendor/SHA256SUMS", "vendor/acme.yaml");
  }

  @Test
  void overlayAndFileGiveTheContractAgain() throws IOException {
    Path file = Imports.file(folder, "acme.yaml", CARS);
    ImportResult result = Imports.run(Importer.of(file).id("acme"));

    assertThat(Importer.openapi(file, result.overlay())).isEqualTo(result.openapi());
  }

  @Test
  void everyActionSaysItsReason() {
    JsonNode overlay = Imports.tree(Imports.run(folder, CARS).overlay());

    assertThat(overlay.path("overlay").asText()).isEqualTo("1.0.0");
    assertThat(overlay.path("extends").asText()).isEqualTo("vendor/acme.yaml");
    assertThat(overlay.path("actions"))
        .isNotEmpty()
        .allSatisfy(action -> assertThat(action.path("description").asText()).isNotBlank());
  }

  @Test
  void marksGuessesInTheOverlay() {
    JsonNode overlay = Imports.tree(Imports.run(folder, CARS).overlay());

    assertThat(overlay.path("actions"))
        .anySatisfy(
            action -> {
              assertThat(action.path("update").path("x-mock-port").isInt()).isTrue();
              assertThat(action.path("x-guess").asBoolean()).isTrue();
            });
  }

  @Test
  void doesNotMarkWhatWasAskedForAsAGuess() {
    Path file = Imports.file(folder, "acme.yaml", CARS);

    ImportResult result = Imports.run(Importer.of(file).id("acme").port(4016));

    assertThat(result.port()).isEqualTo(4016);
    assertThat(result.guesses()).noneMatch(guess -> guess.flag().equals("--port"));
  }

  @Test
  void takesOnlyTheOperationsAskedForAndWhatTheyNeed() {
    String text = CARS + "    unused: {type: string}\n";
    Path file = Imports.file(folder, "acme.yaml", text);

    JsonNode contract =
        Imports.contract(Imports.run(Importer.of(file).id("acme").operations("GET /cars/*")));

    assertThat(contract.path("paths").fieldNames()).toIterable().containsExactly("/cars/{id}");
    assertThat(contract.path("components").path("schemas").fieldNames())
        .toIterable()
        .containsExactly("car");
  }

  @Test
  void refusesAPatternThatFitsNoOperation() {
    Importer importer =
        Importer.of(Imports.file(folder, "acme.yaml", CARS)).id("acme").operations("DELETE *");

    assertThatThrownBy(importer::run)
        .isInstanceOf(ImportRefusal.class)
        .hasMessage(
            "acme.yaml cannot be imported:\n"
                + "  - --operations DELETE *: fits none of the 2 operations, such as GET /cars");
  }

  @Test
  void refusesEveryWrongOptionAtOnce() {
    Importer importer =
        Importer.of(Imports.file(folder, "acme.yaml", CARS))
            .id("Acme Inc")
            .port(80)
            .auth("password")
            .paging("pages");

    assertThatThrownBy(importer::run)
        .isInstanceOfSatisfying(
            ImportRefusal.class, refusal -> assertThat(refusal.reasons()).hasSize(4));
  }

  @Test
  void refusesWhatIsNoDescriptionOfAnApi() {
    Importer importer = Importer.of(Imports.file(folder, "acme.yaml", "hello: world\n")).id("acme");

    assertThatThrownBy(importer::run)
        .hasMessageContaining(
            "'openapi' or 'swagger' is missing; expected 2.0, 3.0.x, 3.1.x or 3.2.x");
  }

  @Test
  void readsSlashesThatAreEscapedAsInJson() throws IOException {
    String text =
        """
        openapi: 3.0.3
        info: {title: "\\/a \\"\\/\\" \\\\/ 🚗", version: a\\/b}
        paths:
          /a: {get: {operationId: getA, summary: "🚗\\/b", responses: {'200': {description: 'c\\/'}}}}
        """;

    JsonNode contract =
        Imports.contract(Importer.of(Imports.file(folder, "acme.yaml", text)).id("acme").run());

    assertThat(contract.at("/info/title").asText()).isEqualTo("/a \"/\" \\/ 🚗");
    assertThat(contract.at("/info/version").asText()).isEqualTo("a\\/b");
    assertThat(contract.at("/paths/~1a/get/summary").asText()).isEqualTo("🚗/b");
    assertThat(contract.at("/paths/~1a/get/responses/200/description").asText()).isEqualTo("c\\/");
  }

  @Test
  void saysWhereATextCeasesToBeYaml() {
    Importer importer =
        Importer.of(Imports.file(folder, "acme.yaml", "openapi: 3.0.3\ninfo: [\n")).id("acme");

    assertThatThrownBy(importer::run).hasMessageContaining("acme.yaml:3: is not YAML");
  }

  @Test
  void refusesWebhooksAloneAsNothingToCall() {
    String text =
        Imports.openapi31("webhooks: {sold: {post: {responses: {'200': {description: Ok.}}}}}\n");
    Importer importer = Importer.of(Imports.file(folder, "acme.yaml", text)).id("acme");

    assertThatThrownBy(importer::run).hasMessageContaining("It describes webhooks only");
  }

  @Test
  void anUpdateKeepsWhatPeopleChangedAndTakesWhatTheVendorChanged() throws IOException {
    ImportResult old = Imports.run(folder, CARS);
    String byHand = old.overlay().replace("operationId: listCars", "operationId: listStock");
    Path next =
        Imports.file(
            folder, "next.yaml", CARS.replace("description: One.", "description: Changed."));

    ImportResult result = Importer.of(next).id("acme").update(byHand);

    JsonNode contract = Imports.contract(result);
    assertThat(contract.at("/paths/~1cars/get/operationId").asText()).isEqualTo("listStock");
    assertThat(contract.at("/paths/~1cars~1{id}/get/responses/200/description").asText())
        .isEqualTo("Changed.");
    assertThat(result.unmatched()).isEmpty();
  }

  @Test
  void anUpdateNamesActionsThatTheNewFileHasNoUseFor() throws IOException {
    ImportResult old = Imports.run(folder, CARS);
    Path next = Imports.file(folder, "next.yaml", CARS.replace("  /cars:\n", "  /autos:\n"));

    ImportResult result = Importer.of(next).id("acme").update(old.overlay());

    assertThat(result.unmatched())
        .extracting(ImportResult.Unmatched::target)
        .contains("$['paths']['/cars']['get']");
    assertThat(result.operations()).extracting("operationId").contains("listAutos");
  }

  @Test
  void anUpdateTakesTheVendorsNewContentOfWhatWasRenamed() throws IOException {
    String text =
        Imports.openapi30(
            """
            paths:
              /a:
                get: {responses: {'200': {description: A., content: {application/json: {schema: {$ref: '#/components/schemas/a.b'}}}}}}
            components: {schemas: {a.b: {type: object, description: Old.}}}
            """);
    ImportResult old = Imports.run(folder, text);
    Path next = Imports.file(folder, "next.yaml", text.replace("Old.", "New."));

    JsonNode contract = Imports.contract(Importer.of(next).id("acme").update(old.overlay()));

    assertThat(contract.at("/components/schemas/AB/description").asText()).isEqualTo("New.");
    assertThat(contract.at("/components/schemas/a.b").isMissingNode()).isTrue();
  }

  @Test
  void anOverlayThatMatchesNothingIsNoContract() {
    Path file = Imports.file(folder, "acme.yaml", CARS);
    String overlay =
        """
        overlay: 1.0.0
        info: {title: Acme, version: '1'}
        actions: [{target: "$.paths['/gone']", description: Gone., remove: true}]
        """;

    assertThatThrownBy(() -> Importer.openapi(file, overlay))
        .isInstanceOf(ImportRefusal.class)
        .hasMessageContaining("$.paths['/gone'] (Gone.)");
  }

  @Test
  void keepsEveryDigit() {
    JsonNode contract = Imports.contract(folder, CARS);

    assertThat(contract.at("/components/schemas/car/properties/price/example").asText())
        .isEqualTo("1.50");
  }
}
