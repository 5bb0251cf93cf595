package dev.forecourt.mock.claire;

import dev.forecourt.mock.later.Later;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs what Claire does later only when the test says so, and notes how long it was to wait. */
final class WaitingTasks implements Later {

  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();

  @Override
  public synchronized void in(Duration delay, Runnable task) {
    tasks.add(task);
    waits.add(delay);
  }

  @Override
  public <T> void after(CompletableFuture<T> call, Consumer<T> task) {
    task.accept(call.join());
  }

  @Override
  public void drain(Duration atMost) {}

  @Override
  public void moved(Duration by) {}

  @Override
  public synchronized void close() {
    tasks.clear();
    waits.clear();
  }

  /** Runs the one that waits longest; false when there is none. */
  boolean runOne() {
    Runnable task;
    synchronized (this) {
      task = tasks.poll();
    }
    if (task == null) {
      return false;
    }
    task.run();
    return true;
  }

  /** Runs all, and those that come of them. */
  void runAll() {
    while (runOne()) {}
  }

  /** The waits asked for since the last call of this method. */
  synchronized List<Duration> waits() {
    List<Duration> out = List.copyOf(waits);
    waits.clear();
    return out;
  }
}
