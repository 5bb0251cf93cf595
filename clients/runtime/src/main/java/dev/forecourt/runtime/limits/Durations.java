package dev.forecourt.runtime.limits;

import java.time.Duration;

/** Checks durations that callers give. */
public final class Durations {

  private Durations() {}

  /** The duration, if it is at least a millisecond. Throws {@code IllegalArgumentException}. */
  public static Duration positive(String name, Duration duration) {
    if (duration.toMillis() < 1) {
      throw new IllegalArgumentException(
          name
              + " must be at least 1 millisecond: "
              + duration
              + ". For a long wait, name a long time.");
    }
    return duration;
  }
}
