package dev.forecourt.mock.claire;

import java.time.Duration;

/** Runs what Claire does after it has answered. A test gives one that waits for the test. */
interface Later {

  /** Runs the task once, about this much later, on another thread. */
  void in(Duration delay, Runnable task);

  /** Shortens what waits by this much, for the clock was moved; what is due then runs at once. */
  void moved(Duration by);

  /** Drops what has not begun, interrupts what has. */
  void close();
}
