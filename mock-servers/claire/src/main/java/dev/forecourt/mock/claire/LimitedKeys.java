package dev.forecourt.mock.claire;

import dev.forecourt.mock.Authenticator;
import dev.forecourt.mock.MockRequest;
import dev.forecourt.mock.Refusal;
import dev.forecourt.mock.contract.Operation;
import java.util.Set;

/** Refuses a wrong key, then a right one that has used up its hour. */
final class LimitedKeys implements Authenticator {

  private final Authenticator keys;

  LimitedKeys(Authenticator keys) {
    this.keys = keys;
  }

  @Override
  public void check(Operation operation, MockRequest request) {
    keys.check(operation, request);
    Caller caller = Caller.current();
    if (caller.window().exceeded()) {
      throw new Refusal(
          429,
          "This API key has made its %d requests of the hour. Go on at %s."
              .formatted(caller.window().limit(), caller.window().end()));
    }
  }

  @Override
  public Set<String> secrets() {
    return keys.secrets();
  }
}
