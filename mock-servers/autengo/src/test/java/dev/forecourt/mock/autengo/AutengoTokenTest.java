package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens: issued, checked, renewed, expired. */
final class AutengoTokenTest extends AbstractAutengoTest {

  private static final String OTHER_USER = "{\"dealerAlzuraId\":7,\"userAlzuraId\":8}";

  @Test
  void issuesATokenInTheDocumentedForm() {
    Answer answer = post("/v3/auth/token", evidence("tokenPost"));

    assertThat(answer.status()).isEqualTo(200);
    Map<String, Object> documented = read(evidence("tokenResponse"));
    assertThat(answer.json().keySet()).isEqualTo(documented.keySet());
    documented.remove("token");
    assertThat(answer.json()).containsAllEntriesOf(documented);
    assertThat((String) answer.at("token")).matches("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  }

  @Test
  void namesTheUserInTheToken() {
    assertThat(claims(issue(OTHER_USER)))
        .containsEntry("sub", "8")
        .containsEntry("dealer", 7L)
        .containsEntry("iat", NOW.getEpochSecond())
        .containsEntry("exp", NOW.getEpochSecond() + 86_400);
  }

  @ParameterizedTest
  @CsvSource({"X-Authorization, Bearer", "X-Authorization, bearer", "Authorization, JWT"})
  void acceptsAnIssuedToken(String header, String word) {
    String token = issue(OTHER_USER);

    assertThat(with("/v3/vehicle", header, word + " " + token).status()).isEqualTo(200);
    assertThat(with("/v3/auth/refresh", header, word + " " + token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "..",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9..",
        // the vendor's sample, signed by somebody else
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"
      })
  void refusesATokenThatWasNotIssued(String token) {
    Answer answer = with("/v3/vehicle", "X-Authorization", "Bearer " + token);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body())
        .isEqualTo(
            error(
                "header 'X-Authorization' must hold 'Bearer ' and a token from POST /v3/auth/token"));
  }

  @Test
  void refusesATokenThatWasChanged() {
    String token = issue(OTHER_USER);
    String[] parts = token.split("\\.");
    String claims = decode(parts[1]).replace("\"sub\":\"8\"", "\"sub\":\"9\"");
    String forged = parts[0] + "." + encode64(claims) + "." + parts[2];

    assertThat(with("/v3/vehicle", "X-Authorization", "Bearer " + forged).status()).isEqualTo(401);
    assertThat(with("/v3/vehicle", "X-Authorization", "Bearer " + token).status()).isEqualTo(200);
  }

  @Test
  void refusesAnExpiredTokenAndSaysSo() {
    String token = issue(OTHER_USER);

    pass(Duration.ofSeconds(86_399));
    assertThat(with("/v3/vehicle", "X-Authorization", "Bearer " + token).status()).isEqualTo(200);
    pass(Duration.ofSeconds(1));
    Answer late = with("/v3/vehicle", "X-Authorization", "Bearer " + token);

    assertThat(late.status()).isEqualTo(401);
    assertThat(late.body())
        .isEqualTo(
            error(
                "The token expired at 2026-11-23T13:05:09Z. Get another one with POST"
                    + " /v3/auth/token."));
    assertThat(with("/v3/auth/refresh", "X-Authorization", "Bearer " + token).status())
        .isEqualTo(401);
  }

  @Test
  void renewsATokenForItsUserWithANewLife() {
    String token = issue(OTHER_USER);
    pass(Duration.ofHours(23));

    Answer renewed = with("/v3/auth/refresh", "X-Authorization", "Bearer " + token);
    pass(Duration.ofHours(23));

    String next = (String) renewed.at("token");
    assertThat(claims(next)).containsEntry("sub", "8").containsEntry("dealer", 7L);
    assertThat(with("/v3/vehicle", "X-Authorization", "Bearer " + next).status()).isEqualTo(200);
    assertThat(with("/v3/vehicle", "X-Authorization", "Bearer " + token).status()).isEqualTo(401);
  }

  @Test
  void issuesADifferentTokenEachTime() {
    assertThat(issue(OTHER_USER)).isNotEqualTo(issue(OTHER_USER));
  }

  @Test
  void wantsATokenToRenewOne() {
    assertThat(get("/v3/auth/refresh").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{\"dealerAlzuraId\":1} -> 'userAlzuraId' is required",
        "{\"dealerAlzuraId\":\"1\",\"userAlzuraId\":1} -> 'dealerAlzuraId' must be",
        "{\"dealerAlzuraId\":1.5,\"userAlzuraId\":1} -> 'dealerAlzuraId' must be",
        "{\"dealerAlzuraId\":99999999999999999999,\"userAlzuraId\":1} -> 'dealerAlzuraId' must be",
      })
  void refusesToIssueATokenForNobody(String body, String reason) {
    Answer answer = post("/v3/auth/token", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
  }

  @Test
  void keepsATokenOverAResetButNotForOtherKeys() {
    String token = issue(OTHER_USER);

    reset();

    assertThat(with("/v3/vehicle", "X-Authorization", "Bearer " + token).status()).isEqualTo(200);
    try (MockServer other = MockServer.builder("autengo").keys("other-key").start()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(other.baseUri() + "/v3/vehicle"))
              .header("X-Api-Key", "other-key")
              .header("X-Authorization", "Bearer " + token);
      assertThat(send(request).status()).isEqualTo(401);
    }
  }

  private static String issue(String user) {
    return (String) post("/v3/auth/token", user).at("token");
  }

  private static Answer with(String path, String header, String value) {
    return send(request(path).header(header, value));
  }

  private static Map<String, Object> claims(String token) {
    return read(decode(token.split("\\.")[1]));
  }

  private static String decode(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private static String encode64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
