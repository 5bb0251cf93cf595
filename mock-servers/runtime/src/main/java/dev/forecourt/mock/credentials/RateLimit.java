package dev.forecourt.mock.credentials;

import dev.forecourt.mock.http.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests by caller in windows that begin with the first request and end a period later.
 * Safe for use by many threads.
 */
public final class RateLimit {

  private static final int UNLIMITED = -1;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  // every token may be a caller of its own
  private static final int MOST_WINDOWS = 10_000;

  private final int documented;
  private final Duration documentedPeriod;
  private final Clock clock;
  private final Map<Object, Window> windows = new HashMap<>();
  private volatile int limit;
  private Duration period;

  /** Allows this many requests of one caller in a period. */
  public RateLimit(int limit, Duration period, Clock clock) {
    this.documented = limit;
    this.documentedPeriod = period;
    this.limit = limit;
    this.period = period;
    this.clock = clock;
  }

  /** Allows any number until told otherwise. */
  public static RateLimit unlimited(Clock clock) {
    return new RateLimit(UNLIMITED, MINUTE, clock);
  }

  /** Whether there is a limit at all. */
  boolean isOn() {
    return limit != UNLIMITED;
  }

  /** Counts one request of a caller and tells how its window stands, this request included. */
  public synchronized Window count(Object caller) {
    Window before = window(caller);
    Window now =
        new Window(
            limit,
            Math.max(0, before.remaining - 1),
            before.end,
            before.remaining == 0 || limit == 0);
    if (windows.size() >= MOST_WINDOWS) {
      Instant time = clock.instant();
      windows.values().removeIf(each -> !time.isBefore(each.end));
    }
    windows.put(caller, now);
    return now;
  }

  /** How the window of a caller stands; a full one that begins now when it has sent nothing. */
  public synchronized Window window(Object caller) {
    Instant now = clock.instant();
    Window last = windows.get(caller);
    return last == null || !now.isBefore(last.end)
        ? new Window(limit, limit, now.plus(period), false)
        : last;
  }

  /** Number of windows remembered. */
  synchronized int size() {
    return windows.size();
  }

  /** Allows another number from now on; the windows begin anew. */
  public synchronized void limit(int most) {
    limit(most, period);
  }

  /** Allows another number in another period from now on; the windows begin anew. */
  public synchronized void limit(int most, Duration each) {
    limit = most;
    period = each;
    windows.clear();
  }

  /** Whether it is another one than at first. */
  public synchronized boolean isChanged() {
    return limit != documented || !period.equals(documentedPeriod);
  }

  /** Puts the first limit back; the windows begin anew. */
  public synchronized void reset() {
    limit(documented, documentedPeriod);
  }

  /** The 429 for a window that is exceeded, with {@code Retry-After}. */
  public Refusal refusal(Window window) {
    return refusal(
        window,
        "This credential has used up its limit (%d in %s). Go on at %s."
            .formatted(window.limit, shown(), window.end));
  }

  /** The same in other words, with the same header. */
  public Refusal refusal(Window window, String words) {
    // rounded up: whoever waits that long is not too early
    long millis = Duration.between(clock.instant(), window.end).toMillis();
    long seconds = Math.max(1, (millis + 999) / 1000);
    return new Refusal(429, words).with("Retry-After", Long.toString(seconds));
  }

  private synchronized String shown() {
    return period.equals(Duration.ofHours(1)) ? "an hour" : period.toSeconds() + " seconds";
  }

  /** Most requests in a period; null when any number is allowed. */
  public synchronized @Nullable Integer limit() {
    return isOn() ? limit : null;
  }

  /** How long a window lasts. */
  public synchronized Duration period() {
    return period;
  }

  /** The period of the first limit. */
  public Duration documentedPeriod() {
    return documentedPeriod;
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
