package dev.forecourt.mock.credentials;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import java.util.Map;
import java.util.Set;

/**
 * Lets a call in whose credentials are right, and says who calls.
 *
 * @param <C> what a vendor knows of a caller
 */
public abstract class AbstractAccess<C> implements Authenticator<C> {

  private final Credentials credentials;

  /** Asks for these. */
  protected AbstractAccess(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public final C check(Operation operation, MockRequest request) {
    return caller(operation, request, credentials.check(operation, request));
  }

  /**
   * Who sent a request whose credentials are right. May throw a {@link Refusal} all the same.
   *
   * @param sent what was sent for each security scheme, by its name
   */
  protected abstract C caller(Operation operation, MockRequest request, Map<String, String> sent);

  @Override
  public final Set<String> secrets() {
    return credentials.secrets();
  }
}
