package dev.forecourt.runtime.async;

import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the elements of a blocking iterator to a subscriber as it requests them (Reactive Streams
 * rules 1 and 3). One task at a time runs for a subscription.
 *
 * @param <T> type of the elements
 */
public final class PullSubscription<T> implements Flow.Subscription, Runnable {
  private final Flow.Subscriber<? super T> subscriber;
  private final Supplier<Iterator<T>> source;
  private final Executor executor;
  private @Nullable Iterator<T> elements;

  /** Who waits for the source now; the subscriber's own code is never interrupted. */
  private @Nullable Thread worker;

  private boolean interrupted;
  private @Nullable Throwable refused;
  private long demand;
  private boolean running;
  private boolean ended;

  private PullSubscription(
      Flow.Subscriber<? super T> subscriber, Supplier<Iterator<T>> source, Executor executor) {
    this.subscriber = subscriber;
    this.source = source;
    this.executor = executor;
  }

  /** Begins a subscription; nothing is asked of the source before the subscriber requests. */
  public static <T> void start(
      Flow.Subscriber<? super T> subscriber, Supplier<Iterator<T>> source, Executor executor) {
    Objects.requireNonNull(subscriber, "subscriber must not be null");
    subscriber.onSubscribe(new PullSubscription<>(subscriber, source, executor));
  }

  @Override
  public void request(long count) {
    synchronized (this) {
      if (ended) {
        return;
      }
      if (count <= 0) {
        refused =
            new IllegalArgumentException(
                "A subscriber must request at least 1 element: " + count + ".");
      } else {
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
      }
      if (running) {
        return;
      }
      running = true;
    }
    try {
      executor.execute(this);
    } catch (RuntimeException e) {
      // request() must return normally (rule 3.16)
      if (end()) {
        subscriber.onError(e);
      }
    }
  }

  @Override
  public synchronized void cancel() {
    ended = true;
    if (worker != null) {
      interrupted = true;
      worker.interrupt();
    }
  }

  @Override
  public void run() {
    try {
      while (goesOn()) {
        T next = next();
        if (next == null) {
          if (end()) {
            subscriber.onComplete();
          }
          return;
        }
        if (!isEnded()) {
          subscriber.onNext(next);
        }
        if (lastWasWanted()) {
          return;
        }
      }
    } catch (Throwable e) {
      if (end()) {
        subscriber.onError(e);
      }
    }
  }

  /** The next element; null if there is none. */
  private @Nullable T next() {
    begin();
    try {
      if (elements == null) {
        elements = source.get();
      }
      return elements.hasNext() ? elements.next() : null;
    } finally {
      finish();
    }
  }

  private synchronized void begin() {
    if (!ended) {
      worker = Thread.currentThread();
    }
  }

  private synchronized void finish() {
    worker = null;
    if (interrupted) {
      // ours must not reach what this thread does next
      Thread.interrupted();
      interrupted = false;
    }
  }

  private boolean goesOn() throws Throwable {
    synchronized (this) {
      if (refused != null) {
        throw refused;
      }
      return !ended;
    }
  }

  private synchronized boolean isEnded() {
    return ended;
  }

  /** Takes one off the demand. True if none is left: the task ends until more is requested. */
  private synchronized boolean lastWasWanted() {
    if (demand != Long.MAX_VALUE) {
      demand--;
    }
    if (demand == 0 && refused == null) {
      running = false;
      return true;
    }
    return false;
  }

  /** True for the first who ends it. */
  private synchronized boolean end() {
    boolean first = !ended;
    ended = true;
    return first;
  }
}
