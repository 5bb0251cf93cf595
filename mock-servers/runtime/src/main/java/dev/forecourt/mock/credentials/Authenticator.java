package dev.forecourt.mock.credentials;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import java.util.List;
import java.util.Set;

/** Decides whether a request may run an operation. */
@FunctionalInterface
public interface Authenticator {

  /**
   * Throws a {@link Refusal}, usually with status 401, when the credentials are missing or wrong.
   */
  void check(Operation operation, MockRequest request);

  /**
   * Whose requests a rate limit counts together: what the first credential that was sent holds;
   * empty for none. Asked after the check, and never shown.
   */
  default String account(Operation operation, MockRequest request) {
    for (SecurityScheme scheme : operation.schemes()) {
      List<String> sent = scheme.sent(request);
      if (!sent.isEmpty()) {
        return sent.get(0);
      }
    }
    return "";
  }

  /** Texts that messages and the journal must not show, such as the accepted keys. */
  default Set<String> secrets() {
    return Set.of();
  }
}
