package dev.forecourt.contracttests.kit;

/**
 * A call that fails as documented.
 *
 * @param <C> the vendor's client
 * @param call the call
 * @param access with which credentials
 * @param status status of the answer
 * @param state state of the provider
 * @param does what the interaction is called, without its operation
 */
public record Failure<C>(VendorCall<C> call, Access access, int status, String state, String does) {

  /** Whether nothing in request or state explains it: the provider is asked to answer so. */
  boolean isForced() {
    return state.startsWith(Verifiers.TOLD);
  }

  String description() {
    return call.operationId() + ": " + does;
  }
}
