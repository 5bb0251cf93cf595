package dev.forecourt.runtime.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The latest end of what a thread waits for, and how to end it before. One number says both whether
 * somebody waits and until when, so an end that comes too late meets another number and does
 * nothing.
 */
final class Guard {
  private static final long IDLE = Long.MAX_VALUE;
  private static final long TIMED_OUT = Long.MAX_VALUE - 1;
  private static final long CLOSED = Long.MAX_VALUE - 2;
  private static final long FIRST_MARK = CLOSED;

  private final AtomicLong until = new AtomicLong(IDLE);
  private volatile @Nullable Object user;
  private volatile @Nullable Closeable end;

  /** Begins a wait until then, a value of {@link System#nanoTime()}, on behalf of that user. */
  void begin(Object user, long deadline) {
    this.user = user;
    until.set(deadline);
  }

  /** Goes on until another time; false when the wait has been ended meanwhile. */
  boolean extend(long deadline) {
    long now = until.get();
    return now < FIRST_MARK && until.compareAndSet(now, deadline);
  }

  /** Ends the wait; false when somebody else has ended it. */
  boolean finish() {
    user = null;
    long now = until.get();
    return now < FIRST_MARK && until.compareAndSet(now, IDLE);
  }

  /** What is closed to end the wait: at once, if it has been ended already. */
  void attach(Closeable end) {
    this.end = end;
    if (timedOut() || closed()) {
      close(end);
    }
  }

  /** The time is over. */
  boolean timedOut() {
    return until.get() == TIMED_OUT;
  }

  /** The user is closed. */
  boolean closed() {
    return until.get() == CLOSED;
  }

  /** Nobody waits. */
  boolean idle() {
    return until.get() == IDLE;
  }

  /**
   * Ends the wait if its time is over; returns the nanoseconds that are left, at most the given.
   */
  long look(long now, long most) {
    long deadline = until.get();
    if (deadline >= FIRST_MARK) {
      return most;
    }
    long left = deadline - now;
    if (left > 0) {
      return Math.min(left, most);
    }
    if (until.compareAndSet(deadline, TIMED_OUT)) {
      close(end);
    }
    return most;
  }

  /** Ends the wait of this user, if it waits. */
  void end(Object leaving) {
    long deadline = until.get();
    while (deadline < FIRST_MARK && user == leaving) {
      if (until.compareAndSet(deadline, CLOSED)) {
        close(end);
        return;
      }
      deadline = until.get();
    }
  }

  private static void close(@Nullable Closeable what) {
    if (what != null) {
      try {
        what.close();
      } catch (IOException e) {
        // it is closed all the same
      }
    }
  }
}
