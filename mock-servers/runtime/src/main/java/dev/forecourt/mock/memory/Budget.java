package dev.forecourt.mock.memory;

import dev.forecourt.mock.http.Refusal;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of heap that one kind of thing may take, all stubs of the JVM together. Figures are
 * estimates: what counts is that a load which does not fit is refused before the heap is full.
 *
 * <p>Safe for use by many threads.
 */
public final class Budget {

  private final String name;
  private final String what;
  private final String advice;
  private final boolean passes;
  private final long heap;
  private final long limit;
  private final @Nullable Budget around;
  private final AtomicLong used = new AtomicLong();

  /**
   * A budget of a heap.
   *
   * @param name in the health control
   * @param what it is for, in the plural, as messages say it
   * @param advice what makes room beside more memory, as a sentence
   * @param passes whether what uses it is gone after a moment, so that waiting helps
   * @param heap all bytes that the JVM may take
   * @param limit bytes of it
   * @param around a budget that this one is a part of; null for none
   */
  Budget(
      String name,
      String what,
      String advice,
      boolean passes,
      long heap,
      long limit,
      @Nullable Budget around) {
    this.name = name;
    this.what = what;
    this.advice = advice;
    this.passes = passes;
    this.heap = heap;
    this.limit = limit;
    this.around = around;
  }

  /** Its name in the health control. */
  public String name() {
    return name;
  }

  /** What it is for, in the plural. */
  public String what() {
    return what;
  }

  /** Bytes as messages write them: {@code 12.3 MiB}. */
  public static String shown(long bytes) {
    return Bytes.shown(bytes);
  }

  /** Most bytes. */
  public long limit() {
    return limit;
  }

  /** Bytes in use; a little more than the limit at times. */
  public long used() {
    return used.get();
  }

  private long left() {
    return limit - used();
  }

  /** Whether so many bytes more would fit; they always do when nothing is in use. */
  public boolean fits(long bytes) {
    long now = used.get();
    return (now <= 0 || now + bytes <= limit) && (around == null || around.fits(bytes));
  }

  /** Takes bytes if they fit. */
  public boolean tryTake(long bytes) {
    if (!fits(bytes)) {
      return false;
    }
    // another thread may have been faster: then both have, and the next one has not
    take(bytes);
    return true;
  }

  /** Takes bytes, whether they fit or not. */
  public void take(long bytes) {
    used.addAndGet(bytes);
    if (around != null) {
      around.take(bytes);
    }
  }

  /** Gives bytes back. */
  public void give(long bytes) {
    take(-bytes);
  }

  /** Throws the {@link #refusal} unless so many bytes more would fit. */
  public void admit(long bytes) {
    if (!fits(bytes)) {
      throw refusal();
    }
  }

  /** A 503 that says what is used up and how to raise it; with Retry-After where waiting helps. */
  public Refusal refusal() {
    Refusal refusal = new Refusal(503, usedUp());
    return passes ? refusal.with("Retry-After", "1") : refusal;
  }

  /** The words of the {@link #refusal}. */
  public String usedUp() {
    return "The mock's memory for %s is used up: %s of %s. %s More of it: start Java with -Xmx%s (now %s); documentation, \"Limits of the mocks\"."
        .formatted(
            what,
            Bytes.shown(used()),
            Bytes.shown(around == null ? limit : Math.min(limit, around.left() + used())),
            advice,
            Bytes.option(2 * heap),
            Bytes.option(heap));
  }

  /** The {@code -Xmx} with which so many bytes would fit, such as {@code -Xmx192m}. */
  public String optionFor(long bytes) {
    // not rounded twice: limits are shares of the heap
    return "-Xmx" + Bytes.option((long) Math.ceil((double) heap * bytes / limit));
  }
}
