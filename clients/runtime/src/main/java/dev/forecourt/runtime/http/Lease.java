package dev.forecourt.runtime.http;

import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The share of one client in a pool. */
final class Lease implements Transport {
  private final Pool pool;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Target last;

  /**
   * A share in that pool.
   *
   * @param release called once, when it is given back
   */
  Lease(Pool pool, Runnable release) {
    this.pool = pool;
    this.release = release;
  }

  @Override
  public WireResponse send(WireRequest request) throws TransportFailure {
    return new Exchange(pool, this, request, target(request.uri())).run();
  }

  private Target target(URI uri) {
    Target before = last;
    if (before != null && before.surelyOf(uri)) {
      return before;
    }
    Target target = Target.of(uri);
    last = target;
    return target;
  }

  boolean closed() {
    return closed.get();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      pool.watch().end(this);
      release.run();
    }
  }
}
