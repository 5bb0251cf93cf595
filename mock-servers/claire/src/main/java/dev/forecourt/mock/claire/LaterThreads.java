package dev.forecourt.mock.claire;

import dev.forecourt.mock.http.Refusal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A few daemon threads, started with the first task: a stub that is only read has none. */
final class LaterThreads implements Later {

  private static final System.Logger LOG = System.getLogger(LaterThreads.class.getName());
  private static final int THREADS = 4;

  private @Nullable ScheduledThreadPoolExecutor threads;
  // in the order asked for, which those that are due at one time keep
  private final Set<Waiting> waiting = new LinkedHashSet<>();
  private boolean closed;

  @Override
  public synchronized void in(Duration delay, Runnable task) {
    if (closed) {
      return;
    }
    ScheduledThreadPoolExecutor pool = threads;
    if (pool == null) {
      pool = new ScheduledThreadPoolExecutor(THREADS, LaterThreads::daemon);
      threads = pool;
    }
    schedule(pool, task, delay.toMillis());
  }

  private void schedule(ScheduledThreadPoolExecutor pool, Runnable task, long millis) {
    Waiting each = new Waiting(task);
    waiting.add(each);
    try {
      each.future = pool.schedule(() -> run(each), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "Closed meanwhile", e);
    }
  }

  /** When the clock goes back, what waits goes on waiting as long as it would have. */
  @Override
  public synchronized void moved(Duration by) {
    ScheduledThreadPoolExecutor pool = threads;
    if (closed || pool == null || by.isNegative()) {
      return;
    }
    List<Waiting> all = List.copyOf(waiting);
    waiting.clear();
    for (Waiting each : all) {
      ScheduledFuture<?> future = each.future;
      if (future != null && future.cancel(false)) {
        long left = future.getDelay(TimeUnit.MILLISECONDS);
        schedule(pool, each.task, Math.max(0, left - by.toMillis()));
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (threads != null) {
      threads.shutdownNow();
    }
  }

  private void run(Waiting each) {
    synchronized (this) {
      waiting.remove(each);
    }
    try {
      each.task.run();
    } catch (Refusal e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
    } catch (RuntimeException e) {
      // otherwise the executor would keep it to itself
      LOG.log(System.Logger.Level.ERROR, "The Claire mock failed outside of a request", e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "forecourt-mock-claire");
    thread.setDaemon(true);
    return thread;
  }

  private static final class Waiting {
    private final Runnable task;
    private @Nullable ScheduledFuture<?> future;

    Waiting(Runnable task) {
      this.task = task;
    }
  }
}
