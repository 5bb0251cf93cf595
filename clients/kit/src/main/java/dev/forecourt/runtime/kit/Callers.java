package dev.forecourt.runtime.kit;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Many threads that do the same at the same time. */
public final class Callers {

  private Callers() {}

  /** Calls in so many threads, all begun before the first calls, and gives what they threw. */
  public static List<Throwable> allAtOnce(int callers, Runnable call) {
    CountDownLatch ready = new CountDownLatch(callers);
    Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        IntStream.range(0, callers)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          try {
                            ready.countDown();
                            ready.await();
                            call.run();
                          } catch (Throwable failure) {
                            thrown.add(failure);
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("The test was interrupted.", e);
    }
    return List.copyOf(thrown);
  }
}
