package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Claire's own curl samples, run by curl: host, key and the dots after parameters are filled in,
 * and where the text says POST, the method and the printed body, which the samples leave out.
 */
final class ClaireSamplesTest {

  private static final Path EVIDENCE =
      Path.of(System.getProperty("forecourt.specs"), "claire", "evidence");
  private static MockServer server;

  @BeforeAll
  static void start() throws Exception {
    // Windows laptops may have none; .ci/run installs it
    assumeTrue(hasCurl(), "curl is not installed");
    server = MockServer.builder("claire").start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void reset() {
    server.reset();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "listAppointmentsByDmsNumber | GET | \"id\":4711823",
        "searchAppointments | POST | {\"appointments\":null}",
        "getAppointment | GET | \"id\":4711823",
        "importAppointments | POST | ''",
        "listChecks | GET | \"id\":330045",
        "listLocations | GET | \"id\":312",
        "listTags | GET | \"id\":12",
        "listQuestions | GET | \"id\":22010",
        "getCar | GET | \"id\":550071",
        "listWebhooks | GET | \"id\":1501",
        "createWebhook | POST | {\"ID\":1503}",
        "getWebhook | GET | \"id\":1501",
        "updateWebhook | POST | ''",
        "deleteWebhook | POST | ''",
        "testWebhook | POST | ''",
        "listWebhookErrors | POST | {\"items\":null,\"nb_pages\":0}",
        "listWebhookTriggers | GET | \"id\":19",
      })
  void answersTheVendorsSample(String operation, String method, String expected) throws Exception {
    String answer = run(operation, method);

    assertThat(answer).endsWith(" 200").contains(expected);
  }

  private static String run(String operation, String method) throws Exception {
    String sample = Files.readString(EVIDENCE.resolve("samples/" + operation + ".sh"));
    String command =
        sample
            .strip()
            .replace("\n", " ")
            .replace("API_BASE", server.baseUri().toString())
            .replace("$your_api_key", Calls.key("claire"))
            .replace("/{id}", "/4711823")
            .replace("location_id=...", "location_id=312")
            .replace("dms_nr=...", "dms_nr=C-10021")
            .replace("customer_kind=...", "customer_kind=driver")
            .replace("appointment_id=...", "appointment_id=4711823")
            .replace("vin=...", "vin=WVWZZZAUZJW123456")
            .replace("webhook_id=...", "webhook_id=1501");
    List<String> line = new ArrayList<>(List.of("bash", "-c"));
    line.add(command + " -s -w ' %{http_code}' " + more(operation, method));
    return output(line);
  }

  private static String more(String operation, String method) {
    Path body = EVIDENCE.resolve("samples/" + operation + ".request.json");
    if (method.equals("GET")) {
      return "";
    }
    return Files.exists(body)
        ? "-H 'Content-Type: application/json' --data-binary '@" + body + "'"
        : "-X POST";
  }

  private static boolean hasCurl() throws Exception {
    return !output(List.of("bash", "-c", "command -v curl || true")).isBlank();
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    process.waitFor(10, TimeUnit.SECONDS);
    return text;
  }
}
