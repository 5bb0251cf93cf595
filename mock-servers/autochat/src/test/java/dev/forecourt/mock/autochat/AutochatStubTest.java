package dev.forecourt.mock.autochat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.kit.AbstractStubTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, cars and options over HTTP, with a clock that the test moves. */
final class AutochatStubTest extends AbstractStubTest {

  private static final Map<String, String> PARTS = new AutochatVendor().testCredentials();
  private static final String CLIENT = PARTS.get("client_id");
  private static final String SECRET = PARTS.get("client_secret");
  private static final String STANDING = "Bearer " + PARTS.get("token");
  // evidence/tokenRequest.json
  private static final String TOKEN_REQUEST =
      "{\"client_id\":\"%s\",\"client_secret\":\"%s\",".formatted(CLIENT, SECRET)
          + "\"audience\":\"http://api.autochat.com/\",\"grant_type\":\"client_credentials\"}";
  private static final String CAR =
      "{\"dealershipId\":\"d\",\"internalId\":\"i\",\"brand\":\"bmw\",\"model\":\"x6\",\"images\":[],"
          + "\"options\":[\"power_steering\",\"ac\"]}";

  @BeforeAll
  static void start() {
    start(new AutochatVendor());
  }

  @Test
  void givesATokenOnTheSamePortAlthoughTheVendorHasAnotherHostForIt() throws Exception {
    Answer response = send(json("/oauth/token", TOKEN_REQUEST));

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body())
        .matches("\\{\"access_token\":\"\\w{32}\",\"token_type\":\"Bearer\",\"expires_in\":86400}");
    assertThat(token()).isNotEqualTo(token());
  }

  @Test
  void takesATokenForAFullDayAndNoLonger() throws Exception {
    String token = token();

    at(NOW.plusSeconds(24 * 3600 - 1));
    assertThat(options("Bearer " + token).status()).isEqualTo(200);
    at(NOW.plusSeconds(24 * 3600));
    assertThat(options("Bearer " + token).status()).isEqualTo(401);
    assertThat(options("Bearer " + token()).status()).isEqualTo(200);
  }

  @Test
  void takesNoTokenThatItDidNotIssue() throws Exception {
    Answer response = options("Bearer xxxxxxxxxxxxxxxxxxxxxx");

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo(
            "{\"message\":\"header 'Authorization' must hold 'Bearer ' and a token from POST /oauth/token"
                + " that is not older than 24 hours\"}");
  }

  @Test
  void saysThatTheWordBeforeATokenIsMissing() {
    Answer response = options(token());

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.body())
        .isEqualTo(
            "{\"message\":\"header 'Authorization' must hold 'Bearer ' and a token from POST /oauth/token"
                + " that is not older than 24 hours. Put the word 'Bearer' and a space before it\"}");
  }

  // RFC 9110, 11.1: the word's capitals count for nothing
  @Test
  void takesTheWordBeforeATokenWhateverItsCase() {
    assertThat(options(STANDING.replace("Bearer", "bearer")).status()).isEqualTo(200);
    assertThat(options("bearer unknown").body()).doesNotContain("in place of");
  }

  @Test
  void takesTheStandingTokenAtAnyTime() throws Exception {
    at(NOW.plusSeconds(1_000_000));

    assertThat(options(STANDING).status()).isEqualTo(200);
  }

  @Test
  void forgetsTokensOnReset() throws Exception {
    String token = token();

    server().reset();

    assertThat(options("Bearer " + token).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"client_id\":\" | \"client_id\":\"not- | 401 | invalid_client",
        "\"client_secret\":\" | \"client_secret\":\"not- | 401 | invalid_client",
        "http://api.autochat.com/ | https://api.autochat.com | 403 | access_denied",
        "client_credentials | password | 400 | invalid_request",
      })
  void refusesATokenInTheShapeOfOauth(String part, String sent, int status, String code)
      throws Exception {
    Answer response = send(json("/oauth/token", TOKEN_REQUEST.replace(part, sent)));

    assertThat(response.status()).isEqualTo(status);
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
    Answer response = send(json("/oauth/token", "{\"client_id\":\"c\",\"client_secret\":\"s\"}"));

    assertThat(response.status()).isEqualTo(400);
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
            .filter(i -> send(json("/oauth/token", TOKEN_REQUEST)).status() == 200)
            .count();

    assertThat(given).isEqualTo(100);
    Answer refused = send(json("/oauth/token", TOKEN_REQUEST));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.number("Retry-After")).isEqualTo(3600);
    assertThat(refused.body())
        .isEqualTo(
            "{\"error\":\"too_many_requests\",\"error_description\":\"Too many tokens were asked for; one is"
                + " valid for 24 hours. Go on at 2026-11-22T14:05:09Z\"}");
    assertThat(options(STANDING).status()).isEqualTo(200);
    at(NOW.plusSeconds(3600));
    assertThat(send(json("/oauth/token", TOKEN_REQUEST)).status()).isEqualTo(200);
  }

  @Test
  void takesAnotherLimitFromATest() throws Exception {
    assertThat(send(json("/__mock/token-limit", "{\"limit\":1}")).status()).isEqualTo(204);

    token();

    assertThat(send(json("/oauth/token", TOKEN_REQUEST)).status()).isEqualTo(429);
    assertThat(send(json("/__mock/token-limit", "{\"limit\":-1}")).status()).isEqualTo(400);
  }

  @Test
  void takesACarWithATokenAndShowsItInTheState() throws Exception {
    Answer response = send(json("/api/cars", CAR).header("Authorization", "Bearer " + token()));

    assertThat(response.status()).isEqualTo(200);
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
                send(
                    json("/api/cars", CAR.replace("\"i\"", "\"i" + i + "\""))
                        .header("Authorization", STANDING)));

    assertThat(state().split("internalId", -1)).hasSize(101);
  }

  @Test
  void refusesOptionsThatAreNotListedByName() throws Exception {
    Answer response =
        car(CAR.replace("\"ac\"", "\"power_stering\",\"02f50f11-f840-4ba0-8232-2ec459c3008f\""));

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.body())
        .isEqualTo(
            "{\"message\":\"body field 'options[1]' must be the name of an option in GET /api/options but was"
                + " 'power_stering' (nearest is 'power_steering'); body field 'options[2]' must be the name of an option in GET /api/options but"
                + " was '02f50f11-f840-4ba0-8232-2ec459c3008f', the uuid of 'power_steering'\"}");
    assertThat(state()).contains("\"cars\":[]");
  }

  @Test
  void refusesACarWhileTheStockIntegrationIsOff() throws Exception {
    send(json("/__mock/stock-integration", "{\"dealershipId\":\"d\",\"enabled\":false}"));

    Answer refused = car(CAR);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body())
        .isEqualTo(
            "{\"message\":\"The stock integration of dealership 'd' is off; switch it on in the dashboard\"}");
    assertThat(car(CAR.replace("\"d\"", "\"e\"")).status()).isEqualTo(200);
    send(json("/__mock/stock-integration", "{\"dealershipId\":\"d\",\"enabled\":true}"));
    assertThat(car(CAR).status()).isEqualTo(200);
    assertThat(send(json("/__mock/stock-integration", "{}")).status()).isEqualTo(400);
  }

  @Test
  void listsTheDocumentedOptionsFirst() throws Exception {
    String body = options(STANDING).body();

    assertThat(body)
        .startsWith(
            "[{\"esaco_identifier\":0,\"name\":\"power_steering\",\"prettyName\":\"Power steering\","
                + "\"uuid\":\"02f50f11-f840-4ba0-8232-2ec459c3008f\"}");
    List<?> all = (List<?>) tree(body);
    assertThat(all.stream().map(each -> ((Map<?, ?>) each).get("uuid")))
        .hasSizeGreaterThan(50)
        .doesNotHaveDuplicates();
    assertThat(all.stream().map(each -> ((Map<?, ?>) each).get("name"))).doesNotHaveDuplicates();
  }

  @Test
  void refusesACarInTheShapeOfTheApi() throws Exception {
    Answer response = car("{\"images\":null}");

    assertThat(response.status()).isEqualTo(422);
    assertThat(response.body())
        .startsWith("{\"message\":\"body field 'dealershipId' is required but was missing; ")
        .contains("body field 'images' must not be null but was null");
  }

  @Test
  void takesOtherClientsAndTheirStandingTokens() throws Exception {
    try (MockServer other = MockServer.builder("autochat").keys("garage:s:1").start()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(other.baseUri() + "/api/options"));

      assertThat(send(request.copy().header("Authorization", "Bearer garage-token")).status())
          .isEqualTo(200);
      assertThat(send(request.copy().header("Authorization", STANDING)).status()).isEqualTo(401);
    }
  }

  @Test
  void refusesAKeyThatIsNoClient() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MockServer.builder("autochat").keys("secret").start())
        .withMessage(
            "An Autochat key must be client:secret but one of them is not. Put a colon between.");
  }

  private static String token() {
    return String.valueOf(send(json("/oauth/token", TOKEN_REQUEST)).at("access_token"));
  }

  private static Answer options(String authorization) {
    return send(withoutKey("/api/options").header("Authorization", authorization));
  }

  private static Answer car(String json) {
    return send(json("/api/cars", json).header("Authorization", STANDING));
  }

  private static String state() {
    return send(withoutKey("/__mock/state")).body();
  }

  private static HttpRequest.Builder json(String path, String body) {
    return withJson(withoutKey(path), body);
  }
}
