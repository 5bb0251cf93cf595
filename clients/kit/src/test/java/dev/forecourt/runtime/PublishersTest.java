package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.kit.Waiting;
import dev.forecourt.runtime.paging.AsyncPages;
import dev.forecourt.runtime.paging.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Lists as publishers: by the rules of Reactive Streams, which {@code java.util.concurrent} has.
 */
class PublishersTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Integer> asked = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** Three pages of two numbers: 1 to 6. */
  private List<Integer> page(@Nullable Integer number) {
    int page = number == null ? 1 : number;
    asked.add(page);
    return page > 3 ? List.of() : List.of(2 * page - 1, 2 * page);
  }

  private AsyncPages<List<Integer>, Integer> numbers() {
    return pages(this::page).async(threads);
  }

  private static Pages<List<Integer>, Integer> pages(
      java.util.function.Function<@Nullable Integer, List<Integer>> fetch) {
    return Pages.pageLimit(
        "acme", "listNumbers", null, null, fetch, page -> page, page -> 2, page -> (Number) 6);
  }

  /** What a subscriber got, in order. */
  private static class Received<T> implements Flow.Subscriber<T> {
    final List<Object> signals = new CopyOnWriteArrayList<>();
    volatile Flow.Subscription subscription;
    Consumer<Flow.Subscription> onSubscribe = subscription -> {};
    Consumer<T> onNext = item -> {};

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      onSubscribe.accept(subscription);
    }

    @Override
    public void onNext(T item) {
      signals.add(item);
      onNext.accept(item);
    }

    @Override
    public void onError(Throwable failure) {
      signals.add(failure);
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }

    void await(int signals) {
      Waiting.until(
          signals + " signals came: " + this.signals, () -> this.signals.size() >= signals);
    }

    Object last() {
      return signals.get(signals.size() - 1);
    }
  }

  @Test
  void givesAllObjectsAndThenCompletes() {
    Received<Integer> received = new Received<>();
    received.onSubscribe = subscription -> subscription.request(Long.MAX_VALUE);

    numbers().subscribe(received);

    received.await(7);
    assertThat(received.signals).containsExactly(1, 2, 3, 4, 5, 6, "complete");
    assertThat(asked).containsExactly(1, 2, 3);
  }

  @Test
  void asksNothingBeforeItIsRequestedAndNoMoreThanIsRequested() {
    Received<Integer> received = new Received<>();

    numbers().subscribe(received);
    assertThat(asked).isEmpty();

    received.subscription.request(2);
    received.await(2);
    assertThat(asked).containsExactly(1);

    received.subscription.request(1);
    received.await(3);
    assertThat(asked).containsExactly(1, 2);
    assertThat(received.signals).containsExactly(1, 2, 3);
  }

  @Test
  void requestsFromWithinOnNextDoNotNest() {
    int[] depth = new int[2];
    Received<Integer> received = new Received<>();
    received.onSubscribe = subscription -> subscription.request(1);
    received.onNext =
        item -> {
          depth[0]++;
          depth[1] = Math.max(depth[0], depth[1]);
          received.subscription.request(1);
          depth[0]--;
        };

    numbers().subscribe(received);

    received.await(7);
    assertThat(received.last()).isEqualTo("complete");
    assertThat(depth[1]).isEqualTo(1);
  }

  @Test
  void startsAnewForEachSubscriber() {
    AsyncPages<List<Integer>, Integer> numbers = numbers();
    for (int i = 0; i < 2; i++) {
      Received<Integer> received = new Received<>();
      received.onSubscribe = subscription -> subscription.request(3);
      numbers.subscribe(received);
      received.await(3);
      assertThat(received.signals).containsExactly(1, 2, 3);
    }

    assertThat(asked).containsExactly(1, 2, 1, 2);
  }

  @Test
  void givesNothingAfterACancellationWithinOnNext() {
    Received<Integer> received = new Received<>();
    CountDownLatch cancelled = new CountDownLatch(1);
    received.onSubscribe = subscription -> subscription.request(Long.MAX_VALUE);
    received.onNext =
        item -> {
          if (item == 3) {
            received.subscription.cancel();
            cancelled.countDown();
          }
        };

    CountDownLatch ended = new CountDownLatch(1);
    pages(this::page)
        .async(
            task ->
                threads.execute(
                    () -> {
                      task.run();
                      ended.countDown();
                    }))
        .subscribe(received);

    Waiting.until("the task ends", () -> ended.getCount() == 0);
    assertThat(cancelled.getCount()).isZero();
    assertThat(received.signals).containsExactly(1, 2, 3);
    assertThat(asked).containsExactly(1, 2);
  }

  @Test
  void aCancellationEndsTheRequestUnderWayAndNotTheSubscribersOwnWork() {
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Received<Integer> received = new Received<>();
    received.onSubscribe = subscription -> subscription.request(1);
    pages(
            page -> {
              fetching.countDown();
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw new IllegalStateException(e);
              }
              return List.of();
            })
        .async(threads)
        .subscribe(received);
    Waiting.until("the page is asked for", () -> fetching.getCount() == 0);

    received.subscription.cancel();

    Waiting.until("the request ends", () -> interrupted.getCount() == 0);
    assertThat(received.signals).isEmpty();
  }

  @Test
  void doesNotInterruptASubscriberThatWorksWhenItIsCancelled() {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    List<Boolean> flags = new CopyOnWriteArrayList<>();
    Received<Integer> received = new Received<>();
    received.onSubscribe = subscription -> subscription.request(1);
    received.onNext =
        item -> {
          working.countDown();
          Waiting.until("it is cancelled", () -> cancelled.getCount() == 0);
          flags.add(Thread.currentThread().isInterrupted());
        };
    numbers().subscribe(received);
    Waiting.until("the subscriber works", () -> working.getCount() == 0);

    received.subscription.cancel();
    cancelled.countDown();

    Waiting.until("the subscriber is done", () -> flags.size() == 1);
    assertThat(flags).containsExactly(false);
  }

  @Test
  void endsWithTheFailureOfAPage() {
    IllegalStateException failure = new IllegalStateException("no page today");
    Received<Integer> received = new Received<>();
    received.onSubscribe = subscription -> subscription.request(Long.MAX_VALUE);

    pages(
            page -> {
              if (page != null && page == 2) {
                throw failure;
              }
              return page(page);
            })
        .async(threads)
        .subscribe(received);

    received.await(3);
    assertThat(received.signals).containsExactly(1, 2, failure);
  }

  @Test
  void refusesARequestOfNothing() {
    for (long count : new long[] {0, -1}) {
      Received<Integer> received = new Received<>();
      received.onSubscribe = subscription -> subscription.request(count);

      numbers().subscribe(received);

      received.await(1);
      assertThat(received.signals)
          .singleElement()
          .isInstanceOfSatisfying(
              IllegalArgumentException.class,
              e ->
                  assertThat(e)
                      .hasMessage("A subscriber must request at least 1 element: " + count + "."));
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void addsUpRequestsWithoutOverflow() {
    Received<Integer> received = new Received<>();
    received.onSubscribe =
        subscription -> {
          subscription.request(Long.MAX_VALUE - 1);
          subscription.request(Long.MAX_VALUE - 1);
        };

    numbers().subscribe(received);

    received.await(7);
    assertThat(received.last()).isEqualTo("complete");
  }

  @Test
  void failsIfTheExecutorTakesNoMoreWork() {
    RejectedExecutionException full = new RejectedExecutionException("full");
    Executor rejecting =
        task -> {
          throw full;
        };
    Received<Integer> received = new Received<>();
    received.onSubscribe = subscription -> subscription.request(1);

    pages(this::page).async(rejecting).subscribe(received);

    assertThat(received.signals).containsExactly(full);
  }

  @Test
  void givesPagesTheFirstPageAndAllObjectsAtOnce() {
    Received<List<Integer>> received = new Received<>();
    received.onSubscribe = subscription -> subscription.request(2);

    numbers().pages().subscribe(received);

    received.await(2);
    assertThat(received.signals).containsExactly(List.of(1, 2), List.of(3, 4));
    assertThat(numbers().firstPage().join()).containsExactly(1, 2);
    assertThat(numbers().toList().join()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void oneThreadAtATimeSignalsASubscriber() {
    List<Thread> inside = new ArrayList<>();
    Received<Integer> received = new Received<>();
    boolean[] together = new boolean[1];
    received.onNext =
        item -> {
          synchronized (inside) {
            inside.add(Thread.currentThread());
            together[0] |= inside.size() > 1;
          }
          Thread.yield();
          synchronized (inside) {
            inside.remove(Thread.currentThread());
          }
        };
    numbers().subscribe(received);

    for (int i = 0; i < 6; i++) {
      threads.execute(() -> received.subscription.request(1));
    }

    received.await(6);
    assertThat(received.signals.subList(0, 6)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(together[0]).isFalse();
  }
}
