package dev.forecourt.mock;

import dev.forecourt.mock.contract.Operation;
import java.util.Set;

/** Decides whether a request may run an operation. */
@FunctionalInterface
public interface Authenticator {

  /**
   * Throws a {@link Refusal}, usually with status 401, when the credentials are missing or wrong.
   */
  void check(Operation operation, MockRequest request);

  /** Texts that messages and the journal must not show, such as the accepted keys. */
  default Set<String> secrets() {
    return Set.of();
  }
}
