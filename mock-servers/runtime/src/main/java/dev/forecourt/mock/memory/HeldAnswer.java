package dev.forecourt.mock.memory;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The memory of an answer from when it is made until it is sent. Small ones that are sent at once
 * need none: they are with the system at once.
 */
public final class HeldAnswer implements AutoCloseable {

  /** Sockets take so much without the client. */
  static final int SMALL = 64 * 1024;

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final HeldAnswer NOTHING = new HeldAnswer(null, 0, false);

  private final @Nullable Budget budget;
  private final long bytes;
  private final boolean refused;
  private final AtomicBoolean closed = new AtomicBoolean();

  private HeldAnswer(@Nullable Budget budget, long bytes, boolean refused) {
    this.budget = budget;
    this.bytes = bytes;
    this.refused = refused;
  }

  /** Counts an answer to a call with this verb. */
  public static HeldAnswer of(MockResponse answer, String method) {
    return of(answer, method, Budgets.ofThisJvm().answers());
  }

  static HeldAnswer of(MockResponse answer, String method, Budget budget) {
    int length = answer.body().length;
    boolean delayed = answer.delayMillis() > 0;
    if (length <= SMALL && !delayed) {
      return NOTHING;
    }
    // something may have been done already: then the answer has to be given
    if (!delayed && READING.contains(method)) {
      return budget.tryTake(length)
          ? new HeldAnswer(budget, length, false)
          : new HeldAnswer(budget, 0, true);
    }
    budget.take(length);
    return new HeldAnswer(budget, length, false);
  }

  /** Whether it is to be closed when the answer is sent. */
  public boolean isCounted() {
    return budget != null;
  }

  /** Whether there is no memory for it: then the {@link #refusal} is to be sent instead. */
  public boolean isRefused() {
    return refused;
  }

  /** What to say instead. */
  public Refusal refusal() {
    return Budgets.ofThisJvm().answers().refusal();
  }

  /** Gives the memory back, once. */
  @Override
  public void close() {
    if (budget != null && closed.compareAndSet(false, true)) {
      budget.give(bytes);
    }
  }
}
