package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Claire's two places of the key; that each documented request is answered is shown for all vendors
 * at once.
 */
final class ClaireStubTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static MockServer server;

  @BeforeAll
  static void start() {
    server = MockServer.builder("claire").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void takesTheKeyInTheHeaderOrInTheQuery() throws Exception {
    assertThat(send(get("/v1/tags").header("Authorization", AbstractClaireTest.KEY)).statusCode())
        .isEqualTo(200);
    assertThat(send(get("/v1/tags?api_key=" + AbstractClaireTest.KEY)).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAWrongKeyInEitherPlace() throws Exception {
    HttpRequest.Builder both =
        get("/v1/tags?api_key=" + AbstractClaireTest.KEY)
            .header("Authorization", "Bearer " + AbstractClaireTest.KEY);

    assertThat(send(both).statusCode()).isEqualTo(401);
    assertThat(send(get("/v1/tags?api_key=wrong")).body())
        .isEqualTo("query parameter 'api_key' must hold an accepted credential");
    assertThat(send(get("/v1/tags")).body())
        .isEqualTo(
            "credentials are missing: send header 'Authorization'; or query parameter 'api_key'");
  }

  @Test
  void keepsAnyKeyInTheQueryOutOfTheJournal() throws Exception {
    send(get("/v1/tags?api_key=" + AbstractClaireTest.KEY));
    send(get("/v1/car?vin=X&api_key=of-another-dealer"));

    assertThat(send(get("/__mock/requests")).body())
        .contains("\"query\":\"api_key=****\"", "\"query\":\"vin=X&api_key=****\"")
        .doesNotContain(AbstractClaireTest.KEY, "of-another-dealer");
  }

  @Test
  void tellsTheRateLimitWithEveryAnswer() throws Exception {
    for (String target :
        List.of("/v1/tags?api_key=" + AbstractClaireTest.KEY, "/v1/tags", "/v1/nowhere")) {
      assertThat(send(get(target)).headers().firstValue("X-RateLimit-Limit")).contains("10800");
    }
  }

  @Test
  void wantsOneFilterBesideTheLocation() throws Exception {
    assertThat(refusal("/v1/appointments/list", "{\"location_id\":312}"))
        .isEqualTo("body field 'dms_nr' or 'date' or 'is_pinned' is required but all were missing");
  }

  @Test
  void takesNullForAFilterThatIsNotUsedButNotFalse() throws Exception {
    assertThat(
            refusal(
                "/v1/appointments/list",
                "{\"location_id\":312,\"date\":\"2024-08-20T00:00:00Z\",\"is_pinned\":null}"))
        .isEmpty();
    assertThat(refusal("/v1/appointments/list", "{\"location_id\":312,\"is_pinned\":false}"))
        .contains("body field 'is_pinned' must be true but was 'false'");
  }

  @Test
  void takesBothSpellingsOfAnImportButWantsOne() throws Exception {
    assertThat(refusal("/v1/appointments/import", "{\"Appointments\":[]}")).isEmpty();
    assertThat(refusal("/v1/appointments/import", "{\"appointments\":[]}")).isEmpty();
    assertThat(refusal("/v1/appointments/import", "{}")).contains("body field 'appointments'");
  }

  @Test
  void prefersTheLiteralPathToTheId() throws Exception {
    assertThat(send(get("/v1/appointments/list?api_key=" + AbstractClaireTest.KEY)).statusCode())
        .isEqualTo(405);
    assertThat(send(get("/v1/appointments/x?api_key=" + AbstractClaireTest.KEY)).body())
        .isEqualTo("path parameter 'id' must be an integer but was 'x'");
  }

  /** Why a body is refused; empty when it is taken. */
  private static String refusal(String path, String body) throws Exception {
    HttpResponse<String> response =
        send(
            get(path)
                .header("Authorization", AbstractClaireTest.KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    return response.statusCode() == 200 ? "" : response.body();
  }

  private static HttpRequest.Builder get(String target) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + target));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
