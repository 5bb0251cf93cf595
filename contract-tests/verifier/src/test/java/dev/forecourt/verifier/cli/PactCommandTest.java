package dev.forecourt.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.verifier.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a pipeline calls it. */
class PactCommandTest {
  private static final Path FOLDER =
      Checkout.file("contract-tests/verifier/src/test/resources/dev/forecourt/verifier/pact");

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({"pact-js-right, 0", "pact-js-wrong, 1", "no-such-pact, 2"})
  void exitCodeTellsWhatCameOfIt(String pact, int code) {
    int exit = Verifier.run("pact", file(pact), "--vendor", "fidcar", "--out", out("text"));

    assertThat(exit).isEqualTo(code);
  }

  @Test
  void cannotCheckThePactOfAProviderThatIsNoVendor() {
    assertThat(Verifier.run("pact", file("pact-js-loose"))).isEqualTo(2);
    assertThat(Verifier.run("pact")).isEqualTo(2);
  }

  @Test
  void writesJsonWithTheFindings() throws IOException {
    run("json");

    JsonNode json = new ObjectMapper().readTree(Path.of(out("json")).toFile());
    assertThat(json.path("counts")).hasToString("{\"right\":1,\"wrong\":2,\"pending\":0}");
    assertThat(json.at("/cases/0/findings/0/rule").asText()).isEqualTo("response.body.unknown");
  }

  @Test
  void writesATestForEachInteraction() throws IOException {
    run("junit");

    assertThat(Files.readString(Path.of(out("junit"))))
        .contains("tests=\"3\" failures=\"2\"", "name=\"a request for one review\"");
  }

  /** The files of the contract need the folder that they are in. */
  @Test
  void writesPlacesInRealFiles() throws IOException {
    run("sarif");

    JsonNode result =
        new ObjectMapper().readTree(Path.of(out("sarif")).toFile()).at("/runs/0/results/0");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .endsWith("pact-js-wrong.json");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isPositive();
    assertThat(result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri").asText())
        .endsWith("specs/fidcar/components/schemas/Dealership.yaml");
  }

  private void run(String format) {
    String specs = Checkout.file("specs").toString();
    int exit =
        Verifier.run(
            "pact",
            file("pact-js-wrong"),
            "--specs",
            specs,
            "--vendor",
            "fidcar",
            "--format",
            format,
            "--out",
            out(format));
    assertThat(exit).isEqualTo(1);
  }

  private static String file(String name) {
    return FOLDER.resolve(name + ".json").toString();
  }

  private String out(String format) {
    return temp.resolve("deep/out." + format).toString();
  }
}
