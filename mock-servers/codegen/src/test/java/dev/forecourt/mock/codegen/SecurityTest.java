package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of security scheme: what opens an operation, and what does not. */
final class SecurityTest {

  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("acme-test-user:acme-test-password".getBytes(StandardCharsets.UTF_8));

  @TempDir private static Path folder;
  private static Harness stub;

  @BeforeAll
  static void generate() {
    stub =
        Harness.of(
            """
            openapi: 3.1.0
            info: {title: Security, version: "1"}
            x-mock-port: 4999
            components:
              securitySchemes:
                basic: {type: http, scheme: basic}
                bearer: {type: http, scheme: bearer}
                inHeader: {type: apiKey, in: header, name: X-Key}
                spelt: {type: apiKey, in: header, name: x-KEY}
                in query: {type: apiKey, in: query, name: key}
                inCookie: {type: apiKey, in: cookie, name: session}
                login: {type: openIdConnect, openIdConnectUrl: "https://example.com/.well-known"}
                certificate: {type: mutualTLS}
                oauth:
                  type: oauth2
                  flows:
                    clientCredentials: {tokenUrl: "https://login.example.com/oauth/token", scopes: {read: reads}}
              responses:
                Denied: {description: no, content: {application/json: {schema: {type: object, properties: {why: {type: string}, message: {type: string}}}}}}
            paths:
              /basic: {get: {security: [{basic: []}], responses: {"204": {description: ok}, "401": {$ref: "#/components/responses/Denied"}}}}
              /bearer: {get: {security: [{bearer: []}], responses: {"204": {description: ok}}}}
              /header: {get: {security: [{inHeader: []}], responses: {"204": {description: ok}}}}
              /query: {get: {security: [{"in query": []}], responses: {"204": {description: ok}}}}
              /cookie: {get: {security: [{inCookie: []}], responses: {"204": {description: ok}}}}
              /login: {get: {security: [{login: []}], responses: {"204": {description: ok}}}}
              /certificate: {get: {security: [{certificate: []}], responses: {"204": {description: ok}}}}
              /oauth: {get: {security: [{oauth: [read]}], responses: {"204": {description: ok}}}}
              /either: {get: {security: [{basic: []}, {bearer: []}], responses: {"204": {description: ok}}}}
              /both: {get: {security: [{bearer: [], inHeader: []}], responses: {"204": {description: ok}}}}
              /shared: {get: {operationId: getShared, security: [{bearer: [], basic: []}], responses: {"204": {description: ok}}}}
              /spelt: {get: {security: [{spelt: []}], responses: {"204": {description: ok}}}}
              /maybe: {get: {security: [{}, {bearer: []}], responses: {"204": {description: ok}}}}
            """,
            folder);
  }

  @AfterAll
  static void close() {
    stub.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/basic, Authorization, BASIC",
    "/bearer, Authorization, Bearer acme-test-token",
    "/header, X-Key, acme-test-key",
    "/query?key=acme-test-key, X-None, x",
    "/cookie, Cookie, session=acme-test-key",
    "/login, Authorization, Bearer acme-test-token",
    "/certificate, X-None, x",
    "/oauth, Authorization, Bearer acme-test-token",
    "/either, Authorization, Bearer acme-test-token",
    "/either, Authorization, BASIC",
    "/maybe, X-None, x",
  })
  void opensWithItsCredential(String path, String header, String value) {
    String sent = value.equals("BASIC") ? BASIC : value;

    assertThat(stub.send("GET " + path, Map.of(header, sent), "").toString()).isEqualTo("204 ");
  }

  @ParameterizedTest
  @CsvSource({
    "/basic, Authorization, Basic eDp5",
    "/basic, Authorization, Bearer acme-test-token",
    "/bearer, Authorization, Bearer other",
    "/bearer, X-None, x",
    "/header, X-Key, other",
    "/query?key=other, X-None, x",
    "/cookie, Cookie, session=other",
    "/login, Authorization, Bearer other",
    "/oauth, Authorization, Bearer other",
    "/either, Authorization, Digest x",
    "/both, Authorization, Bearer acme-test-token",
    "/maybe, Authorization, Bearer other",
  })
  void staysClosedWithoutIt(String path, String header, String value) {
    assertThat(stub.send("GET " + path, Map.of(header, value), "").status()).isEqualTo(401);
  }

  @Test
  void opensACombinationWithAllOfIt() {
    Map<String, String> both =
        Map.of("Authorization", "Bearer acme-test-token", "X-Key", "acme-test-key");

    assertThat(stub.send("GET /both", both, "").status()).isEqualTo(204);
  }

  @Test
  void refusesInTheVendorsShape() {
    assertThat(stub.send("GET /basic").toString())
        .isEqualTo("401 {\"message\":\"credentials are missing: send header 'Authorization'\"}");
  }

  @Test
  void givesTokensToAClientThatKnowsItsSecret() {
    String token = token(form("acme-test-secret", "read"));

    assertThat(stub.send("GET /oauth", Map.of("Authorization", "Bearer " + token), "").status())
        .isEqualTo(204);
  }

  @Test
  void takesTheClientInTheHeaderToo() {
    String header =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    "acme-test-client:acme-test-secret".getBytes(StandardCharsets.UTF_8));

    Harness.Answer answer =
        stub.send(
            "POST /oauth/token", Map.of("Authorization", header), "grant_type=client_credentials");

    assertThat(answer.text()).contains("\"token_type\":\"Bearer\",\"expires_in\":3600");
  }

  @Test
  void forgetsTokensWhenTheyExpire() {
    String token = token(form("acme-test-secret", "read"));

    stub.send("POST /__mock/clock", Map.of(), "{\"advance\":\"PT61M\"}");

    assertThat(stub.send("GET /oauth", Map.of("Authorization", "Bearer " + token), "").status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=client_credentials&client_id=acme-test-client&client_secret=no, 401,"
        + " invalid_client",
    "grant_type=client_credentials, 401, invalid_client",
    "grant_type=password, 400, unsupported_grant_type",
    "a=b, 400, invalid_request",
    "grant_type=client_credentials&client_id=acme-test-client&client_secret=acme-test-secret&scope=write,"
        + " 400, invalid_scope",
  })
  void refusesTokens(String form, int status, String error) {
    Harness.Answer answer = stub.send("POST /oauth/token", Map.of(), form);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).startsWith("{\"error\":\"" + error + "\"");
  }

  @Test
  void namesItsTestCredentialsAsTheClientDoes() {
    assertThat(stub.vendor().testCredentials())
        .containsEntry("in_header", "acme-test-key")
        .containsEntry("in_query", "acme-test-key")
        .containsEntry("bearer", "acme-test-token")
        .containsEntry("basic_user", "acme-test-user")
        .containsEntry("basic_password", "acme-test-password")
        .containsEntry("oauth_client_id", "acme-test-client")
        .containsEntry("oauth_client_secret", "acme-test-secret");
    assertThat(stub.notes())
        .contains(
            "#/components/securitySchemes/certificate: certificates of clients are not asked for");
  }

  @Test
  void takesEitherOfTwoCredentialsThatShareAHeader() {
    String pair = "Basic YWNtZS10ZXN0LXVzZXI6YWNtZS10ZXN0LXBhc3N3b3Jk";

    assertThat(authorized("Bearer acme-test-token")).isEqualTo(204);
    assertThat(authorized(pair)).isEqualTo(204);
    assertThat(authorized("Bearer no")).isEqualTo(401);
    assertThat(stub.notes())
        .contains(
            "getShared: several credentials belong in header 'authorization'; one of them is"
                + " enough");
  }

  private static int authorized(String value) {
    return stub.send("GET /shared", Map.of("Authorization", value), "").status();
  }

  @Test
  void givesHeadersThatOpenMostOperations() {
    assertThat(stub.vendor().headers())
        .containsEntry("X-Key", "acme-test-key")
        .containsEntry("Cookie", "session=acme-test-key")
        .containsKey("Authorization")
        .doesNotContainKey("x-KEY");
  }

  @Test
  void keepsCredentialsOutOfTheJournal() {
    stub.send("GET /query?key=acme-test-key&x=1");

    assertThat(stub.send("GET /__mock/requests").text()).doesNotContain("acme-test-key");
  }

  private static String form(String secret, String scope) {
    return "grant_type=client_credentials&client_id=acme-test-client&client_secret=%s&scope=%s"
        .formatted(secret, scope);
  }

  private static String token(String form) {
    String answer = stub.send("POST /oauth/token", Map.of(), form).text();
    return answer.replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
  }
}
