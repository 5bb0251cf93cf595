package dev.forecourt.runtime.async;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Threads for the asynchronous calls of a client, made when the first one is made: virtual ones
 * where Java has them (21 and newer), else at most 64 daemon threads that end when they are idle
 * for ten seconds.
 */
public final class AsyncThreads implements Executor, AutoCloseable {
  private static final int MOST = 64;

  private final String vendor;
  private @Nullable ExecutorService threads;
  private boolean closed;

  /** Named after the vendor. */
  public AsyncThreads(String vendor) {
    this.vendor = vendor;
  }

  @Override
  public void execute(Runnable task) {
    threads().execute(task);
  }

  private synchronized ExecutorService threads() {
    if (closed) {
      throw new IllegalStateException(vendor + ": the client is closed. Build a new one.");
    }
    if (threads == null) {
      ExecutorService virtual = virtual();
      threads = virtual == null ? platform() : virtual;
    }
    return threads;
  }

  private static @Nullable ExecutorService virtual() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException olderJava) {
      return null;
    }
  }

  private ExecutorService platform() {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread =
                  new Thread(task, "forecourt-" + vendor + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Calls under way end with their requests; later ones are refused. */
  @Override
  public synchronized void close() {
    closed = true;
    if (threads != null) {
      threads.shutdown();
    }
  }
}
