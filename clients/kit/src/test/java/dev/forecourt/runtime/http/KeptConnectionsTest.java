package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.failure;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.post;
import static dev.forecourt.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import dev.forecourt.runtime.kit.Callers;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connection a request takes, and what happens when it is gone. */
class KeptConnectionsTest {
  private final Transport transport = Transports.lease(HttpSettings.DEFAULTS);

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void transportsWithEqualSettingsShareConnections() throws Exception {
    try (RawServer server = RawServer.kept("x")) {
      for (int i = 0; i < 5; i++) {
        try (Transport other = Transports.lease(HttpSettings.DEFAULTS)) {
          other.send(get(server.uri("/")));
        }
      }
      transport.send(get(server.uri("/")));

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void transportsWithOtherSettingsDoNot() throws Exception {
    try (RawServer server = RawServer.kept("x");
        Transport other = Transports.lease(HttpSettings.DEFAULTS.withGzip(false))) {
      transport.send(get(server.uri("/")));
      other.send(get(server.uri("/")));

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** The server closes without a word after each answer, which is its right. */
  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void noticesThatTheServerHasClosed(String method) throws Exception {
    Semaphore closed = new Semaphore(0);
    try (RawServer server = closingAfterEachAnswer(closed)) {
      for (int i = 0; i < 50; i++) {
        WireRequest request =
            new WireRequest(
                method, server.uri("/"), java.util.Map.of(), new byte[3], Requests.LONG);

        assertThat(text(transport.send(request))).isEqualTo("x");

        closed.acquire();
        Thread.sleep(2);
      }
      assertThat(server.requests()).hasSize(50);
    }
  }

  private static RawServer closingAfterEachAnswer(Semaphore closed) {
    RawServer server =
        new RawServer(
            peer -> {
              peer.request();
              peer.write(RawServer.ok("x"));
              peer.socket().close();
              closed.release();
            });
    return server;
  }

  /** It has read the second request, and may have done what it asks, when it closes. */
  @Test
  void neverSendsAPostTwice() throws Exception {
    try (RawServer server = closingInsteadOfTheSecondAnswer()) {
      transport.send(post(server.uri("/"), "a"));

      TransportFailure failure = failure(transport, post(server.uri("/"), "b"));

      assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
      assertThat(failure.mayHaveArrived()).isTrue();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void sendsAGetTwiceWhenItsConnectionWasKept() throws Exception {
    try (RawServer server = closingInsteadOfTheSecondAnswer()) {
      transport.send(get(server.uri("/a")));

      assertThat(text(transport.send(get(server.uri("/b"))))).isEqualTo("x");
      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void doesNotSendAGetTwiceWhenItsConnectionWasNew() {
    try (RawServer server = RawServer.answering("")) {
      assertThat(failure(transport, get(server.uri("/"))).kind()).isEqualTo(Kind.BROKEN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void doesNotRepeatWhatHasBegunToBeAnswered() throws Exception {
    try (RawServer server = RawServer.answering(RawServer.ok("x"), "HTTP/1.1 2")) {
      transport.send(get(server.uri("/")));

      assertThat(failure(transport, get(server.uri("/"))).kind()).isEqualTo(Kind.BROKEN);
      assertThat(server.requests()).hasSize(2);
    }
  }

  private static RawServer closingInsteadOfTheSecondAnswer() {
    RawServer server =
        new RawServer(
            peer -> {
              peer.request();
              peer.write(RawServer.ok("x"));
              peer.request();
            });
    return server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nConnection: foo, close\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=0\r\nContent-Length: 1\r\n\r\nx"
      })
  void usesNoConnectionAgainThatIsNotFitForIt(String answer) throws Exception {
    RawServer server =
        new RawServer(
            peer -> {
              while (peer.request() != null) {
                peer.write(answer);
              }
            });
    try (server) {
      assertThat(text(transport.send(get(server.uri("/"))))).isEqualTo("x");
      assertThat(text(transport.send(get(server.uri("/"))))).isEqualTo("x");

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
        "HTTP/1.1 404 No\r\nKeep-Alive: timeout=5, max=100\r\nContent-Length: 1\r\n\r\nx"
      })
  void usesAConnectionAgainThatIsFitForIt(String answer) throws Exception {
    try (RawServer server = RawServer.answering(answer, answer)) {
      transport.send(get(server.uri("/")));
      transport.send(get(server.uri("/")));

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** An answer to nothing, such as 408 before a server closes, is not the answer to the next. */
  @Test
  void takesNoAnswerThatCameBeforeTheRequest() throws Exception {
    CountDownLatch said = new CountDownLatch(1);
    RawServer server =
        new RawServer(
            peer -> {
              peer.request();
              peer.write(RawServer.ok("x"));
              if (peer.number() == 1) {
                Thread.sleep(30);
                peer.write("HTTP/1.1 408 Too Late\r\nContent-Length: 0\r\n\r\n");
                said.countDown();
              }
              peer.request();
              peer.write(RawServer.ok("y"));
            });
    try (server) {
      transport.send(post(server.uri("/"), "a"));
      said.await();
      Thread.sleep(20);

      assertThat(transport.send(post(server.uri("/"), "b")).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 200})
  void opensAConnectionForEachCallerAndKeepsIt(int callers) {
    CountDownLatch all = new CountDownLatch(callers);
    RawServer server =
        new RawServer(
            peer -> {
              while (peer.request() != null) {
                all.countDown();
                all.await();
                peer.write(RawServer.ok("x"));
              }
            });
    int before = Thread.activeCount();
    try (server) {
      assertThat(
              Callers.allAtOnce(
                  callers,
                  () -> {
                    try {
                      for (int i = 0; i < 20; i++) {
                        transport.send(get(server.uri("/")));
                      }
                    } catch (TransportFailure e) {
                      throw new UncheckedIOException(e);
                    }
                  }))
          .isEmpty();

      assertThat(server.connections()).isEqualTo(callers);
      assertThat(server.requests()).hasSize(20 * callers);
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().equals("forecourt-http")))
          .hasSize(1);
      assertThat(before).isPositive();
    }
  }

  @Test
  void endsIdleConnectionsAsTheServerSays() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    RawServer server =
        new RawServer(
            peer -> {
              peer.request();
              peer.write("HTTP/1.1 200 OK\r\nKeep-Alive: timeout=2\r\nContent-Length: 0\r\n\r\n");
              peer.request();
              ended.countDown();
            });
    try (server) {
      transport.send(get(server.uri("/")));

      assertThat(ended.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void endsIdleConnectionsSoonAfterTheLastTransportIsClosed() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    RawServer server =
        new RawServer(
            peer -> {
              peer.request();
              peer.write(RawServer.ok("x"));
              peer.request();
              ended.countDown();
            });
    HttpSettings own = HttpSettings.DEFAULTS.withConnectTimeout(Duration.ofSeconds(9));
    try (server) {
      try (Transport last = Transports.lease(own)) {
        last.send(get(server.uri("/")));
      }

      assertThat(ended.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    }
  }
}
