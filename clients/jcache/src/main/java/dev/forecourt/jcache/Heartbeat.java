package dev.forecourt.jcache;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Renews a lease while its owner fetches. Its thread ends with the fetch, so nothing is left of a
 * client that is closed.
 */
final class Heartbeat {
  private final CountDownLatch over = new CountDownLatch(1);

  private Heartbeat() {}

  /** Renews at this interval, but not for ever: a fetch that hangs must not hold up the others. */
  static Heartbeat start(Lease lease, Duration interval, Duration longest) {
    Heartbeat heartbeat = new Heartbeat();
    long most = longest.dividedBy(interval);
    Thread thread = new Thread(() -> heartbeat.beat(lease, interval, most), "forecourt-lease");
    thread.setDaemon(true);
    thread.start();
    return heartbeat;
  }

  private void beat(Lease lease, Duration interval, long most) {
    try {
      for (long i = 0; i < most; i++) {
        if (over.await(interval.toMillis(), TimeUnit.MILLISECONDS) || !renewed(lease)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      // nobody does this; others then take the lease a little later
    }
  }

  private static boolean renewed(Lease lease) {
    try {
      return lease.renew();
    } catch (RuntimeException e) {
      // the cache may be back at the next beat
      return true;
    }
  }

  /** Ends it, without an interruption: that could leave a renewal half done. */
  void close() {
    over.countDown();
  }
}
