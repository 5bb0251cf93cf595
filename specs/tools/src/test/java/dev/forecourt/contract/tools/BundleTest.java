package dev.forecourt.contract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  @TempDir Path folder;

  @Test
  void drawsInFilesByTheirNames() throws IOException {
    write(
        "paths/a.yaml",
        "get: {responses: {default: {$ref: ../components/responses/Failure.yaml}}}");
    write("components/responses/Failure.yaml", "{description: it failed}");

    JsonNode bundle = bundle("paths: {/a: {$ref: paths/a.yaml}}");

    assertThat(bundle.at("/paths/~1a/get/responses/default/$ref").asText())
        .isEqualTo("#/components/responses/Failure");
    assertThat(bundle.at("/components/responses/Failure/description").asText())
        .isEqualTo("it failed");
  }

  /** An imported contract may hold such members, and they lead nowhere. */
  @Test
  void leavesReferencesInValuesAndExtensionsAlone() throws IOException {
    String contract =
        """
        x-topics: [{content: {$ref: docs/start.md}}]
        components:
          schemas:
            A:
              x-more: {$ref: ../elsewhere.md}
              example: {$ref: 7.json}
              default: {$ref: 8.json}
        """;

    JsonNode bundle = bundle(contract);

    assertThat(bundle.findValuesAsText("$ref"))
        .containsExactlyInAnyOrder("docs/start.md", "../elsewhere.md", "7.json", "8.json");
  }

  @Test
  void drawsInPropertiesWhoseNamesAreWordsOfTheStandard() throws IOException {
    write("components/schemas/B.yaml", "{type: string}");

    JsonNode bundle =
        bundle(
            "components: {schemas: {A: {properties: {default: {$ref: components/schemas/B.yaml}, x-b: {$ref: components/schemas/B.yaml}}}}}");

    assertThat(bundle.findValuesAsText("$ref"))
        .containsExactly("#/components/schemas/B", "#/components/schemas/B");
  }

  private JsonNode bundle(String contract) throws IOException {
    write("openapi.yaml", contract);
    return Bundle.of(folder);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
