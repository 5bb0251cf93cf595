package dev.forecourt.mock.engine;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;

/**
 * How long the body of a request may be: 1 MiB, or what the contract asks for where that is more
 * and memory allows it.
 */
final class BodyLimit {

  private BodyLimit() {}

  /** Most bytes of body of an operation. */
  static int of(Operation operation) {
    int wanted = operation.maxBodyBytes();
    return wanted <= MockRequest.MAX_BODY_BYTES
        ? MockRequest.MAX_BODY_BYTES
        : (int) Math.max(MockRequest.MAX_BODY_BYTES, Math.min(wanted, allowed()));
  }

  /** What to say of a longer one. */
  static String tooLong(Operation operation) {
    int most = of(operation);
    String message = "body must be at most %d bytes long".formatted(most);
    Budget bodies = Budgets.ofThisJvm().bodies();
    return most >= operation.maxBodyBytes()
        ? message
        : "%s: the contract allows %d, for which Java must be started with %s (documentation, \"Limits of the mocks\")"
            .formatted(
                message, operation.maxBodyBytes(), bodies.optionFor(2L * operation.maxBodyBytes()));
  }

  /** Half of the budget, so that one body is put together while it is held. */
  private static long allowed() {
    return Budgets.ofThisJvm().bodies().limit() / 2;
  }
}
