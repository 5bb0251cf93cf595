package dev.forecourt.runtime.observe;

/**
 * Hears of every request of a client, retries included, for logs, metrics and alarms.
 *
 * <p>Called on the calling thread once the answer was read or the request failed. Must be quick and
 * safe for use by several threads. What it throws is logged and does not disturb the call.
 */
@FunctionalInterface
public interface RequestListener {

  /** A request ended. */
  void onRequest(RequestEvent event);
}
