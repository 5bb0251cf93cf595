package dev.forecourt.runtime.observe;

/**
 * Notified of every request of a client, retries included, for logs, metrics, traces and alarms.
 *
 * <p>Called on the calling thread. Must be quick and safe for use by several threads. What it
 * throws is logged and does not disturb the call.
 */
@FunctionalInterface
public interface RequestListener {

  /**
   * A request is about to be sent; an {@link #onRequest} with the same {@link OutgoingRequest}
   * follows. Default: nothing.
   */
  default void beforeRequest(OutgoingRequest request) {}

  /** A request ended: its answer was read, or it failed. */
  void onRequest(RequestEvent event);

  /**
   * Wraps a task that is about to go to another thread, so that what this listener follows, such as
   * a trace, goes along. Called for asynchronous calls, on the thread that makes them. Default: the
   * task as it is.
   */
  default Runnable carry(Runnable task) {
    return task;
  }
}
