package dev.forecourt.mock.claire;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockRequest;
import java.util.Set;

/** Refuses a wrong key, then a right one that has used up its hour. */
final class LimitedKeys implements Authenticator {

  private final Authenticator keys;
  private final RateLimit limit;

  LimitedKeys(Authenticator keys, RateLimit limit) {
    this.keys = keys;
    this.limit = limit;
  }

  @Override
  public void check(Operation operation, MockRequest request) {
    keys.check(operation, request);
    Caller caller = Caller.current();
    if (caller.window().exceeded()) {
      throw limit.refusal(caller.window());
    }
  }

  @Override
  public Set<String> secrets() {
    return keys.secrets();
  }
}
