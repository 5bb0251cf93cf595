package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time-outs of the process go on, whatever happens to their thread. */
@Timeout(60)
class WatchTest {
  private final Watch watch = new Watch(task -> Threads.daemon("for-the-test", task));

  private CountDownLatch ending(Guard guard, Duration after) {
    return ending(watch, guard, after);
  }

  private CountDownLatch ending(Watch watch, Guard guard, Duration after) {
    CountDownLatch ended = new CountDownLatch(1);
    guard.attach(ended::countDown);
    watch.add(guard);
    long deadline = System.nanoTime() + after.toNanos();
    guard.begin(this, deadline);
    watch.began(deadline);
    return ended;
  }

  private static void comes(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void endsWhatTakesTooLong() throws Exception {
    Guard later = new Guard();
    Guard sooner = new Guard();
    CountDownLatch last = ending(later, Duration.ofMillis(400));
    CountDownLatch first = ending(sooner, Duration.ofMillis(20));

    comes(first);
    assertThat(last.getCount()).isEqualTo(1);
    assertThat(sooner.timedOut()).isTrue();
    comes(last);
  }

  @Test
  void leavesAloneWhatEndsInTime() throws Exception {
    Guard guard = new Guard();
    CountDownLatch ended = ending(guard, Duration.ofMillis(100));

    assertThat(guard.finish()).isTrue();
    Thread.sleep(250);

    assertThat(ended.getCount()).isEqualTo(1);
    assertThat(guard.idle()).isTrue();
  }

  @Test
  void endsTheWaitsOfOneUserAlone() {
    Guard mine = new Guard();
    Guard other = new Guard();
    CountDownLatch ended = ending(mine, Duration.ofSeconds(50));
    CountDownLatch notEnded = ending(other, Duration.ofSeconds(50));
    other.begin("somebody else", System.nanoTime() + 50_000_000_000L);

    watch.end(this);

    assertThat(ended.getCount()).isZero();
    assertThat(mine.closed()).isTrue();
    assertThat(mine.finish()).isFalse();
    assertThat(notEnded.getCount()).isEqualTo(1);
  }

  @Test
  void goesOnAfterAnErrorThatPasses() throws Exception {
    AtomicInteger errors = new AtomicInteger();
    watch.add(
        now -> {
          if (errors.incrementAndGet() < 5) {
            throw new OutOfMemoryError("for the test");
          }
        });

    comes(ending(new Guard(), Duration.ofMillis(50)));
    comes(ending(new Guard(), Duration.ofMillis(50)));
    assertThat(errors.get()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void startsAnotherThreadWhenItsThreadHasDied() throws Exception {
    AtomicInteger made = new AtomicInteger();
    Watch dying =
        new Watch(
            task -> Threads.daemon("for-the-test", made.incrementAndGet() == 1 ? () -> {} : task));
    CountDownLatch before = ending(dying, new Guard(), Duration.ofMillis(300));
    await(() -> !dying.thread().isAlive());

    comes(ending(dying, new Guard(), Duration.ofMillis(20)));

    comes(before);
    assertThat(made).hasValue(2);
  }

  @Test
  void hasNoThreadWhenThereIsNothingToWatch() throws Exception {
    Guard guard = new Guard();
    comes(ending(guard, Duration.ofMillis(1)));
    assertThat(watch.thread()).isNotNull();

    watch.remove(guard);

    await(() -> watch.thread() == null);
  }

  @Test
  void holdsNothingOfTheThreadThatHappensToCallFirst() {
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    assertThat(mine).isNotNull();

    ending(new Guard(), Duration.ofMillis(200));

    assertThat(watch.thread().getContextClassLoader()).isNull();
    assertThat(watch.thread().isDaemon()).isTrue();
  }

  /** Many threads begin and end waits while the watch looks: none is lost, none is hit wrongly. */
  @Test
  void hitsThoseWhoseTimeIsOverAndNobodyElse() throws Exception {
    AtomicInteger wrong = new AtomicInteger();
    AtomicInteger missing = new AtomicInteger();
    dev.forecourt.runtime.kit.Callers.allAtOnce(
        20,
        () -> {
          Guard guard = new Guard();
          watch.add(guard);
          AtomicBoolean hit = new AtomicBoolean();
          guard.attach(() -> hit.set(true));
          for (int i = 0; i < 2000; i++) {
            long deadline = System.nanoTime() + 10_000_000_000L;
            guard.begin(this, deadline);
            watch.began(deadline);
            if (!guard.finish()) {
              wrong.incrementAndGet();
            }
          }
          guard.begin(this, System.nanoTime() + 1_000_000);
          watch.began(System.nanoTime() + 1_000_000);
          try {
            await(hit::get);
          } catch (InterruptedException | AssertionError e) {
            missing.incrementAndGet();
          }
          watch.remove(guard);
        });

    assertThat(wrong).hasValue(0);
    assertThat(missing).hasValue(0);
  }
}
