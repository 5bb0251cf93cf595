package dev.forecourt.mock.autochat;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.http.MockRequest;
import java.util.Map;
import java.util.Set;

/** Lets a call in that has a token which is alive. */
final class AutochatAccess implements Authenticator<Caller> {

  private static final String SCHEME = "Bearer";

  private final Credentials credentials;

  AutochatAccess(Tokens tokens) {
    credentials = new Credentials(AutochatOperations.ALL, Map.of(SCHEME, tokens));
  }

  @Override
  public Caller check(Operation operation, MockRequest request) {
    return new Caller(credentials.check(operation, request).getOrDefault(SCHEME, ""));
  }

  @Override
  public Set<String> secrets() {
    return credentials.secrets();
  }
}
