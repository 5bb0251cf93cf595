package dev.forecourt.mock.later;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class LaterThreadsTest {

  @Test
  void doesOnceWhatBeginsWhileTheClockIsMoved() throws Exception {
    LaterThreads later = new LaterThreads("test");
    AtomicInteger runs = new AtomicInteger();

    synchronized (later) {
      later.in(Duration.ZERO, runs::incrementAndGet);
      while (!hasBegun()) {
        Thread.sleep(5);
      }
      later.moved(Duration.ofMinutes(1));
    }
    later.drain(Duration.ofMinutes(1));

    assertThat(runs).hasValue(1);
    later.close();
  }

  /** Whether a thread waits for what the test holds. */
  private static boolean hasBegun() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(
            each ->
                each.getName().equals("forecourt-mock-test")
                    && each.getState() == Thread.State.BLOCKED);
  }

  @Test
  void waitsOnWhenTheClockGoesBack() throws Exception {
    LaterThreads later = new LaterThreads("test");
    CountDownLatch done = new CountDownLatch(1);
    later.in(Duration.ofMinutes(10), done::countDown);

    later.moved(Duration.ofHours(-1));
    later.moved(Duration.ofMinutes(10));

    done.await();
    later.close();
  }

  @Test
  void letsWaitWhatIsNotDueYet() throws Exception {
    LaterThreads later = new LaterThreads("test");
    CountDownLatch soon = new CountDownLatch(1);
    CountDownLatch late = new CountDownLatch(1);
    later.in(Duration.ofMinutes(1), soon::countDown);
    later.in(Duration.ofMinutes(20), late::countDown);

    later.moved(Duration.ofMinutes(2));
    soon.await();

    assertThat(late.getCount()).isOne();
    later.close();
  }
}
