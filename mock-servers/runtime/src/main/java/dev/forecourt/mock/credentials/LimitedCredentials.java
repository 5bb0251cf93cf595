package dev.forecourt.mock.credentials;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.MockRequest;
import java.util.Set;

/** Refuses wrong credentials, then right ones that have used up their limit. */
public final class LimitedCredentials implements Authenticator {

  private final Authenticator credentials;
  private final RateLimit limit;

  public LimitedCredentials(Authenticator credentials, RateLimit limit) {
    this.credentials = credentials;
    this.limit = limit;
  }

  @Override
  public void check(Operation operation, MockRequest request) {
    credentials.check(operation, request);
    if (limit.isOn()) {
      RateLimit.Window window = limit.count(credentials.account(operation, request));
      if (window.exceeded()) {
        throw limit.refusal(window);
      }
    }
  }

  @Override
  public String account(Operation operation, MockRequest request) {
    return credentials.account(operation, request);
  }

  @Override
  public Set<String> secrets() {
    return credentials.secrets();
  }
}
