package dev.forecourt.mock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts requests by key in windows that begin with the first request and end a period later. Safe
 * for use by many threads.
 */
public final class RateLimit {

  private final int documented;
  private final Duration period;
  private final Clock clock;
  private final Map<String, Window> windows = new HashMap<>();
  private int limit;

  /** Allows this many requests with one key in a period. */
  public RateLimit(int limit, Duration period, Clock clock) {
    this.documented = limit;
    this.limit = limit;
    this.period = period;
    this.clock = clock;
  }

  /** Counts one request of a key and tells how its window stands, this request included. */
  public synchronized Window count(String key) {
    Window before = window(key);
    Window now =
        new Window(
            limit,
            Math.max(0, before.remaining - 1),
            before.end,
            before.remaining == 0 || limit == 0);
    windows.put(key, now);
    return now;
  }

  /** How the window of a key stands; a full one that begins now when it has sent nothing. */
  public synchronized Window window(String key) {
    Instant now = clock.instant();
    Window last = windows.get(key);
    return last == null || !now.isBefore(last.end)
        ? new Window(limit, limit, now.plus(period), false)
        : last;
  }

  /** Allows another number from now on; the windows begin anew. */
  public synchronized void limit(int most) {
    limit = most;
    windows.clear();
  }

  /** Puts the first limit back; the windows begin anew. */
  public synchronized void reset() {
    limit(documented);
  }

  /**
   * A period with its count.
   *
   * @param limit most requests in it
   * @param remaining requests left
   * @param end when it ends
   * @param exceeded whether the request just counted was one too many
   */
  public record Window(int limit, int remaining, Instant end, boolean exceeded) {}
}
