package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.LONG;
import static dev.forecourt.runtime.http.Requests.await;
import static dev.forecourt.runtime.http.Requests.failure;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.post;
import static dev.forecourt.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import dev.forecourt.runtime.kit.Callers;
import io.vertx.core.http.HttpVersion;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2, against a server that limits it. */
@Timeout(120)
class Http2Test {
  private static final HttpSettings ONE = TestTls.local().settings();
  private static final HttpSettings TWO = ONE.withHttp2(true);

  private static List<Throwable> calls(Transport transport, Http2Server server, int callers) {
    return Callers.allAtOnce(
        callers,
        () -> {
          try {
            for (int i = 0; i < 3; i++) {
              boolean read = i % 2 == 0;
              WireResponse answer =
                  transport.send(
                      read
                          ? get(server.uri("/"), Duration.ofSeconds(60))
                          : post(server.uri("/"), new byte[100], Duration.ofSeconds(60)));
              assertThat(text(answer)).isEqualTo(read ? "GET 0" : "POST 100");
            }
          } catch (TransportFailure e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 10, 100, 128})
  void losesNothingBeyondTheStreamsOfTheServer(long streams) {
    try (Http2Server server = new Http2Server(streams, 2, HttpVersion.HTTP_2);
        Transport transport = Transports.lease(TWO)) {
      assertThat(calls(transport, server, 200)).isEmpty();

      assertThat(server.requests()).isEqualTo(600);
      assertThat(server.most()).isLessThanOrEqualTo((int) streams);
      assertThat(server.versions()).containsExactly(HttpVersion.HTTP_2);
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().startsWith("forecourt-http"))
                  .count())
          .isLessThanOrEqualTo(5);
    }
  }

  @Test
  void speaksHttp2WithAServerThatSpeaksNothingElse() throws Exception {
    try (Http2Server server = new Http2Server(100, 0, HttpVersion.HTTP_2);
        Transport transport = Transports.lease(ONE)) {
      assertThat(text(transport.send(post(server.uri("/"), "abc")))).isEqualTo("POST 3");
      assertThat(calls(transport, server, 100)).isEmpty();

      assertThat(server.requests()).isEqualTo(301);
    }
  }

  @Test
  void prefersHttp11WhereBothAreSpoken() throws Exception {
    try (Http2Server server = new Http2Server(100, 0, HttpVersion.HTTP_2, HttpVersion.HTTP_1_1);
        Transport transport = Transports.lease(ONE)) {
      assertThat(calls(transport, server, 20)).isEmpty();

      assertThat(server.versions()).containsExactly(HttpVersion.HTTP_1_1);
    }
  }

  @Test
  void speaksHttp11WithAServerThatKnowsNothingElse() throws Exception {
    try (RawServer server =
            new RawServer(
                TestTls.local().listening("http/1.1"),
                peer -> {
                  while (peer.request() != null) {
                    peer.write(RawServer.ok("old"));
                  }
                });
        Transport transport = Transports.lease(TWO)) {
      for (int i = 0; i < 3; i++) {
        assertThat(
                text(
                    transport.send(
                        get(java.net.URI.create("https://127.0.0.1:" + server.port() + "/")))))
            .isEqualTo("old");
      }
      // one of them by the JDK, to find out
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void followsAServerThatChangesItsMind() throws Exception {
    try (Http2Server server = new Http2Server(100, 2, HttpVersion.HTTP_2);
        Transport transport = Transports.lease(TWO)) {
      assertThat(calls(transport, server, 100)).isEmpty();
      server.allow(3);
      assertThat(calls(transport, server, 100)).isEmpty();
      server.allow(50);
      assertThat(calls(transport, server, 100)).isEmpty();

      assertThat(server.requests()).isEqualTo(900);
    }
  }

  /** A change that was under way may be lost: older JDKs do not say what was not processed. */
  @Test
  void losesNoReadWhenTheServerTakesLeave() throws Exception {
    try (Http2Server server = new Http2Server(100, 5, HttpVersion.HTTP_2);
        Transport transport = Transports.lease(TWO)) {
      CompletableFuture<List<Throwable>> calls =
          CompletableFuture.supplyAsync(
              () ->
                  Callers.allAtOnce(
                      50,
                      () -> {
                        try {
                          for (int i = 0; i < 20; i++) {
                            transport.send(get(server.uri("/")));
                          }
                        } catch (TransportFailure e) {
                          throw new UncheckedIOException(e);
                        }
                      }));
      for (int i = 1; i <= 5; i++) {
        int begun = 100 * i;
        await(() -> server.requests() > begun || calls.isDone());
        server.goAway();
      }

      assertThat(calls.get(60, TimeUnit.SECONDS)).isEmpty();
      assertThat(server.opened()).isGreaterThan(1);
    }
  }

  @Test
  void endsInTime() {
    try (Http2Server server = new Http2Server(1, 60_000, HttpVersion.HTTP_2);
        Transport transport = Transports.lease(TWO)) {
      TransportFailure failure =
          failure(transport, post(server.uri("/"), new byte[3], Duration.ofMillis(800)));

      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure.mayHaveArrived()).isTrue();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  /** One stream, and somebody has it. */
  @Test
  void knowsThatNothingWasSentWhileItWaited() throws Exception {
    try (Http2Server server = new Http2Server(1, 60_000, HttpVersion.HTTP_2);
        Transport transport = Transports.lease(TWO)) {
      CompletableFuture<TransportFailure> first =
          CompletableFuture.supplyAsync(
              () -> failure(transport, get(server.uri("/"), Duration.ofSeconds(20))));
      await(() -> server.requests() == 1);

      TransportFailure failure =
          failure(transport, post(server.uri("/"), new byte[3], Duration.ofMillis(200)));

      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(server.requests()).isEqualTo(1);
      assertThat(first).isNotDone();
    }
  }

  @Test
  void endsByInterruptAndByClosing() throws Exception {
    try (Http2Server server = new Http2Server(10, 60_000, HttpVersion.HTTP_2)) {
      Transport transport = Transports.lease(TWO);
      CompletableFuture<TransportFailure> interrupted = new CompletableFuture<>();
      CompletableFuture<TransportFailure> closed = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread one =
          new Thread(
              () -> {
                interrupted.complete(failure(transport, get(server.uri("/"))));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      one.start();
      await(() -> server.requests() == 1);

      one.interrupt();

      assertThat(interrupted.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.INTERRUPTED);
      assertThat(flag.get()).isTrue();

      new Thread(() -> closed.complete(failure(transport, get(server.uri("/"))))).start();
      await(() -> server.requests() == 2);

      transport.close();

      assertThat(closed.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CLOSED);
    }
  }

  @Test
  void readsCodingsAndBoundsAnswers() throws Exception {
    java.io.ByteArrayOutputStream gzip = new java.io.ByteArrayOutputStream();
    try (java.io.OutputStream out = new java.util.zip.GZIPOutputStream(gzip)) {
      out.write(new byte[5000]);
    }
    try (Http2Server server =
            new Http2Server(
                10,
                0,
                request -> {
                  request
                      .response()
                      .putHeader("content-encoding", "gzip")
                      .putHeader("asked", request.getHeader("accept-encoding"));
                  request.response().end(io.vertx.core.buffer.Buffer.buffer(gzip.toByteArray()));
                  return request.response();
                },
                HttpVersion.HTTP_2);
        Transport transport = Transports.lease(TWO);
        Transport small = Transports.lease(TWO.withMaxAnswerBytes(4999))) {
      WireResponse answer = transport.send(get(server.uri("/")));

      assertThat(answer.body()).hasSize(5000);
      assertThat(answer.headers().get("Asked")).containsExactly("gzip");
      assertThat(answer.headers()).doesNotContainKey("content-encoding");
      assertThat(failure(small, get(server.uri("/"))).kind()).isEqualTo(Kind.TOO_LARGE);
    }
  }

  @Test
  void checksTheHostNameAndTheCertificate() {
    try (Http2Server server = new Http2Server(10, 0, HttpVersion.HTTP_2);
        Transport stranger =
            Transports.lease(
                HttpSettings.DEFAULTS
                    .withSsl(new TestTls("SAN=DNS:other.example").context())
                    .withHttp2(true))) {
      TransportFailure failure = failure(stranger, post(server.uri("/"), new byte[1], LONG));

      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure.mayHaveArrived()).isFalse();
    }
  }
}
