package dev.forecourt.runtime.errors;

import java.util.concurrent.CancellationException;

/**
 * The calling thread was interrupted, or the future of the call was cancelled. The request ended at
 * once, and the thread's interrupt status is set.
 *
 * <p>A {@code CancellationException}, so that Kotlin's coroutines ({@code withTimeout}, {@code
 * cancelAndJoin} around {@code runInterruptible}) and executors take it for what it is, and no
 * {@code catch (VendorException e)} does.
 */
public final class CallCancelledException extends CancellationException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  /** With these facts. */
  public CallCancelledException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  /** All facts: operation, request, host, attempts. */
  public Failure failure() {
    return failure;
  }

  /** Whether the vendor can have acted. */
  public Outcome outcome() {
    return failure.outcome();
  }

  /** False if the vendor cannot have seen the request. */
  public boolean mayHaveArrived() {
    return failure.outcome() != Outcome.NOT_SENT;
  }
}
