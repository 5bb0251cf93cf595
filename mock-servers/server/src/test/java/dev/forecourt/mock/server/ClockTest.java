package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a moved clock changes, vendor by vendor. */
final class ClockTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void endsATokenOfAutochat() throws Exception {
    try (MockServer autochat = MockServer.builder("autochat").start()) {
      String token =
          member(
              post(
                  autochat,
                  "/oauth/token",
                  "{\"client_id\":\"%s\",\"client_secret\":\"%s\","
                          .formatted(
                              Calls.part("autochat", "client_id"),
                              Calls.part("autochat", "client_secret"))
                      + "\"audience\":\"http://api.autochat.com/\","
                      + "\"grant_type\":\"client_credentials\"}"),
              "access_token");

      assertThat(get(autochat, "/api/options", "Authorization", "Bearer " + token)).isEqualTo(200);
      post(autochat, "/__mock/clock", "{\"advance\":\"PT24H\"}");
      assertThat(get(autochat, "/api/options", "Authorization", "Bearer " + token)).isEqualTo(401);
    }
  }

  @Test
  void endsATokenOfAutengo() throws Exception {
    try (MockServer autengo = MockServer.builder("autengo").start()) {
      String token =
          member(
              post(autengo, "/v3/auth/token", "{\"dealerAlzuraId\":7,\"userAlzuraId\":8}"),
              "token");

      assertThat(get(autengo, "/v3/vehicle", "X-Authorization", "Bearer " + token)).isEqualTo(200);
      post(autengo, "/__mock/clock", "{\"advance\":\"PT24H\"}");
      assertThat(get(autengo, "/v3/vehicle", "X-Authorization", "Bearer " + token)).isEqualTo(401);
    }
  }

  @Test
  void datesWhatFidcarCreates() throws Exception {
    try (MockServer fidcar = MockServer.builder("fidcar").start()) {
      post(fidcar, "/__mock/clock", "{\"now\":\"2031-02-03T12:00:00Z\"}");

      HttpRequest contact =
          HttpRequest.newBuilder(URI.create(fidcar.baseUri() + "/api/local/1325/contact"))
              .header("Authorization", Calls.key("fidcar"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("firstname=A&lastname=B&phone=0176420140"))
              .build();

      // a text message is planned six days later
      assertThat(CLIENT.send(contact, HttpResponse.BodyHandlers.ofString()).body())
          .contains("2031-02-09");
    }
  }

  @Test
  void putsClairesSeedAroundTheRealDayAgainOnReset() throws Exception {
    try (MockServer claire = MockServer.builder("claire").start()) {
      post(claire, "/__mock/clock", "{\"advance\":\"P400D\"}");
      claire.reset();

      String state = body(claire, "/__mock/state");

      assertThat(state).contains(LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString());
    }
  }

  private static String member(String json, String name) {
    return json.replaceAll("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
  }

  private static String post(MockServer server, String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + path))
            .header("X-Api-Key", Calls.key("autengo"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static int get(MockServer server, String path, String header, String value)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUri() + path))
            .header("X-Api-Key", Calls.key("autengo"))
            .header(header, value)
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static String body(MockServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUri() + path)).build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
