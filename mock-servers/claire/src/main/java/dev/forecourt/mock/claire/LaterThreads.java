package dev.forecourt.mock.claire;

import dev.forecourt.mock.Refusal;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A few daemon threads, started with the first task: a stub that is only read has none. */
final class LaterThreads implements Later {

  private static final System.Logger LOG = System.getLogger(LaterThreads.class.getName());
  private static final int THREADS = 4;

  private @Nullable ScheduledThreadPoolExecutor threads;
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
    try {
      pool.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "Closed meanwhile", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (threads != null) {
      threads.shutdownNow();
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
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
}
