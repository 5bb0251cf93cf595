package dev.forecourt.autochat;

import dev.forecourt.runtime.kit.AbstractSecretsTest;
import java.util.List;

/** The client secret, and the token that it gets. */
class SecretsTest extends AbstractSecretsTest<AutochatClient.Builder, AutochatClient> {
  private static final String SECRET = "cl1ent/s3cret&<\"+%2F\\>";
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9/" + "t0ken+&<".repeat(100);

  @Override
  protected AutochatClient.Builder builder() {
    return AutochatClient.builder().clientCredentials("forecourt", SECRET);
  }

  @Override
  protected AutochatClient build(AutochatClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object call(AutochatClient client) {
    return client.options().listOptions();
  }

  @Override
  protected List<String> secrets() {
    return List.of(SECRET, TOKEN);
  }

  @Override
  protected List<String> onTheWire() {
    return List.of("cl1ent/s3cret&<", "Bearer " + TOKEN);
  }

  @Override
  protected String emptyAnswer() {
    return "[]";
  }

  @Override
  protected List<String> tokenAnswers() {
    return List.of("{\"access_token\":\"" + TOKEN + "\"}");
  }
}
