package dev.forecourt.contract.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people give by mistake is refused by its name, and nearly right files are read. */
class WrongFilesTest {
  private static final String JSON =
      """
      {"openapi": "3.0.3", "info": {"title": "Käse", "version": "1"},
       "paths": {"/a": {"get": {"responses": {"200": {"description": "A."}}}}}}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{info: {_postman_id: '1', name: C}, item: []}|a Postman collection",
        "{info: {schema: 'https://schema.getpostman.com/json/collection/v2.1.0/c.json'}}|a Postman"
            + " collection",
        "{asyncapi: 2.6.0, channels: {}}|an AsyncAPI description of messages",
        "{arazzo: 1.0.0}|an Arazzo description of workflows",
        "{overlay: 1.0.0, actions: []}|an Overlay, which changes an OpenAPI file",
        "{swaggerVersion: '1.2', apis: []}|of Swagger 1.x, whose form is another one",
        "{log: {entries: []}}|a recording of requests (HAR)",
        "<!DOCTYPE html><HTML><body>Login</body></HTML>|a web page",
        "<definitions/>|XML"
      })
  void saysWhatAFileIsThatIsNoOpenApi(String text, String what) {
    Path file = Imports.file(folder, "acme.yaml", text);

    assertThat(refusal(file).reasons())
        .containsExactly(
            "acme.yaml is %s; expected an OpenAPI file. Name the vendor's OpenAPI file; many tools and vendors export one."
                .formatted(what));
  }

  @Test
  void saysWhichVersionItIsOf() {
    Path file = Imports.file(folder, "acme.yaml", "{openapi: 4.0.0}");

    assertThat(refusal(file).reasons())
        .containsExactly(
            "acme.yaml: 'openapi' or 'swagger' is 4.0.0; expected 2.0, 3.0.x, 3.1.x or 3.2.x. Name"
                + " the vendor's OpenAPI file; many tools and vendors export one.");
  }

  @Test
  void asksForTheFileInAFolder() {
    assertThat(refusal(folder).reasons())
        .containsExactly(
            folder + " is a folder. Name the OpenAPI file in it that refers to the others.");
  }

  /** Such as a file that was sent without those that it refers to. */
  @Test
  void saysWhatWasLeftOutIfNoOperationIsLeft() {
    Path file =
        Imports.file(
            folder,
            "acme.yaml",
            "{openapi: 3.0.3, info: {title: A, version: '1'}, paths: {/pets: {$ref:"
                + " paths/none.yaml}}}");

    assertThat(refusal(file).reasons())
        .containsExactly(
            "It describes no operation: 'paths' is empty, or nothing of it can be read. Name the"
                + " file whose paths have methods such as get.",
            "/paths/~1pets: $ref paths/none.yaml was left out, because there is no such file or no"
                + " such place in it.");
  }

  @Test
  void namesAnOperationThatThereIsIfAPatternFitsNone() {
    Path file = Imports.file(folder, "acme.json", JSON);

    ImportRefusal refusal =
        catchThrowableOfType(
            ImportRefusal.class, () -> Importer.of(file).id("acme").operations("GET /dogs*").run());

    assertThat(refusal.reasons())
        .containsExactly("--operations GET /dogs*: fits none of the 1 operations, such as GET /a");
  }

  @Test
  void readsJsonThatBeginsWithAComment() {
    Path file = Imports.file(folder, "acme.json", "// theirs\n" + JSON);

    ImportResult result = Imports.run(Importer.of(file).id("acme"));

    assertThat(result.title()).isEqualTo("Käse");
    assertThat(result.repairs())
        .anySatisfy(
            each -> assertThat(each.fault()).isEqualTo("has comments, which JSON has none of"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE"})
  void readsUtf16(String charset) throws IOException {
    String text = (charset.equals("UTF-16") ? "" : "\uFEFF") + JSON;
    Path file = Files.write(folder.resolve("acme.json"), text.getBytes(charset));

    ImportResult result = Imports.run(Importer.of(file).id("acme"));

    assertThat(result.title()).isEqualTo("Käse");
    assertThat(result.repairs())
        .anySatisfy(each -> assertThat(each.repair()).isEqualTo("read as UTF-16"));
  }

  @Test
  void readsTheBytesBeforeTheFirstCharacterAsNothing() throws IOException {
    Path file =
        Files.write(
            folder.resolve("their file (1).json"),
            ("\uFEFF" + JSON).getBytes(StandardCharsets.UTF_8));

    ImportResult result = Imports.run(Importer.of(file).id("acme"));

    assertThat(result.title()).isEqualTo("Käse");
    assertThat(result.vendorFiles()).containsKey("their file (1).json");
  }

  private static ImportRefusal refusal(Path file) {
    return catchThrowableOfType(ImportRefusal.class, () -> Importer.of(file).id("acme").run());
  }
}
