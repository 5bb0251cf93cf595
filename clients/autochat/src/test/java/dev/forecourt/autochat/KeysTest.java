package dev.forecourt.autochat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.errors.CredentialException;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Client credentials and tokens, from suppliers and from the environment. */
class KeysTest {
  private static final String TOKEN = "{\"access_token\":\"t0ken-%d\",\"expires_in\":86400}";

  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();

  @AfterEach
  void stop() {
    server.close();
  }

  private AutochatClient.Builder here() {
    return AutochatClient.builder().baseUrl(server.url()).clock(time).sleeper(time);
  }

  @Test
  void asksForTheSecretWithEachRequestForAToken() {
    server
        .answer(TOKEN.formatted(1))
        .answer("[]")
        .answer(WireAnswer.json(401, "{}"))
        .answer(TOKEN.formatted(2))
        .answer("[]");
    Iterator<String> secrets = List.of("first-s3cret", "second-s3cret").iterator();
    AutochatClient client = here().clientCredentials("id", secrets::next).build();

    client.options().listOptions();
    client.options().listOptions();

    assertThat(server.requests().get(0).body()).contains("\"client_secret\":\"first-s3cret\"");
    assertThat(server.requests().get(3).body()).contains("\"client_secret\":\"second-s3cret\"");
    assertThat(server.requests().get(4).header("Authorization")).isEqualTo("Bearer t0ken-2");
  }

  @Test
  void hidesTheSecretThatASupplierGave() {
    server.answer(TOKEN.formatted(1)).answer(WireAnswer.json(400, "{\"message\":\"no s3cret\"}"));
    AutochatClient client = here().clientCredentials("id", () -> "s3cret").build();

    assertThatThrownBy(() -> client.options().listOptions())
        .hasMessageContaining("no ****")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void namesTheSecretThatItsSupplierDoesNotGive() {
    AutochatClient client = here().clientCredentials("id", () -> "s3cret\n").build();

    assertThatThrownBy(() -> client.options().listOptions())
        .isInstanceOf(CredentialException.class)
        .hasMessageStartingWith(
            "autochat createToken: not sent, because there is no Autochat client secret to send:")
        .hasMessageNotContaining("s3cret");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void takesATokenThatDoesNotChange() {
    server.answer("[]");

    here().token("own-t0ken").build().options().listOptions();

    assertThat(server.request().header("Authorization")).isEqualTo("Bearer own-t0ken");
  }

  private static Map<String, String> credentials() {
    Map<String, String> variables = new HashMap<>();
    variables.put("AUTOCHAT_CLIENT_ID", "id-of-env");
    variables.put("AUTOCHAT_CLIENT_SECRET", "s3cret-of-env");
    return variables;
  }

  @Test
  void takesCredentialsAndHostsFromTheEnvironment() {
    try (WireServer tokens = new WireServer()) {
      tokens.answer(TOKEN.formatted(1));
      server.answer("[]");
      Map<String, String> variables = credentials();
      variables.put("AUTOCHAT_BASE_URL", server.url());
      variables.put("AUTOCHAT_TOKEN_BASE_URL", tokens.url());

      AutochatClient.builder().fromEnv(variables).build().options().listOptions();

      assertThat(tokens.request().body()).contains("id-of-env").contains("s3cret-of-env");
      assertThat(server.request().header("Authorization")).isEqualTo("Bearer t0ken-1");
    }
  }

  @Test
  void sendsNoSecretToAHostOfTheEnvironmentBesideABaseUrlOfTheBuilder() {
    server.answer(TOKEN.formatted(1)).answer("[]");
    Map<String, String> variables = credentials();
    variables.put("AUTOCHAT_TOKEN_BASE_URL", "http://127.0.0.1:1");

    here().fromEnv(variables).build().options().listOptions();

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void namesAllMissingVariablesAtOnce() {
    assertThatThrownBy(() -> AutochatClient.builder().fromEnv(Map.of()).build())
        .hasMessage(
            "Environment variables AUTOCHAT_CLIENT_ID, AUTOCHAT_CLIENT_SECRET are not set or"
                + " empty. Set them, or give the same to the builder.");
  }

  @Test
  void prefersATokenOfTheBuilder() {
    server.answer("[]");

    here().fromEnv(credentials()).token(() -> "own-t0ken").build().options().listOptions();

    assertThat(server.request().header("Authorization")).isEqualTo("Bearer own-t0ken");
  }

  @Test
  void refusesATokenBesideCredentialsInTheEnvironment() {
    Map<String, String> variables = credentials();
    variables.put("AUTOCHAT_TOKEN", "t0ken");

    assertThatThrownBy(() -> AutochatClient.builder().fromEnv(variables).build())
        .hasMessage(
            "AUTOCHAT_TOKEN excludes AUTOCHAT_CLIENT_ID and AUTOCHAT_CLIENT_SECRET. Set one or"
                + " the other.");
  }
}
