package dev.forecourt.mock.autochat;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.AbstractAccess;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.credentials.TokenCredential;
import dev.forecourt.mock.http.MockRequest;
import java.util.Map;

/** Lets a call in that has a token which is alive. */
final class AutochatAccess extends AbstractAccess<Caller> {

  private static final String TOKEN = "Bearer";

  AutochatAccess(Tokens tokens, Clients clients) {
    super(
        new Credentials(
            AutochatOperations.ALL,
            Map.of(
                TOKEN,
                new TokenCredential(
                    TOKEN,
                    "a token from POST /oauth/token that is not older than 24 hours",
                    tokens::isAlive,
                    clients.secrets()))));
  }

  @Override
  protected Caller caller(Operation operation, MockRequest request, Map<String, String> sent) {
    return new Caller(sent.getOrDefault(TOKEN, ""));
  }
}
