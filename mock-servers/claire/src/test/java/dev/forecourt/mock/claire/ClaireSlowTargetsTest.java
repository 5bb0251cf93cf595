package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.later.LaterThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Webhooks whose receivers do not answer as they should: they hold up nobody else. */
@Timeout(60)
final class ClaireSlowTargetsTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n";

  /** None of the hanging calls ends before the test does: with a thread for each it would wait. */
  @Test
  void reachesOneBesideTwentyThatHang() throws Exception {
    try (Silent silent = new Silent();
        Receiver receiver = new Receiver();
        MockServer claire = claire(Duration.ofHours(1))) {
      for (int i = 0; i < 20; i++) {
        create(claire, silent.url());
      }
      create(claire, receiver.url("/healthy"));

      post(claire, "/__mock/fire", "{\"trigger\":4}");

      while (receiver.calls().isEmpty() || silent.sockets.size() < 20) {
        Thread.sleep(5);
      }
      assertThat(receiver.calls()).hasSize(1);
    }
  }

  /** A few calls of one webhook are under way at a time; the others follow when these end. */
  @Test
  void callsOneThatHangsAFewTimesAtOnce() throws Exception {
    assertThat(Slots.MOST).as("calls under way, as README.md of this module says").isEqualTo(4);
    try (Silent silent = new Silent();
        MockServer claire = claire(Duration.ofHours(1))) {
      create(claire, silent.url());
      for (int i = 0; i < 2 * Slots.MOST; i++) {
        post(claire, "/__mock/fire", "{\"trigger\":4}");
      }
      while (silent.sockets.size() < Slots.MOST) {
        Thread.sleep(5);
      }
      assertThat(silent.sockets).hasSize(Slots.MOST);

      for (Socket each : silent.sockets) {
        each.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes());
        each.shutdownOutput();
      }

      while (silent.sockets.size() < 2 * Slots.MOST) {
        Thread.sleep(5);
      }
    }
  }

  @Test
  void givesUpOnAnAnswerThatDrips() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        MockServer claire = claire(Duration.ofMillis(200))) {
      CompletableFuture.runAsync(() -> drip(server));
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
      long id = create(claire, url);

      post(claire, "/__mock/fire", "{\"trigger\":4}");

      String errors = errors(claire, id);
      while (!errors.contains("reason")) {
        Thread.sleep(5);
        errors = errors(claire, id);
      }
      assertThat(errors)
          .contains("\"reason\":\"Post \\\"" + url + "\\\": context deadline exceeded\"");
    }
  }

  @Test
  void readsAnEndlessAnswerNoFurtherThanItsLimit() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        MockServer claire = claire(Duration.ofHours(1))) {
      CompletableFuture<Void> hungUp = CompletableFuture.runAsync(() -> flood(server));
      create(claire, "http://127.0.0.1:" + server.getLocalPort() + "/");

      post(claire, "/__mock/fire", "{\"trigger\":4}");

      hungUp.join();
      while (!claire.exportState().contains("\"status\":\"delivered\"")) {
        Thread.sleep(5);
      }
    }
  }

  private static MockServer claire(Duration timeout) {
    return MockServer.builder(new ClaireVendor(() -> new LaterThreads("claire"), timeout)).start();
  }

  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      out.write(ANSWER.getBytes());
      while (true) {
        out.write('x');
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      // the mock hangs up
    }
  }

  private static void flood(ServerSocket server) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      out.write(ANSWER.getBytes());
      byte[] part = new byte[8192];
      while (true) {
        out.write(part);
      }
    } catch (IOException e) {
      // the mock hangs up, long before all is sent
    }
  }

  private static long create(MockServer claire, String url) throws Exception {
    String created =
        post(
            claire,
            "/v1/webhooks/create",
            "{\"name\":\"n\",\"webhook_trigger_id\":4,\"url\":\"" + url + "\"}");
    return Long.parseLong(created.replaceAll("\\D", ""));
  }

  private static String errors(MockServer claire, long id) throws Exception {
    return post(claire, "/v1/webhooks/list_errors", "{\"WebhookID\":%d,\"Page\":1}".formatted(id));
  }

  private static String post(MockServer claire, String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(claire.baseUri() + path))
            .header("Authorization", "claire-test-key")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    return answer.body();
  }

  /** Takes connections and says nothing. */
  private static final class Silent implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    Silent() throws IOException {
      CompletableFuture.runAsync(
          () -> {
            try {
              while (true) {
                sockets.add(server.accept());
              }
            } catch (IOException e) {
              // closed
            }
          });
    }

    String url() {
      return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (Socket each : sockets) {
        each.close();
      }
    }
  }
}
