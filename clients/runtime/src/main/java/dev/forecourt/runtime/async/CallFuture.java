package dev.forecourt.runtime.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A blocking call that runs on a thread of its own. However the future ends (cancelled, timed out,
 * completed by somebody else), the call ends with it.
 */
public final class CallFuture<T extends @Nullable Object> implements Runnable {
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final Supplier<T> call;
  private @Nullable Thread worker;
  private boolean interrupted;

  private CallFuture(Supplier<T> call) {
    this.call = call;
  }

  /**
   * Starts the call; the future ends with it, and it with the future. It ends with what the
   * executor throws if that takes no more calls.
   */
  public static <T extends @Nullable Object> CompletableFuture<T> start(
      Executor executor, Supplier<T> call) {
    CallFuture<T> running = new CallFuture<>(call);
    running.future.whenComplete((model, failure) -> running.interrupt());
    try {
      executor.execute(running);
    } catch (RuntimeException e) {
      running.future.completeExceptionally(e);
    }
    return running.future;
  }

  @Override
  public void run() {
    synchronized (this) {
      if (future.isDone()) {
        return;
      }
      worker = Thread.currentThread();
    }
    T model = null;
    Throwable failure = null;
    try {
      model = call.get();
    } catch (Throwable e) {
      failure = e;
    }
    synchronized (this) {
      worker = null;
      if (interrupted) {
        // ours must not reach what this thread does next
        Thread.interrupted();
      }
    }
    if (failure == null) {
      future.complete(model);
    } else {
      future.completeExceptionally(failure);
    }
  }

  private synchronized void interrupt() {
    if (worker != null) {
      interrupted = true;
      worker.interrupt();
    }
  }
}
