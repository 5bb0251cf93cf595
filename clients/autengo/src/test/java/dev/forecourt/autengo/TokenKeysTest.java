package dev.forecourt.autengo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.kit.WireServer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** JWT, session token and session, from suppliers and from the environment. */
class TokenKeysTest {
  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private AutengoClient.Builder builder() {
    return AutengoClient.builder().apiKey("k3y").baseUrl(server.url());
  }

  @Test
  void asksForBothTokensWithEachRequest() {
    server.answer("{}").answer("{}");
    Iterator<String> jwts = List.of("jwt-1", "jwt-2").iterator();
    Iterator<String> tokens = List.of("token-1", "token-2").iterator();
    AutengoClient client = builder().jwt(jwts::next).sessionToken(tokens::next).build();

    client.vehicles().getVehicle("A");
    client.vehicles().getVehicle("A");

    assertThat(server.requests().get(0).header("X-Authorization")).isEqualTo("Bearer token-1");
    assertThat(server.requests().get(1).header("X-Authorization")).isEqualTo("Bearer token-2");
  }

  @Test
  void fetchesSessionTokensWithTheKeyOfTheMoment() {
    server.answer("{\"token\":\"fetched\"}").answer("{}").answer("{}");
    Iterator<String> keys = List.of("key-1", "key-2", "key-3").iterator();
    AutengoClient client =
        AutengoClient.builder().baseUrl(server.url()).apiKey(keys::next).session(37, 42).build();

    client.vehicles().getVehicle("A");
    client.vehicles().getVehicle("A");

    assertThat(server.requests()).extracting(request -> request.header("X-Api-Key")).hasSize(3);
    assertThat(server.requests().get(0).line()).isEqualTo("POST /v3/auth/token");
    assertThat(server.requests().get(2).header("X-Authorization")).isEqualTo("Bearer fetched");
  }

  private AutengoClient fromEnv(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("AUTENGO_API_KEY", "k3y");
    variables.put("AUTENGO_BASE_URL", server.url());
    return AutengoClient.builder().fromEnv(variables).build();
  }

  @Test
  void takesASessionFromTheEnvironment() {
    server.answer("{\"token\":\"fetched\"}").answer("{}");
    AutengoClient client =
        fromEnv(Map.of("AUTENGO_DEALER_ALZURA_ID", "37", "AUTENGO_USER_ALZURA_ID", "42"));

    client.vehicles().getVehicle("A");

    assertThat(server.requests().get(0).body())
        .isEqualTo("{\"dealerAlzuraId\":37,\"userAlzuraId\":42}");
  }

  @Test
  void takesTokensFromTheEnvironment() {
    server.answer("{}");

    fromEnv(Map.of("AUTENGO_SESSION_TOKEN", "t0ken")).vehicles().getVehicle("A");

    assertThat(server.request().header("X-Authorization")).isEqualTo("Bearer t0ken");
  }

  @Test
  void namesTheVariablesThatDoNotFitTogether() {
    assertThatThrownBy(() -> fromEnv(Map.of("AUTENGO_DEALER_ALZURA_ID", "37")))
        .hasMessageStartingWith("Environment variable AUTENGO_USER_ALZURA_ID is not set or empty.");
    assertThatThrownBy(
            () ->
                fromEnv(
                    Map.of(
                        "AUTENGO_DEALER_ALZURA_ID", "x",
                        "AUTENGO_USER_ALZURA_ID", "42")))
        .hasMessage("AUTENGO_DEALER_ALZURA_ID must be a whole number. Correct it, or remove it.");
    assertThatThrownBy(
            () ->
                fromEnv(
                    Map.of(
                        "AUTENGO_DEALER_ALZURA_ID", "37",
                        "AUTENGO_USER_ALZURA_ID", "42",
                        "AUTENGO_SESSION_TOKEN", "t0ken")))
        .hasMessage(
            "AUTENGO_SESSION_TOKEN excludes AUTENGO_DEALER_ALZURA_ID and AUTENGO_USER_ALZURA_ID."
                + " Set one or the other.");
  }
}
