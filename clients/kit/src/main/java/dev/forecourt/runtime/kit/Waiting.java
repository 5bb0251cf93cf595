package dev.forecourt.runtime.kit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do, without a guess how long that takes. */
public final class Waiting {
  private static final Duration LONG = Duration.ofSeconds(20);

  private Waiting() {}

  /** Returns when it is so. Throws {@code AssertionError} if it is not within 20 seconds. */
  public static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Waited for " + LONG + " until " + what);
      }
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        throw new IllegalStateException("The test was interrupted.", e);
      }
    }
  }

  /** Returns when the thread sleeps, or waits for another one. */
  public static void untilItWaits(Thread thread) {
    until(
        thread.getName() + " waits",
        () ->
            thread.getState() == Thread.State.TIMED_WAITING
                || thread.getState() == Thread.State.WAITING);
  }
}
