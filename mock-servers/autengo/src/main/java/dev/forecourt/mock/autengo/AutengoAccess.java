package dev.forecourt.mock.autengo;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.AbstractAccess;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.credentials.KnownKeys;
import dev.forecourt.mock.credentials.TokenCredential;
import dev.forecourt.mock.http.MockRequest;
import java.util.Map;
import java.util.Set;

/** Lets a call in that has an accepted key, or a token that is alive, as its operation wants. */
final class AutengoAccess extends AbstractAccess<Caller> {

  private static final String KEY = "ApiKey";
  private static final String JWT = "Jwt";
  private static final String SESSION = "SessionToken";

  private final Tokens tokens;

  AutengoAccess(Set<String> keys, Tokens tokens) {
    super(
        new Credentials(
            AutengoOperations.ALL,
            Map.of(
                KEY, new KnownKeys(keys),
                JWT, token("JWT", tokens),
                SESSION, token("Bearer", tokens))));
    this.tokens = tokens;
  }

  private static TokenCredential token(String word, Tokens tokens) {
    return new TokenCredential(
        word,
        "a token from POST /v3/auth/token",
        each -> tokens.check(each) != null,
        Set.of(Tokens.TEST_TOKEN));
  }

  @Override
  protected Caller caller(Operation operation, MockRequest request, Map<String, String> sent) {
    String token = sent.getOrDefault(JWT, sent.get(SESSION));
    return new Caller(
        sent.get(KEY), token == null ? null : tokens.check(TokenCredential.token(token)));
  }
}
