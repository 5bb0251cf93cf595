package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's file becomes a contract with a report. */
class ImportCommandTest {

  static final String PETS =
      """
      {"openapi": "3.0.3", "info": {"title": "Pets", "version": "7"},
       "servers": [{"url": "https://api.pets.example"}],
       "paths": {
         "/pets": {
           "get": {"operationId": "listPets", "tags": ["Pets"], "responses": {"200": {"description": "All",
             "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}}}}}},
           "post": {"operationId": "createPet", "tags": ["Pets"],
             "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}},
             "responses": {"201": {"description": "Made",
               "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}}},
         "/pets/{id}": {
           "get": {"operationId": "getPet", "tags": ["Pets"],
             "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
             "responses": {"200": {"description": "One",
               "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}}}}},
       "components": {"schemas": {"Pet": {"type": "object", "required": ["name"],
         "properties": {"id": {"type": "string", "readOnly": true}, "name": {"type": "string", "example": "Rex"}}}}}}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file;

  @BeforeEach
  void writeTheFile() throws IOException {
    file = Files.writeString(folder.resolve("pets-openapi.json"), PETS);
  }

  @Test
  void writesContractOverlayReportAndTheFileItself() throws IOException {
    Path to = folder.resolve("to");

    int code = run("import", file.toString(), "--to", to.toString(), "--port", "4123");

    // a slow machine prints its progress as well
    assertThat(err.toString().lines().filter(line -> !line.startsWith("==> "))).isEmpty();
    assertThat(code).isZero();
    assertThat(files(to))
        .containsExactly(
            "REPORT.md",
            "openapi.yaml",
            "overlay.yaml",
            "vendor/SHA256SUMS",
            "vendor/pets-openapi.json");
    assertThat(to.resolve("vendor/pets-openapi.json")).hasContent(PETS);
    assertThat(to.resolve("openapi.yaml")).content().contains("x-mock-port: 4123");
  }

  @Test
  void reportsEachOperationAndEachGuess() throws IOException {
    Path to = folder.resolve("to");

    run("import", file.toString(), "--to", to.toString());

    assertThat(to.resolve("REPORT.md"))
        .content()
        .startsWith("# Pets\n\nMade from `vendor/pets-openapi.json`, version 7, by ")
        .contains("| `GET /pets` | Pets: `listPets` | with state: list | one |\n")
        .contains("| `POST /pets` | Pets: `createPet` | with state: create | one |\n")
        .contains(
            "\n"
                + "3 operations: 3 with state in the stub, 0 from examples. The pact gets an"
                + " interaction of each.")
        .containsPattern("## Guesses \\([0-9]+\\)\n\n- ")
        .contains("## Left out\n\nNone.\n");
    assertThat(out.toString())
        .startsWith(
            "Pets, version 7%n  3 operations: 3 with state in the stub, 0 from examples%n"
                .formatted())
        .contains("  guessed ");
  }

  @Test
  void takesTheOperationsThatAreAskedFor() throws IOException {
    Path to = folder.resolve("to");

    run("import", file.toString(), "--to", to.toString(), "--operations", "GET /pets");

    assertThat(to.resolve("REPORT.md")).content().contains("listPets").doesNotContain("createPet");
  }

  @Test
  void writesNothingOfAFileThatIsNoContract() throws IOException {
    Files.writeString(file, "{\"name\": \"a package\"}");
    Path to = folder.resolve("to");

    int code = run("import", file.toString(), "--to", to.toString());

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("cannot be imported");
    assertThat(to).doesNotExist();
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(each -> folder.relativize(each).toString())
          .sorted()
          .toList();
    }
  }
}
