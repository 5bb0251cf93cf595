package dev.forecourt.mock;

import dev.forecourt.mock.contract.Operation;

/** Decides whether a request may run an operation. */
@FunctionalInterface
public interface Authenticator {

  /**
   * Throws a {@link Refusal}, usually with status 401, when the credentials are missing or wrong.
   */
  void check(Operation operation, MockRequest request);
}
