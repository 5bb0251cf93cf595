package dev.forecourt.mock.claire;

import dev.forecourt.mock.credentials.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request that this thread is answering. Claire shows webhooks to the API key that
 * made them, and the generated calls do not carry the key.
 *
 * @param account of the key
 * @param window what is left of the key's hour
 */
record Caller(long account, RateLimit.Window window) {

  private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

  static Caller current() {
    Caller caller = CURRENT.get();
    if (caller == null) {
      throw new IllegalStateException("No request with an accepted key is under way");
    }
    return caller;
  }

  /** Null clears it. */
  static void set(@Nullable Caller caller) {
    if (caller == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(caller);
    }
  }
}
