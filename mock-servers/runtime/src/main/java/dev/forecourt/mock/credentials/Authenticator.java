package dev.forecourt.mock.credentials;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may run an operation, and says who sent it.
 *
 * @param <C> what a vendor knows of a caller; equal ones are counted together by a rate limit
 */
@FunctionalInterface
public interface Authenticator<C extends @Nullable Object> {

  /**
   * Who calls, as the operation is told. Throws a {@link Refusal}, usually with status 401, when
   * the credentials are missing or wrong.
   */
  C check(Operation operation, MockRequest request);

  /** Texts that messages and the journal must not show, such as the accepted keys. */
  default Set<String> secrets() {
    return Set.of();
  }
}
