package dev.forecourt.mock.later;

import dev.forecourt.mock.http.Refusal;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A few daemon threads, started with the first task: a stub that is only read has none. */
public final class LaterThreads implements Later {

  private static final System.Logger LOG = System.getLogger(LaterThreads.class.getName());
  private static final int THREADS = 4;

  private final String vendorId;
  private @Nullable ScheduledThreadPoolExecutor threads;
  // in the order asked for, which those that are due at one time keep
  private final Set<Waiting> waiting = new LinkedHashSet<>();
  private final Set<Future<?>> calls = new HashSet<>();
  private int running;
  private boolean closed;

  /** For the stub of this vendor, whose id the names of the threads end with. */
  public LaterThreads(String vendorId) {
    this.vendorId = vendorId;
  }

  @Override
  public synchronized void in(Duration delay, Runnable task) {
    if (!closed) {
      schedule(pool(), task, delay.toMillis());
    }
  }

  @Override
  public synchronized <T> void after(CompletableFuture<T> call, Consumer<T> task) {
    if (closed) {
      call.cancel(true);
      return;
    }
    calls.add(call);
    call.whenComplete((result, failure) -> ended(call, () -> task.accept(result)));
  }

  /** On a thread of ours: that of the call belongs to others. */
  private synchronized void ended(Future<?> call, Runnable task) {
    calls.remove(call);
    in(Duration.ZERO, task);
    notifyAll();
  }

  private ScheduledThreadPoolExecutor pool() {
    ScheduledThreadPoolExecutor pool = threads;
    if (pool == null) {
      pool = new ScheduledThreadPoolExecutor(THREADS, this::daemon);
      threads = pool;
    }
    return pool;
  }

  @Override
  public synchronized void drain(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (busy()) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean busy() {
    return running > 0
        || !calls.isEmpty()
        || waiting.stream().anyMatch(each -> each.isDueWithin(SOON));
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
    List.copyOf(calls).forEach(each -> each.cancel(true));
    if (threads != null) {
      threads.shutdownNow();
    }
    notifyAll();
  }

  private void run(Waiting each) {
    synchronized (this) {
      if (!waiting.remove(each)) {
        return; // put off while this thread had begun: the new one runs
      }
      running++;
    }
    try {
      each.task.run();
    } catch (Refusal e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
    } catch (RuntimeException e) {
      // otherwise the executor would keep it to itself
      LOG.log(
          System.Logger.Level.ERROR, "The mock of " + vendorId + " failed outside of a request", e);
    } finally {
      synchronized (this) {
        running--;
        notifyAll();
      }
    }
  }

  private Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "forecourt-mock-" + vendorId);
    thread.setDaemon(true);
    return thread;
  }

  private static final class Waiting {
    private final Runnable task;
    private @Nullable ScheduledFuture<?> future;

    Waiting(Runnable task) {
      this.task = task;
    }

    boolean isDueWithin(Duration time) {
      return future != null && future.getDelay(TimeUnit.MILLISECONDS) <= time.toMillis();
    }
  }
}
