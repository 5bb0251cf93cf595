package dev.forecourt.mock.autengo;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.credentials.KnownKeys;
import dev.forecourt.mock.http.MockRequest;
import java.util.Map;
import java.util.Set;

/** Lets a call in that has an accepted key, or a token that is alive, as its operation wants. */
final class AutengoAccess implements Authenticator<Caller> {

  private static final String KEY = "ApiKey";

  private final Map<String, TokenCredential> tokens;
  private final Credentials credentials;

  AutengoAccess(Set<String> keys, Tokens tokens) {
    TokenCredential jwt = new TokenCredential("JWT", tokens);
    TokenCredential session = new TokenCredential("Bearer", tokens);
    this.tokens = Map.of("Jwt", jwt, "SessionToken", session);
    credentials =
        new Credentials(
            AutengoOperations.ALL,
            Map.of(KEY, new KnownKeys(keys), "Jwt", jwt, "SessionToken", session));
  }

  @Override
  public Caller check(Operation operation, MockRequest request) {
    Map<String, String> sent = credentials.check(operation, request);
    Tokens.User user = null;
    for (Map.Entry<String, TokenCredential> each : tokens.entrySet()) {
      String value = sent.get(each.getKey());
      if (value != null) {
        user = each.getValue().user(value);
      }
    }
    return new Caller(sent.get(KEY), user);
  }

  @Override
  public Set<String> secrets() {
    return credentials.secrets();
  }
}
