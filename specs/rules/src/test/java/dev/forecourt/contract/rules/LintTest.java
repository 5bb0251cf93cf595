package dev.forecourt.contract.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
  @TempDir Path specs;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void saysNothingOfAContractThatKeepsAllRules() {
    int found = lint(Contract.specs(), "autochat");

    assertThat(found).isZero();
    assertThat(out.toString(UTF_8) + err.toString(UTF_8)).isEmpty();
  }

  @Test
  void printsRulePlaceAndTheRightForm() throws IOException {
    write(
        """
        openapi: 3.0.3
        info: {title: Acme, version: "1"}
        paths:
          /cars:
            get:
              operationId: cars
              responses:
                "200": {description: Cars.}
        """);

    int found = lint(specs, "acme");

    assertThat(err.toString(UTF_8))
        .contains(
            "OperationIdsAreVerbAndNoun: acme/openapi.yaml at paths./cars.get.operationId: ",
            "\n    right: ");
    assertThat(found).isEqualTo((int) err.toString(UTF_8).lines().filter(this::isFirst).count());
  }

  private boolean isFirst(String line) {
    return !line.startsWith(" ");
  }

  @Test
  void printsWhatIsNoYamlWithItsFile() throws IOException {
    write("paths: [");

    int found = lint(specs, "acme");

    assertThat(found).isOne();
    assertThat(err.toString(UTF_8)).startsWith("acme/openapi.yaml is no YAML: ");
  }

  @Test
  void saysOfASchemaThatIsNotThereThatTheDocumentIsNotValid() throws IOException {
    write(
        """
        openapi: 3.0.3
        info: {title: Acme, version: "1"}
        paths:
          /cars:
            get:
              operationId: listCars
              responses:
                "200":
                  description: Cars.
                  content:
                    application/json:
                      schema: {$ref: nowhere.yaml}
                      examples: {one: {value: []}}
        """);

    lint(specs, "acme");

    assertThat(err.toString(UTF_8))
        .contains("DocumentIsValidOpenApi: acme/openapi.yaml at ", "nowhere.yaml")
        .doesNotContain("ExamplesFitTheirSchemas");
  }

  private void write(String contract) throws IOException {
    Files.writeString(
        Files.createDirectories(specs.resolve("acme")).resolve("openapi.yaml"), contract);
  }

  private int lint(Path folder, String vendor) {
    return Lint.run(
        folder,
        List.of(vendor),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8));
  }
}
