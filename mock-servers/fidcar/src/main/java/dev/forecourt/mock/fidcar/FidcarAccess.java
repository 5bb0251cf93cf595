package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.credentials.KnownKeys;
import dev.forecourt.mock.http.MockRequest;
import java.util.Map;
import java.util.Set;

/** Lets a call in that has one of the accepted keys. */
final class FidcarAccess implements Authenticator<Caller> {

  private static final String SCHEME = "ApiKey";

  private final Credentials credentials;

  FidcarAccess(Set<String> keys) {
    credentials =
        new Credentials(
            FidcarOperations.ALL, Map.of(SCHEME, new KnownKeys(keys)), FidcarErrors.UNKNOWN_TOKEN);
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
