package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.forecourt.mock.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String EMPTY = "\"total\":0";
  private static final String FULL = "\"total\":81";

  @TempDir private Path directory;
  private MockServer fidcar = MockServer.builder("fidcar").start();

  @AfterEach
  void stop() {
    fidcar.close();
  }

  private void restart(MockServer.Builder builder) {
    fidcar.close();
    fidcar = builder.start();
  }

  private String reviews(String... headers) throws Exception {
    return send("GET", "/api/review", "", headers).body();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(fidcar.baseUri() + path))
            .header("Authorization", "fidcar-test-key")
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void beginsWithItAndGoesBackToItByAReset() throws Exception {
    restart(MockServer.builder("fidcar").scenario("no-reviews"));
    assertThat(reviews()).contains(EMPTY);

    fidcar.scenario("disputed");
    assertThat(reviews()).contains(FULL);
    send("POST", "/__mock/reset", "");

    assertThat(reviews()).contains(EMPTY);
    assertThat(send("GET", "/__mock/scenarios", "").body()).endsWith("\"active\":\"no-reviews\"}");
    assertThat(reviews("Mock-Session", "s1")).contains(EMPTY);
  }

  @Test
  void namesThoseThatThereAreForAnUnknownOne() {
    String message =
        "no scenario 'no-reviws' of fidcar; there are disputed, new-dealership, no-reviews, out-of-service, slow (nearest is 'no-reviews')";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> fidcar.scenario("no-reviws"))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MockServer.builder("fidcar").scenario("no-reviws").start())
        .withMessage(message);
  }

  @Test
  void answersACallWithTheHeaderInASessionOfItsOwn() throws Exception {
    assertThat(reviews("Mock-Scenario", "no-reviews")).contains(EMPTY);
    assertThat(reviews()).contains(FULL);
    assertThat(reviews("Mock-Scenario", "no-reviews", "Mock-Session", "s1")).contains(EMPTY);
    assertThat(reviews("Mock-Session", "s1")).contains(EMPTY);
    assertThat(send("GET", "/__mock/session", "").body())
        .contains("[\"s1\",\"scenario-no-reviews\"]");

    HttpResponse<String> unknown = send("GET", "/api/review", "", "Mock-Scenario", "nothing");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("no scenario 'nothing' of fidcar; there are disputed, ");
  }

  @Test
  void takesItsFaultsAndClockAndPutsThoseBeforeBack() throws Exception {
    send("POST", "/__mock/clock", "{\"advance\": \"PT2H\"}");
    fidcar.scenario("out-of-service");

    assertThat(send("GET", "/api/review", "").statusCode()).isEqualTo(503);
    assertThat(send("GET", "/__mock/clock", "").body()).contains("\"moved\":\"PT0S\"");

    fidcar.scenario("no-reviews");

    assertThat(send("GET", "/api/review", "").statusCode()).isEqualTo(200);
  }

  @Test
  void savesWhatIsThereAndLoadsItAgain() throws Exception {
    fidcar.scenario("no-reviews");
    send("POST", "/__mock/clock", "{\"advance\": \"PT2H\"}");
    send("POST", "/__mock/faults", "{\"operation\": \"listLeads\", \"status\": 500, \"times\": 3}");

    HttpResponse<String> saved =
        send("PUT", "/__mock/scenarios/mine", "{\"description\": \"my own\"}");

    assertThat(saved.body())
        .contains("{\"name\":\"mine\",\"description\":\"my own\",\"source\":\"saved\"}");
    send("POST", "/__mock/reset", "");
    send("POST", "/__mock/scenarios/mine", "");
    assertThat(reviews()).contains(EMPTY);
    assertThat(send("GET", "/__mock/clock", "").body()).contains("\"moved\":\"PT2H\"");
    assertThat(send("GET", "/__mock/faults", "").body())
        .isEqualTo(
            "{\"rules\":[{\"operation\":\"listLeads\",\"status\":500,\"used\":0,\"left\":3}]}");
    assertThat(send("DELETE", "/__mock/scenarios/mine", "").statusCode()).isEqualTo(204);
    assertThat(send("GET", "/__mock/scenarios/mine", "").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsThoseThatAreSavedInADirectory() throws Exception {
    Files.createDirectories(directory.resolve("fidcar"));
    Files.writeString(
        directory.resolve("fidcar/quiet.json"),
        "{\"description\": \"from a file\", \"state\": {\"reviews\": [], \"leads\": [], \"disputes\": []}}");
    restart(MockServer.builder("fidcar").scenarios(directory).scenario("quiet"));

    assertThat(reviews()).contains(EMPTY);
    send("PUT", "/__mock/scenarios/copy", "");

    assertThat(directory.resolve("fidcar/copy.json")).content().contains("\"reviews\":[]");
    assertThat(send("GET", "/__mock/scenarios", "").body())
        .contains("{\"name\":\"quiet\",\"description\":\"from a file\",\"source\":\"file\"}");
    send("DELETE", "/__mock/scenarios/copy", "");
    assertThat(directory.resolve("fidcar/copy.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "PUT | bad | {\"faults\": {}} | 'faults' of a scenario must be an array",
        "PUT | bad | {\"fault\": []} | 'fault' is not known here; allowed are description, state, faults, clock (nearest is 'faults')",
        "PUT | bad | {\"state\" | a scenario must be JSON: ",
        "PUT | a_b | {} | the name of a scenario has letters, digits and dashes, at most 55 of them",
        "DELETE | slow | ~~ | scenario 'slow' is shipped and stays",
        "PATCH | slow | ~~ | /__mock/scenarios/slow takes GET, POST, PUT, DELETE, not PATCH.",
      })
  void refusesWhatIsNone(String method, String name, String body, String message) throws Exception {
    HttpResponse<String> answer =
        send(method, "/__mock/scenarios/" + name, body == null ? "" : body);

    assertThat(answer.statusCode()).isBetween(400, 405);
    assertThat(answer.body().replace("\\\"", "\"")).startsWith("{\"message\":\"" + message);
  }

  @Test
  void saysWhyOneThatFitsNoTableIsNotLoadedAndChangesNothing() throws Exception {
    send("PUT", "/__mock/scenarios/bad", "{\"state\": {\"revews\": []}}");

    HttpResponse<String> answer = send("POST", "/__mock/scenarios/bad", "");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith(
            "{\"message\":\"scenario 'bad' cannot be loaded: table 'revews' is not known; nearest is 'reviews'");
    assertThat(reviews()).contains(FULL);
  }

  @Test
  void takesASessionFromThePathForThoseWhoCanSetNoHeader() throws Exception {
    send("POST", "/__mock/scenarios/no-reviews", "", "Mock-Session", "s1");

    assertThat(send("GET", "/__mock-session/s1/api/review", "").body()).contains(EMPTY);
    assertThat(send("GET", "/__mock-session/s2/api/review", "").body()).contains(FULL);
    assertThat(send("GET", "/__mock-session/s1/__mock/scenarios", "").body())
        .endsWith("\"active\":\"no-reviews\"}");
    assertThat(send("GET", "/__mock-session/a_b/api/review", "").statusCode()).isEqualTo(400);
  }
}
