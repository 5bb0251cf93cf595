package dev.forecourt.mock.later;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs what a stub does after it has answered. A test gives one that waits for the test. */
public interface Later {

  /** What is due so soon is not left behind: imports are applied, and told of, after an answer. */
  Duration SOON = Duration.ofMillis(500);

  /** Runs the task once, about this much later, on another thread. */
  void in(Duration delay, Runnable task);

  /** Runs the task with what comes of a call, once that has ended. */
  <T> void after(CompletableFuture<T> call, Consumer<T> task);

  /**
   * Waits until what is under way or due within {@link #SOON} has ended, what comes of it too, but
   * no longer than this.
   */
  void drain(Duration atMost);

  /** Shortens what waits by this much, for the clock was moved; what is due then runs at once. */
  void moved(Duration by);

  /** Drops what has not begun, interrupts what has. */
  void close();
}
