package dev.forecourt.runtime;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The latest end of one request, for the thread that waits for it: past it the thread is
 * interrupted.
 *
 * <p>HttpRequest.timeout ends with the headers, and a body may stall for ever; sendAsync starts a
 * thread for each answer where there are two processors or fewer; a timer for each request would
 * wake a thread for each. So one thread looks at all requests under way, twenty times a second, and
 * sleeps while there are none.
 */
final class Deadline implements AutoCloseable {
  private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int IDLE_STEPS = 20;
  private static final Set<Deadline> UNDER_WAY = ConcurrentHashMap.newKeySet();
  private static final Thread WATCHER = started();

  private static volatile boolean asleep;

  private enum State {
    UNDER_WAY,
    INTERRUPTING,
    INTERRUPTED,
    OVER
  }

  private final Thread caller = Thread.currentThread();
  private final AtomicReference<State> state = new AtomicReference<>(State.UNDER_WAY);
  private final long end;
  private volatile boolean passed;

  private Deadline(long end) {
    this.end = end;
  }

  /** Starts the wait of this thread. */
  static Deadline in(long millis) {
    Deadline deadline = new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    UNDER_WAY.add(deadline);
    if (asleep) {
      LockSupport.unpark(WATCHER);
    }
    return deadline;
  }

  /** Whether the time is over. */
  boolean passed() {
    return passed;
  }

  /** Whether an interrupt of the thread came from here. */
  boolean interrupted() {
    return state.get() != State.UNDER_WAY;
  }

  /** Ends the wait before its time. */
  void interrupt() {
    if (state.compareAndSet(State.UNDER_WAY, State.INTERRUPTING)) {
      caller.interrupt();
      state.set(State.INTERRUPTED);
    }
  }

  /** Ends the watch, and takes back an interrupt that came too late. */
  @Override
  public void close() {
    UNDER_WAY.remove(this);
    if (!state.compareAndSet(State.UNDER_WAY, State.OVER)) {
      // the interrupt comes within an instant, unless the wait has taken it
      while (state.get() == State.INTERRUPTING) {
        Thread.onSpinWait();
      }
      Thread.interrupted();
    }
  }

  private void look(long now) {
    if (now - end > 0) {
      passed = true;
      interrupt();
    }
  }

  private static void watch() {
    int idle = 0;
    while (true) {
      idle = UNDER_WAY.isEmpty() ? idle + 1 : 0;
      if (idle > IDLE_STEPS) {
        asleep = true;
        if (UNDER_WAY.isEmpty()) {
          LockSupport.park();
        }
        asleep = false;
        idle = 0;
      }
      LockSupport.parkNanos(STEP_NANOS);
      long now = System.nanoTime();
      UNDER_WAY.forEach(request -> request.look(now));
    }
  }

  private static Thread started() {
    Thread thread = new Thread(Deadline::watch, "forecourt-deadlines");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
