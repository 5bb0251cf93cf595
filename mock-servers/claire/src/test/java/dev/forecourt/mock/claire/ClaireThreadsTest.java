package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stub as it ships: real threads, real time. */
@Timeout(20)
final class ClaireThreadsTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void deliversWithoutBeingPushed() throws Exception {
    try (Receiver receiver = new Receiver();
        MockServer claire = MockServer.builder("claire").start()) {
      create(claire, receiver.url("/"));

      post(claire, "/__mock/fire", "{\"trigger\":4}");

      while (receiver.calls().isEmpty()) {
        Thread.sleep(5);
      }
      assertThat(receiver.bodies().get(0)).contains("4711823");
    }
  }

  @Test
  void tiesNoThreadOfTheJvmWhenClosedWithCallsWaiting() throws Exception {
    long before = threads();
    try (Receiver receiver = new Receiver()) {
      MockServer claire = MockServer.builder("claire").start();
      create(claire, receiver.url("/"));
      receiver.answer(500, 500, 500, 500);
      post(claire, "/__mock/fire", "{\"trigger\":4}");
      while (receiver.calls().isEmpty()) {
        Thread.sleep(5);
      }

      long start = System.nanoTime();
      claire.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      while (threads() > before) {
        Thread.sleep(5);
      }
    }
  }

  @Test
  void doesAtOnceWhatIsDueWhenTheClockIsMoved() throws Exception {
    try (Receiver receiver = new Receiver();
        MockServer claire = MockServer.builder("claire").start()) {
      create(claire, receiver.url("/"));
      receiver.answer(500, 500, 500, 200);
      post(claire, "/__mock/fire", "{\"trigger\":4}");

      // the last attempt would be made after 31 seconds
      for (int attempt = 1; attempt <= 4; attempt++) {
        while (receiver.calls().size() < attempt) {
          post(claire, "/__mock/clock", "{\"advance\":\"PT25S\"}");
          Thread.sleep(5);
        }
      }

      assertThat(receiver.calls()).hasSize(4);
    }
  }

  @Test
  void doesOnceWhatBeginsWhileTheClockIsMoved() throws Exception {
    LaterThreads later = new LaterThreads();
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
                each.getName().equals("forecourt-mock-claire")
                    && each.getState() == Thread.State.BLOCKED);
  }

  @Test
  void waitsOnWhenTheClockGoesBack() throws Exception {
    LaterThreads later = new LaterThreads();
    CountDownLatch done = new CountDownLatch(1);
    later.in(Duration.ofMinutes(10), done::countDown);

    later.moved(Duration.ofHours(-1));
    later.moved(Duration.ofMinutes(10));

    done.await();
    later.close();
  }

  @Test
  void letsWaitWhatIsNotDueYet() throws Exception {
    LaterThreads later = new LaterThreads();
    CountDownLatch soon = new CountDownLatch(1);
    CountDownLatch late = new CountDownLatch(1);
    later.in(Duration.ofMinutes(1), soon::countDown);
    later.in(Duration.ofMinutes(20), late::countDown);

    later.moved(Duration.ofMinutes(2));
    soon.await();

    assertThat(late.getCount()).isOne();
    later.close();
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().equals("forecourt-mock-claire") && each.isAlive())
        .count();
  }

  private static void create(MockServer claire, String url) throws Exception {
    post(
        claire,
        "/v1/webhooks/create",
        "{\"name\":\"n\",\"webhook_trigger_id\":4,\"url\":\"" + url + "\"}");
  }

  private static void post(MockServer claire, String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(claire.baseUri() + path))
            .header("Authorization", AbstractClaireTest.KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isIn(200, 202);
  }
}
