package dev.forecourt.runtime.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Permits for requests at the same time over HTTP/2. The JDK tells nobody how many a server allows;
 * it fails beyond, without sending anything. So the number is learned: one request alone on a new
 * connection, twice as many after each success, one less than what was too many, and from there
 * slowly up again, as a server may change its mind.
 */
final class Streams {
  /** Every server should allow as many; more waiting callers than that gain little. */
  private static final int MOST = 100;

  /** After such a pause there is a new connection, whose first request goes alone again. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(15);

  private static final long REFUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition freed = lock.newCondition();
  private double limit = 1;
  private boolean learned;
  private int underWay;
  private long lastUse = System.nanoTime();

  /** Waits for a permit. */
  void acquire() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long now = System.nanoTime();
      if (underWay == 0 && now - lastUse > PAUSE_NANOS) {
        restart();
      }
      while (underWay >= (int) limit) {
        freed.await();
      }
      underWay++;
      lastUse = now;
    } finally {
      lock.unlock();
    }
  }

  /** Gives a permit back after a success. */
  void succeeded() {
    lock.lock();
    try {
      if (underWay >= (int) limit && limit < MOST) {
        limit = Math.min(MOST, learned ? limit + 1 / limit : limit * 2);
      }
      release();
    } finally {
      lock.unlock();
    }
  }

  /** Gives a permit back that was one too many, after a while if it was the only one. */
  void tooMany() throws InterruptedException {
    lock.lock();
    try {
      learned = true;
      limit = Math.max(1, Math.min(limit, underWay - 1));
      boolean alone = underWay == 1;
      release();
      if (alone) {
        // requests that were given up still count at the server, for a moment
        freed.await(REFUSED_NANOS, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives a permit back after a failure. */
  void failed() {
    lock.lock();
    try {
      // perhaps the connection is gone
      restart();
      release();
    } finally {
      lock.unlock();
    }
  }

  private void restart() {
    limit = 1;
    learned = false;
  }

  private void release() {
    underWay--;
    lastUse = System.nanoTime();
    freed.signalAll();
  }
}
