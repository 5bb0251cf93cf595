package dev.forecourt.runtime.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Ends waits whose time is over, by one thread for the whole process, which lives only while there
 * is something to look at. A socket's own time-out costs two more system calls for each read, and
 * none covers a write.
 *
 * <p>The thread sleeps until the nearest end that it knows; a wait that ends sooner wakes it.
 */
final class Watch {
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** The watch of the process; others are for tests. */
  static final Watch SHARED = new Watch(task -> Threads.daemon("forecourt-http", task));

  private final Function<Runnable, Thread> threads;

  private final Set<Guard> guards = ConcurrentHashMap.newKeySet();
  private final Set<Sweep> sweeps = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread thread;
  private volatile long nextLook;

  /** A watch by threads that this makes. */
  Watch(Function<Runnable, Thread> threads) {
    this.threads = threads;
  }

  /** Something to clear away now and then. */
  interface Sweep {
    void sweep(long now);
  }

  /** Looks at this too, until it is removed. */
  void add(Guard guard) {
    guards.add(guard);
  }

  /** Looks at it no longer. */
  void remove(Guard guard) {
    guards.remove(guard);
  }

  /** Clears away twice a second while there is anything to watch. */
  void add(Sweep sweep) {
    sweeps.add(sweep);
  }

  /** Clears away no longer. */
  void remove(Sweep sweep) {
    sweeps.remove(sweep);
  }

  /** Ends all waits of that user. */
  void end(Object user) {
    guards.forEach(guard -> guard.end(user));
  }

  /** To be called when a wait has begun, or goes on until another time. */
  void began(long deadline) {
    Thread watcher = thread;
    if (watcher == null || !watcher.isAlive()) {
      start();
    } else if (deadline - nextLook < 0) {
      LockSupport.unpark(watcher);
    }
  }

  private synchronized void start() {
    Thread watcher = thread;
    if (watcher == null || !watcher.isAlive()) {
      watcher = threads.apply(this::watch);
      thread = watcher;
      watcher.start();
    }
  }

  private void watch() {
    boolean on = true;
    while (on) {
      try {
        long left = look();
        on = !endIfUnused();
        if (on) {
          LockSupport.parkNanos(this, left);
        }
      } catch (Throwable e) {
        // out of memory, say: it passes, and time-outs must go on
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
    }
  }

  private long look() {
    // until it is known, everybody who begins a wait wakes this thread
    nextLook = System.nanoTime() + Long.MAX_VALUE / 2;
    long now = System.nanoTime();
    for (Sweep sweep : sweeps) {
      sweep.sweep(now);
    }
    long left = STEP_NANOS;
    for (Guard guard : guards) {
      left = guard.look(now, left);
    }
    nextLook = now + left;
    return left;
  }

  private synchronized boolean endIfUnused() {
    if (!guards.isEmpty()) {
      return false;
    }
    thread = null;
    if (!guards.isEmpty()) {
      // one came after the first look, and may have seen this thread still there
      thread = Thread.currentThread();
      return false;
    }
    return true;
  }

  /** The thread that looks; null when there is nothing to look at. */
  @Nullable Thread thread() {
    return thread;
  }
}
