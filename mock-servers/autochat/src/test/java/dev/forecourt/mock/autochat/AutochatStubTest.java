package dev.forecourt.mock.autochat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Autochat's two kinds of calls; that each documented request is answered is shown for all vendors
 * at once.
 */
final class AutochatStubTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static MockServer server;

  @BeforeAll
  static void start() {
    server = MockServer.builder("autochat").start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesATokenOnTheSamePortAlthoughTheVendorHasAnotherHostForIt() throws Exception {
    HttpResponse<String> response =
        send(
            json(
                "/oauth/token",
                "{\"client_id\":\"autochat-test-client\",\"client_secret\":\"autochat-test-secret\","
                    + "\"audience\":\"http://api.autochat.com/\",\"grant_type\":\"client_credentials\"}"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"access_token\":");
  }

  @Test
  void refusesATokenRequestInTheShapeOfOauth() throws Exception {
    HttpResponse<String> response =
        send(json("/oauth/token", "{\"client_id\":\"c\",\"client_secret\":\"s\"}"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"invalid_request\",\"error_description\":\"body field 'audience' is required but was"
                + " missing; body field 'grant_type' is required but was missing\"}");
  }

  @Test
  void refusesACarInTheShapeOfTheApi() throws Exception {
    HttpResponse<String> response =
        send(json("/api/cars", "{\"images\":null}").header("Authorization", "Bearer any"));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .startsWith("{\"message\":\"body field 'dealershipId' is required but was missing; ")
        .contains("body field 'images' must not be null but was null");
  }

  @Test
  void wantsTheWordBearerBeforeAToken() throws Exception {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(URI.create(server.baseUri() + "/api/options"))
                .header("Authorization", "any"));

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo("{\"message\":\"header 'Authorization' must hold 'Bearer ' and a token\"}");
  }

  private static HttpRequest.Builder json(String path, String body) {
    return HttpRequest.newBuilder(URI.create(server.baseUri() + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
