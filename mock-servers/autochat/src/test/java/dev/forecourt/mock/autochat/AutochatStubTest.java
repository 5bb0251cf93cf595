package dev.forecourt.mock.autochat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, cars and options over HTTP, with a clock that the test moves. */
final class AutochatStubTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Instant NOW = Instant.parse("2026-11-22T13:05:09Z");
  private static final String STANDING = "Bearer autochat-test-token";
  // evidence/tokenRequest.json
  private static final String TOKEN_REQUEST =
      "{\"client_id\":\"autochat-test-client\",\"client_secret\":\"autochat-test-secret\","
          + "\"audience\":\"http://api.autochat.com/\",\"grant_type\":\"client_credentials\"}";
  private static final String CAR =
      "{\"dealershipId\":\"d\",\"internalId\":\"i\",\"brand\":\"bmw\",\"model\":\"x6\",\"images\":[],"
          + "\"options\":[\"power_steering\",\"ac\"]}";

  private static volatile Instant now = NOW;
  private static MockServer server;

  @BeforeAll
  static void start() {
    server = MockServer.builder("autochat").clock(new TestClock()).start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void reset() {
    now = NOW;
    server.reset();
  }

  @Test
  void givesATokenOnTheSamePortAlthoughTheVendorHasAnotherHostForIt() throws Exception {
    HttpResponse<String> response = send(json("/oauth/token", TOKEN_REQUEST));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .matches("\\{\"access_token\":\"\\w{32}\",\"token_type\":\"Bearer\",\"expires_in\":86400}");
    assertThat(token()).isNotEqualTo(token());
  }

  @Test
  void takesATokenForAFullDayAndNoLonger() throws Exception {
    String token = token();

    now = NOW.plusSeconds(24 * 3600 - 1);
    assertThat(options("Bearer " + token).statusCode()).isEqualTo(200);
    now = NOW.plusSeconds(24 * 3600);
    assertThat(options("Bearer " + token).statusCode()).isEqualTo(401);
    assertThat(options("Bearer " + token()).statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoTokenThatItDidNotIssue() throws Exception {
    HttpResponse<String> response = options("Bearer xxxxxxxxxxxxxxxxxxxxxx");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo(
            "{\"message\":\"header 'Authorization' must hold 'Bearer ' and a token from POST /oauth/token"
                + " that is not older than 24 hours\"}");
  }

  @Test
  void saysThatTheWordBeforeATokenIsMissing() throws Exception {
    HttpResponse<String> response = options(token());

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo(
            "{\"message\":\"header 'Authorization' must hold 'Bearer ' and a token from POST /oauth/token"
                + " that is not older than 24 hours. Put the word 'Bearer' and a space before it\"}");
  }

  @Test
  void takesTheStandingTokenAtAnyTime() throws Exception {
    now = NOW.plusSeconds(1_000_000);

    assertThat(options(STANDING).statusCode()).isEqualTo(200);
  }

  @Test
  void forgetsTokensOnReset() throws Exception {
    String token = token();

    server.reset();

    assertThat(options("Bearer " + token).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "autochat-test-client | someone | 401 | invalid_client",
        "autochat-test-secret | wrong | 401 | invalid_client",
        "http://api.autochat.com/ | https://api.autochat.com | 403 | access_denied",
        "client_credentials | password | 400 | invalid_request",
      })
  void refusesATokenInTheShapeOfOauth(String part, String sent, int status, String code)
      throws Exception {
    HttpResponse<String> response = send(json("/oauth/token", TOKEN_REQUEST.replace(part, sent)));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"error\":\"" + code + "\",\"error_description\":\"");
  }

  @Test
  void namesTheAudienceThatItRefuses() throws Exception {
    assertThat(
            send(json("/oauth/token", TOKEN_REQUEST.replace("autochat.com/", "autochat.com")))
                .body())
        .isEqualTo(
            "{\"error\":\"access_denied\",\"error_description\":\"Client may not have a token for"
                + " 'http://api.autochat.com', only for 'http://api.autochat.com/'\"}");
  }

  @Test
  void refusesATokenRequestThatLacksParts() throws Exception {
    HttpResponse<String> response =
        send(json("/oauth/token", "{\"client_id\":\"c\",\"client_secret\":\"s\"}"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "{\"error\":\"invalid_request\",\"error_description\":\"body field 'audience' is required but was"
                + " missing; body field 'grant_type' is required but was missing\"}");
  }

  @Test
  void refusesTooManyTokenRequestsUntilTheHourIsOver() throws Exception {
    long given =
        IntStream.range(0, 110)
            .parallel()
            .filter(i -> sent(json("/oauth/token", TOKEN_REQUEST)).statusCode() == 200)
            .count();

    assertThat(given).isEqualTo(100);
    HttpResponse<String> refused = send(json("/oauth/token", TOKEN_REQUEST));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("3600");
    assertThat(refused.body())
        .isEqualTo(
            "{\"error\":\"too_many_requests\",\"error_description\":\"Too many tokens were asked for; one is"
                + " valid for 24 hours. Go on at 2026-11-22T14:05:09Z\"}");
    assertThat(options(STANDING).statusCode()).isEqualTo(200);
    now = NOW.plusSeconds(3600);
    assertThat(send(json("/oauth/token", TOKEN_REQUEST)).statusCode()).isEqualTo(200);
  }

  @Test
  void takesAnotherLimitFromATest() throws Exception {
    assertThat(send(json("/__mock/token-limit", "{\"limit\":1}")).statusCode()).isEqualTo(204);

    token();

    assertThat(send(json("/oauth/token", TOKEN_REQUEST)).statusCode()).isEqualTo(429);
    assertThat(send(json("/__mock/token-limit", "{\"limit\":-1}")).statusCode()).isEqualTo(400);
  }

  @Test
  void takesACarWithATokenAndShowsItInTheState() throws Exception {
    HttpResponse<String> response =
        send(json("/api/cars", CAR).header("Authorization", "Bearer " + token()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"internalId\":\"i\"}");
    assertThat(state()).contains("\"cars\":[" + CAR + "]");
  }

  @Test
  void replacesTheCarWithTheSameNumberAtTheSameDealership() throws Exception {
    car(CAR);
    car(CAR.replace("x6", "x5"));
    car(CAR.replace("\"d\"", "\"e\""));

    assertThat(state())
        .contains("\"model\":\"x5\"", "\"dealershipId\":\"e\"")
        .containsOnlyOnce("x6");
  }

  @Test
  void losesNoCarOfConcurrentWriters() throws Exception {
    IntStream.range(0, 100)
        .parallel()
        .forEach(
            i ->
                sent(
                    json("/api/cars", CAR.replace("\"i\"", "\"i" + i + "\""))
                        .header("Authorization", STANDING)));

    assertThat(state().split("internalId", -1)).hasSize(101);
  }

  @Test
  void refusesOptionsThatAreNotListedByName() throws Exception {
    HttpResponse<String> response =
        car(CAR.replace("\"ac\"", "\"wings\",\"02f50f11-f840-4ba0-8232-2ec459c3008f\""));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"message\":\"body field 'options[1]' must be the name of an option in GET /api/options but was"
                + " 'wings'; body field 'options[2]' must be the name of an option in GET /api/options but"
                + " was '02f50f11-f840-4ba0-8232-2ec459c3008f', the uuid of 'power_steering'\"}");
    assertThat(state()).contains("\"cars\":[]");
  }

  @Test
  void refusesACarWhileTheStockIntegrationIsOff() throws Exception {
    send(json("/__mock/stock-integration", "{\"dealershipId\":\"d\",\"enabled\":false}"));

    HttpResponse<String> refused = car(CAR);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .isEqualTo(
            "{\"message\":\"The stock integration of dealership 'd' is off; switch it on in the dashboard\"}");
    assertThat(car(CAR.replace("\"d\"", "\"e\"")).statusCode()).isEqualTo(200);
    send(json("/__mock/stock-integration", "{\"dealershipId\":\"d\",\"enabled\":true}"));
    assertThat(car(CAR).statusCode()).isEqualTo(200);
    assertThat(send(json("/__mock/stock-integration", "{}")).statusCode()).isEqualTo(400);
  }

  @Test
  void listsTheDocumentedOptionsFirst() throws Exception {
    String body = options(STANDING).body();

    assertThat(body)
        .startsWith(
            "[{\"esaco_identifier\":0,\"name\":\"power_steering\",\"prettyName\":\"Power steering\","
                + "\"uuid\":\"02f50f11-f840-4ba0-8232-2ec459c3008f\"}");
    List<?> all = (List<?>) JsonReader.read(body.getBytes(StandardCharsets.UTF_8));
    assertThat(all.stream().map(each -> ((Map<?, ?>) each).get("uuid")))
        .hasSizeGreaterThan(50)
        .doesNotHaveDuplicates();
    assertThat(all.stream().map(each -> ((Map<?, ?>) each).get("name"))).doesNotHaveDuplicates();
  }

  @Test
  void refusesACarInTheShapeOfTheApi() throws Exception {
    HttpResponse<String> response = car("{\"images\":null}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .startsWith("{\"message\":\"body field 'dealershipId' is required but was missing; ")
        .contains("body field 'images' must not be null but was null");
  }

  @Test
  void takesOtherClientsAndTheirStandingTokens() throws Exception {
    try (MockServer other = MockServer.builder("autochat").keys("garage:s:1").start()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(other.baseUri() + "/api/options"));

      assertThat(send(request.copy().header("Authorization", "Bearer garage-token")).statusCode())
          .isEqualTo(200);
      assertThat(send(request.copy().header("Authorization", STANDING)).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void refusesAKeyThatIsNoClient() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MockServer.builder("autochat").keys("secret").start())
        .withMessage(
            "An Autochat key must be client:secret but one of them is not. Put a colon between.");
  }

  private static String token() throws Exception {
    String body = send(json("/oauth/token", TOKEN_REQUEST)).body();
    return String.valueOf(
        ((Map<?, ?>) JsonReader.read(body.getBytes(StandardCharsets.UTF_8))).get("access_token"));
  }

  private static HttpResponse<String> options(String authorization) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(server.baseUri() + "/api/options"))
            .header("Authorization", authorization));
  }

  private static HttpResponse<String> car(String json) throws Exception {
    return send(json("/api/cars", json).header("Authorization", STANDING));
  }

  private static String state() throws Exception {
    return send(HttpRequest.newBuilder(URI.create(server.baseUri() + "/__mock/state"))).body();
  }

  private static HttpResponse<String> sent(HttpRequest.Builder request) {
    try {
      return send(request);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
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

  private static final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
