package dev.forecourt.runtime.call;

import java.time.Duration;

/** Waits between two requests. Tests give one that moves a clock instead. */
@FunctionalInterface
public interface Sleeper {

  /** Waits so long. Throws {@code InterruptedException} if the thread is interrupted. */
  void sleep(Duration duration) throws InterruptedException;
}
