package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
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
