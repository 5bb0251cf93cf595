package dev.forecourt.runtime.http;

import java.util.HashMap;
import java.util.Map;

/** Where transports come from. */
public final class Transports {
  private static final Map<HttpSettings, Pool> POOLS = new HashMap<>();

  private Transports() {}

  /**
   * A transport that shares connections with all others of equal settings, until it is closed.
   * Without any transport, connections and threads end within a second.
   */
  public static Transport lease(HttpSettings settings) {
    synchronized (POOLS) {
      Pool pool = POOLS.computeIfAbsent(settings, Transports::newPool);
      pool.use();
      return new Lease(pool, pool::release);
    }
  }

  private static Pool newPool(HttpSettings settings) {
    return new Pool(settings, Watch.SHARED, Transports::forget);
  }

  /** Forgets a pool that has nothing left, and so the settings of the caller. */
  private static void forget(Pool pool) {
    synchronized (POOLS) {
      if (pool.isOver()) {
        POOLS.remove(pool.settings(), pool);
        Watch.SHARED.remove(pool);
      }
    }
  }
}
