package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The process that is told to end (SIGTERM) finishes what is under way. */
@Timeout(120)
final class DrainTest {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void answersTheRequestsUnderWay() throws Exception {
    try (RunningMock mock = RunningMock.start(List.of("fidcar"))) {
      HttpRequest slow =
          HttpRequest.newBuilder(mock.uri("fidcar").resolve("/api/local/1325"))
              .header("Authorization", "fidcar-test-key")
              .header("Prefer", "delay=3000")
              .build();
      CompletableFuture<HttpResponse<String>> answer =
          CLIENT.sendAsync(slow, HttpResponse.BodyHandlers.ofString());
      while (!Calls.control(mock.uri("fidcar"), "GET", "requests", "").body().contains("1325")) {
        Thread.sleep(5);
      }

      mock.terminate();

      assertThat(answer.join().statusCode()).isEqualTo(200);
      mock.awaitEnd();
    }
  }

  @Test
  void finishesTheCallsOfWebhooksUnderWay(@TempDir Path state) throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch ending = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          called.countDown();
          try {
            ending.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    String[] options = {"--state", state.toString()};
    try (RunningMock mock = RunningMock.start(List.of("claire"), options)) {
      create(mock.uri("claire"), receiver.getAddress().getPort());
      Calls.control(mock.uri("claire"), "POST", "fire", "{\"trigger\":4}");
      called.await();

      mock.terminate();
      // it takes no more connections: it has begun to end
      while (answers(mock.uri("claire"))) {
        Thread.sleep(5);
      }
      ending.countDown();
      mock.awaitEnd();
    } finally {
      receiver.stop(0);
    }

    try (RunningMock again = RunningMock.start(List.of("claire"), options)) {
      assertThat(Calls.state(again.uri("claire")))
          .contains("\"status\":\"delivered\",\"attempts\":1");
    }
    assertThat(calls).hasValue(1);
  }

  private static void create(URI claire, int port) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(claire.resolve("/v1/webhooks/create"))
            .header("Authorization", "claire-test-key")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"name\":\"n\",\"webhook_trigger_id\":4,\"url\":\"http://127.0.0.1:%d/\"}"
                        .formatted(port)))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static boolean answers(URI mock) {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", mock.getPort())) {
      return socket.isConnected();
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
