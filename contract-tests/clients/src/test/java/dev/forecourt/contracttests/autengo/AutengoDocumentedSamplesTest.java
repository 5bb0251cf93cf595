package dev.forecourt.contracttests.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each call that Autengo's documentation prints works against our stub, once host, key and token
 * are filled in. Its JavaScript calls an {@code api} with axios's way to be called, and qs writes
 * the query, as the vendor recommends.
 */
class AutengoDocumentedSamplesTest {
  private static final Path SAMPLES = Checkout.evidence("autengo", "x").resolveSibling("samples");
  private static final String API =
      """
      const [qsPath, host, arrayFormat, sample] = process.argv.slice(1);
      const qs = require(qsPath);
      const api = {
        get: async (path, config = {}) => {
          const query = qs.stringify(config.params ?? {}, { arrayFormat });
          const headers = { 'X-Api-Key': 'autengo-test-key' };
          const answer = await fetch(`${host}/v3${path}?${query}`, { headers });
          console.log(JSON.stringify({ status: answer.status, body: await answer.json() }));
        },
      };
      eval(require('fs').readFileSync(sample, 'utf8'));
      """;
  private static MockServer stub;

  @BeforeAll
  static void start() {
    stub = MockServer.builder("autengo").start();
  }

  @AfterAll
  static void stop() {
    stub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"brackets", "indices", "repeat"})
  void listsWhatTheDocumentedCallAsksForInEveryFormOfArrays(String arrayFormat) throws Exception {
    JsonNode answer = javaScript("listVehicles.js", arrayFormat);

    assertThat(answer.at("/status").asInt()).isEqualTo(200);
    assertThat(answer.at("/body/limit").asInt()).isEqualTo(25);
    assertThat(answer.at("/body/list")).isNotEmpty();
    for (JsonNode vehicle : answer.at("/body/list")) {
      assertThat(vehicle.at("/makeName").asText()).isEqualTo("Ford");
      assertThat(vehicle.at("/colorId/key").asInt()).isIn(3, 4, 5);
    }
  }

  @Test
  void getsTheDocumentedVehicle() throws Exception {
    JsonNode vehicle = javaScript("getVehicle.js", "brackets").at("/body/vehicle");

    // but for a placeholder, and for the detail "diesel" of a petrol engine
    JsonNode documented = Evidence.read("autengo", "vehicleResponse").at("/vehicle");
    assertThat(Evidence.without(vehicle, "deliveryPeriod", "fuelDetailType"))
        .isEqualTo(Evidence.without(documented, "deliveryPeriod", "fuelDetailType"));
  }

  @Test
  void listsTheDocumentedFilterValues() throws Exception {
    JsonNode answer = javaScript("listFilterValues.js", "brackets");

    JsonNode documented = Evidence.read("autengo", "filterValues");
    assertThat(answer.at("/body/makeId")).contains(documented.at("/makeId/0"));
  }

  @ParameterizedTest
  @CsvSource({
    "autengo-test-key, autengo-test-token, 200",
    "foobar, autengo-test-token, 401",
    "autengo-test-key, eyJhbGc..., 401"
  })
  void checksKeyAndTokenOfTheDocumentedCurl(String key, String token, int status) throws Exception {
    String curl = curl("authenticate.sh").replace("foobar", key).replace("eyJhbGc...", token);

    assertThat(run("sh", "-c", curl + " -s -o /dev/null -w '%{http_code}'")).isEqualTo("" + status);
  }

  @Test
  void answersTheDocumentedCurlInItsLanguage() throws Exception {
    String curl = curl("language.sh") + " -s -H 'X-Api-Key: autengo-test-key'";

    assertThat(run("sh", "-c", curl)).contains("\"text\":\"In stock\"");
  }

  /** The vendor's text, but for its placeholders. */
  private static String curl(String sample) throws IOException {
    return Files.readString(SAMPLES.resolve(sample))
        .strip()
        .replace("https://api.dev-stage.autengo.com", stub.baseUri().toString())
        .replace("/v3/...", "/v3/vehicle");
  }

  private static JsonNode javaScript(String sample, String arrayFormat) throws Exception {
    String printed =
        run(
            "node",
            "-e",
            API,
            Checkout.qs().toString(),
            stub.baseUri().toString(),
            arrayFormat,
            SAMPLES.resolve(sample).toString());
    return new ObjectMapper().readTree(printed);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
