package dev.forecourt.contracttests.kit;

import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One operation, called: how the client is told, and what then goes over the wire.
 *
 * @param <C> the vendor's client
 * @param operationId operation of the contract
 * @param method HTTP method
 * @param path path with its ids
 * @param details query and body
 * @param call the call of the client
 */
public record VendorCall<C>(
    String operationId,
    String method,
    String path,
    UnaryOperator<PactDslRequestWithPath> details,
    Consumer<C> call) {

  /** One without query and body. */
  public VendorCall(String operationId, String method, String path, Consumer<C> call) {
    this(operationId, method, path, UnaryOperator.identity(), call);
  }

  /** The request of this call, in a pact, with the headers given. */
  public PactDslRequestWithPath asked(
      VendorPact headers, PactDslWithProvider pact, String state, String does) {
    return asked(headers, pact, state, does, Access.GRANTED);
  }

  PactDslRequestWithPath asked(
      VendorPact headers, PactDslWithProvider pact, String state, String does, Access access) {
    String description = operationId + ": " + does;
    return details.apply(headers.request(pact, state, description, method, path, access));
  }

  /** A failure that nothing in the request explains: the provider is told to answer so. */
  public Failure<C> told(int status) {
    String state = Verifiers.TOLD + status;
    return new Failure<>(this, Access.GRANTED, status, state, state);
  }

  /** A failure for want of the right credentials. */
  public Failure<C> refused(int status, Access access) {
    String state = "the credentials are " + (access == Access.WRONG ? "wrong" : "missing");
    return new Failure<>(this, access, status, state, state);
  }

  /** A failure that follows from the state and this very request. */
  public Failure<C> failing(int status, String state, String does) {
    return new Failure<>(this, Access.GRANTED, status, state, does);
  }
}
