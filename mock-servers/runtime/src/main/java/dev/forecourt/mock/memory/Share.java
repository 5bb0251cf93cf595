package dev.forecourt.mock.memory;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one owner has taken of a budget. Given back when the owner is closed or forgotten. Safe for
 * use by many threads.
 */
public final class Share {

  private static final Cleaner FORGOTTEN = Cleaner.create();

  private final Held held;
  private final Cleaner.Cleanable cleanable;

  /** Nothing yet; the owner must not be reachable from whatever else holds the share. */
  public Share(Object owner, Budget budget) {
    held = new Held(budget);
    cleanable = FORGOTTEN.register(owner, held);
  }

  /** The budget it is a share of. */
  public Budget budget() {
    return held.budget;
  }

  /** Bytes taken. */
  public long bytes() {
    return held.bytes.get();
  }

  /** Takes bytes, whether they fit or not; a negative number gives some back. */
  public void add(long bytes) {
    held.add(bytes);
  }

  /** Takes bytes if they fit. */
  public boolean tryAdd(long bytes) {
    if (!held.budget.fits(bytes)) {
      return false;
    }
    held.add(bytes);
    return true;
  }

  /** Counts all of it in another budget from now on. */
  public void moveTo(Budget other) {
    held.moveTo(other);
  }

  /** Gives all back; what is taken later is not counted. */
  public void close() {
    cleanable.clean();
  }

  /** Knows nothing of the owner, which could not be forgotten otherwise. */
  private static final class Held implements Runnable {
    private volatile Budget budget;
    private final AtomicLong bytes = new AtomicLong();
    private boolean closed;

    Held(Budget budget) {
      this.budget = budget;
    }

    synchronized void add(long more) {
      if (!closed) {
        bytes.addAndGet(more);
        budget.take(more);
      }
    }

    synchronized void moveTo(Budget other) {
      budget.give(bytes.get());
      budget = other;
      other.take(bytes.get());
    }

    @Override
    public synchronized void run() {
      closed = true;
      budget.give(bytes.getAndSet(0));
    }
  }
}
