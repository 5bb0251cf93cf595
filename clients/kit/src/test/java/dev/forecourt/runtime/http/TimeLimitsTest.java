package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.LONG;
import static dev.forecourt.runtime.http.Requests.await;
import static dev.forecourt.runtime.http.Requests.failure;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.post;
import static dev.forecourt.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import dev.forecourt.runtime.kit.NobodyListens;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests end: by time, by interrupt, by closing. Far sooner than the server does. */
@Timeout(60)
class TimeLimitsTest {
  private static final Duration SHORT = Duration.ofMillis(150);

  private final Transport transport = Transports.lease(HttpSettings.DEFAULTS);

  @AfterEach
  void close() {
    transport.close();
  }

  /** Where a server stops. */
  enum Stop {
    BEFORE_READING(true),
    BEFORE_THE_HEAD(false),
    IN_THE_HEAD(false),
    IN_THE_BODY(false),
    DRIPPING(false);

    private final boolean large;

    Stop(boolean large) {
      this.large = large;
    }

    RawServer server() {
      return new RawServer(
          peer -> {
            if (!large) {
              peer.head();
            }
            switch (this) {
              case IN_THE_HEAD -> peer.write("HTTP/1.1 200 OK\r\nX: ");
              case IN_THE_BODY -> peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
              case DRIPPING -> {
                peer.write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n");
                for (int i = 0; i < 9999; i++) {
                  peer.write("x");
                  Thread.sleep(10);
                }
              }
              default -> {}
            }
            Thread.sleep(60_000);
          });
    }

    WireRequest request(RawServer server, Duration timeout) {
      return large
          ? post(server.uri("/"), new byte[16 << 20], timeout)
          : get(server.uri("/?secret"), timeout);
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsTheWholeExchangeInTime(Stop stop) {
    try (RawServer server = stop.server()) {
      TransportFailure failure = failure(transport, stop.request(server, SHORT));

      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure.mayHaveArrived()).isTrue();
      assertThat(failure)
          .hasMessage(
              "no complete answer of 127.0.0.1:"
                  + server.port()
                  + " within PT0.15S. Raise the time limit. Look before you repeat what changes"
                  + " something.");
      assertThat(failure.status()).isEqualTo(stop.compareTo(Stop.IN_THE_BODY) < 0 ? 0 : 200);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsAtOnceWhenTheCallingThreadIsInterrupted(Stop stop) throws Exception {
    endsAtOnce(stop, Thread::new);
  }

  @ParameterizedTest
  @EnumSource
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads")
  void endsAtOnceWhenAVirtualThreadIsInterrupted(Stop stop) throws Exception {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Method unstarted =
        Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
    endsAtOnce(
        stop,
        task -> {
          try {
            return (Thread) unstarted.invoke(builder, task);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void endsAtOnce(Stop stop, ThreadFactory threads) throws Exception {
    try (RawServer server = stop.server()) {
      CompletableFuture<TransportFailure> failed = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread caller =
          threads.newThread(
              () -> {
                failed.complete(failure(transport, stop.request(server, LONG)));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      caller.start();
      await(() -> server.connections() == 1);
      Thread.sleep(100);

      caller.interrupt();

      TransportFailure failure = failed.get(10, TimeUnit.SECONDS);
      assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
      assertThat(failure.mayHaveArrived()).isTrue();
      assertThat(failure.status()).isEqualTo(stop.compareTo(Stop.IN_THE_BODY) < 0 ? 0 : 200);
      assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsAtOnceWhenTheTransportIsClosed(Stop stop) throws Exception {
    try (RawServer server = stop.server();
        RawServer other = RawServer.kept("x")) {
      Transport closing = Transports.lease(HttpSettings.DEFAULTS);
      CompletableFuture<TransportFailure> failed =
          CompletableFuture.supplyAsync(() -> failure(closing, stop.request(server, LONG)));
      await(() -> server.connections() == 1);
      Thread.sleep(100);

      closing.close();
      closing.close();

      assertThat(failed.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CLOSED);
      assertThat(failed.join().status()).isEqualTo(stop.compareTo(Stop.IN_THE_BODY) < 0 ? 0 : 200);
      assertThat(failure(closing, get(other.uri("/"))).kind()).isEqualTo(Kind.CLOSED);
      assertThat(text(transport.send(get(other.uri("/"))))).isEqualTo("x");
    }
  }

  @Test
  void closingLeavesTheRequestsOfOthersAlone() throws Exception {
    try (RawServer server = Stop.IN_THE_BODY.server()) {
      CompletableFuture<TransportFailure> going =
          CompletableFuture.supplyAsync(() -> failure(transport, get(server.uri("/"))));
      await(() -> server.connections() == 1);
      try (Transport other = Transports.lease(HttpSettings.DEFAULTS)) {
        assertThat(other).isNotNull();
      }

      Thread.sleep(100);

      assertThat(going).isNotDone();
    }
  }

  @Test
  void sendsNothingForAThreadThatIsInterruptedAlready() {
    try (RawServer server = RawServer.kept("x")) {
      Thread.currentThread().interrupt();

      TransportFailure failure = failure(transport, get(server.uri("/")));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.kind()).isEqualTo(Kind.INTERRUPTED);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void sendsNothingWhenThereIsNoTime() {
    try (RawServer server = RawServer.kept("x")) {
      TransportFailure failure = failure(transport, get(server.uri("/"), Duration.ZERO));

      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void takesALimitOfManyYears() throws Exception {
    try (RawServer server = RawServer.kept("x")) {
      Duration years = Duration.ofSeconds(Long.MAX_VALUE);

      assertThat(text(transport.send(get(server.uri("/"), years)))).isEqualTo("x");
    }
  }

  /** A full backlog: the kernel answers no more. */
  @Test
  void endsConnectingInItsOwnTime() throws Exception {
    HttpSettings soon = HttpSettings.DEFAULTS.withConnectTimeout(SHORT);
    List<Socket> backlog = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Transport hasty = Transports.lease(soon)) {
      for (int i = 0; i < 4; i++) {
        Socket socket = new Socket();
        backlog.add(socket);
        try {
          socket.connect(full.getLocalSocketAddress(), 100);
        } catch (java.net.SocketTimeoutException e) {
          // full
        }
      }

      TransportFailure failure =
          failure(hasty, get(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/")));

      assertThat(failure.kind()).isEqualTo(Kind.CONNECT_TIMEOUT);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(failure)
          .hasMessage(
              "no connection to 127.0.0.1:"
                  + full.getLocalPort()
                  + " within PT0.15S. Check the base URL and the network, or raise the connect"
                  + " timeout.");
    } finally {
      for (Socket socket : backlog) {
        socket.close();
      }
    }
  }

  @Test
  void countsAHandshakeThatIsNeverAnsweredAsConnecting() {
    HttpSettings soon = HttpSettings.DEFAULTS.withConnectTimeout(SHORT);
    try (RawServer silent = new RawServer(peer -> Thread.sleep(60_000));
        Transport hasty = Transports.lease(soon)) {
      URI uri = URI.create("https://127.0.0.1:" + silent.port() + "/");

      assertThat(failure(hasty, get(uri)).kind()).isEqualTo(Kind.CONNECT_TIMEOUT);
      assertThat(failure(transport, get(uri, SHORT)).kind()).isEqualTo(Kind.TIMEOUT);
    }
  }

  @Test
  void knowsThatNobodyListens() throws Exception {
    int port;
    TransportFailure failure;
    try (NobodyListens nobody = new NobodyListens()) {
      port = nobody.port();
      failure = failure(transport, get(URI.create(nobody.url() + "/")));
    }

    assertThat(failure.kind()).isEqualTo(Kind.NO_CONNECTION);
    assertThat(failure.host()).isEqualTo("127.0.0.1:" + port);
    assertThat(failure.mayHaveArrived()).isFalse();
    assertThat(failure)
        .hasMessage(
            "no connection to 127.0.0.1:"
                + port
                + " (ConnectException: Connection refused). Check the base URL and the network.")
        .hasCauseInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void knowsThatAHostIsUnknown() {
    TransportFailure failure = failure(transport, get(URI.create("http://no.such.invalid/")));

    assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_HOST);
    assertThat(failure.mayHaveArrived()).isFalse();
    assertThat(failure)
        .hasMessage("the host no.such.invalid is unknown. Check the base URL and the name server.");
  }

  /** localhost is ::1 and 127.0.0.1, and this server listens at one of them alone. */
  @Test
  void triesTheNextAddressOfAHost() throws Exception {
    try (RawServer server = RawServer.kept("x")) {
      URI uri = URI.create("http://localhost:" + server.port() + "/");

      assertThat(text(transport.send(get(uri)))).isEqualTo("x");
    }
  }
}
