package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.LONG;
import static dev.forecourt.runtime.http.Requests.failure;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.post;
import static dev.forecourt.runtime.http.Requests.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 over TLS. */
class TlsTest {
  private static final TestTls TLS = TestTls.local();

  private static RawServer serving(SSLServerSocket socket) {
    return new RawServer(
        socket,
        peer -> {
          while (peer.request() != null) {
            peer.write(RawServer.ok("secure"));
          }
        });
  }

  private static RawServer serving(TestTls tls, String... protocols) {
    return serving((SSLServerSocket) tls.listening(protocols));
  }

  private static URI uri(RawServer server) {
    return URI.create("https://127.0.0.1:" + server.port() + "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void keepsTheConnection(String version) throws Exception {
    SSLServerSocket socket = (SSLServerSocket) TLS.listening();
    socket.setEnabledProtocols(new String[] {version});
    try (RawServer server = serving(socket);
        Transport transport = Transports.lease(TLS.settings())) {
      for (int i = 0; i < 10; i++) {
        assertThat(text(transport.send(get(uri(server))))).isEqualTo("secure");
        assertThat(text(transport.send(post(uri(server), "x".repeat(i * 20_000)))))
            .isEqualTo("secure");
      }
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** By way of a proxy of the test, as no name server knows the host. */
  @Test
  void asksForHttp11AndNamesTheHost() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    TestTls tls = new TestTls("SAN=DNS:api.acme.example");
    RawServer.Talk talk =
        peer -> {
          peer.request();
          SSLSocket socket = (SSLSocket) peer.socket();
          seen.add(socket.getApplicationProtocol());
          ((ExtendedSSLSession) socket.getSession())
              .getRequestedServerNames()
              .forEach(name -> seen.add(new String(name.getEncoded(), UTF_8)));
          peer.write(RawServer.ok(""));
        };
    try (RawServer server = new RawServer(tls.listening("h2", "http/1.1"), talk);
        TestProxy proxy = new TestProxy("", head -> true, server.port());
        Transport transport = Transports.lease(tls.settings().withProxy(proxy.selector()))) {
      transport.send(get(URI.create("https://API.acme.example/")));
    }

    assertThat(seen).containsExactly("http/1.1", "api.acme.example");
  }

  @Test
  void checksTheHostName() {
    TestTls other = new TestTls("SAN=DNS:other.example");
    try (RawServer server = serving(other);
        Transport transport = Transports.lease(other.settings())) {
      TransportFailure failure = failure(transport, post(uri(server), "x"));

      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(failure)
          .hasMessageStartingWith("no TLS connection to 127.0.0.1:" + server.port() + " (SSL")
          .hasMessageEndingWith(
              "The certificate is for another host: check the host of the base URL.");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void trustsNobodyButWhomTheContextTrusts() {
    try (RawServer server = serving(TLS);
        Transport jvm = Transports.lease(HttpSettings.DEFAULTS)) {
      TransportFailure failure = failure(jvm, get(uri(server)));

      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure)
          .hasMessageEndingWith("Check the base URL, and whom the SSLContext trusts.");
      assertThat(failure.getCause()).isInstanceOf(javax.net.ssl.SSLHandshakeException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void presentsTheCertificateOfTheClient(String version) throws Exception {
    TestTls own = new TestTls("SAN=DNS:client.example");
    SSLServerSocket socket =
        (SSLServerSocket)
            TestTls.context(TLS.keys(), own.keys())
                .getServerSocketFactory()
                .createServerSocket(0, 50, java.net.InetAddress.getByName("127.0.0.1"));
    socket.setNeedClientAuth(true);
    socket.setEnabledProtocols(new String[] {version});
    try (RawServer server = serving(socket);
        Transport known =
            Transports.lease(
                HttpSettings.DEFAULTS.withSsl(TestTls.context(own.keys(), TLS.keys())));
        Transport unknown = Transports.lease(TLS.settings())) {
      assertThat(text(known.send(get(uri(server))))).isEqualTo("secure");

      TransportFailure failure = failure(unknown, post(uri(server), "x"));
      if (failure.kind() == Kind.BROKEN) {
        // with TLS 1.3 a client learns of it after the request only, and not at all if the reset of
        // the connection overtakes the alert: then it must not promise that nothing arrived
        assertThat(version).isEqualTo("TLSv1.3");
        assertThat(failure.mayHaveArrived()).isTrue();
      } else {
        assertThat(failure.kind()).isEqualTo(Kind.TLS);
        assertThat(failure.mayHaveArrived()).isFalse();
        assertThat(failure)
            .hasMessageStartingWith("no TLS connection to 127.0.0.1:" + server.port());
      }
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 400 No\r\n\r\n", "220 mail.example ESMTP\r\n"})
  void hintsAtAPortWithoutTls(String bytes) {
    try (RawServer server = new RawServer(peer -> peer.write(bytes));
        Transport transport = Transports.lease(TLS.settings())) {
      TransportFailure failure = failure(transport, get(uri(server)));

      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(failure)
          .hasMessageEndingWith(
              "The port seems to speak no TLS: check scheme and port of the base URL.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void noticesThatTheServerHasClosed(String method) throws Exception {
    Semaphore closed = new Semaphore(0);
    try (RawServer server =
            new RawServer(
                TLS.listening(),
                peer -> {
                  peer.request();
                  peer.write(RawServer.ok("secure"));
                  peer.socket().close();
                  closed.release();
                });
        Transport transport = Transports.lease(TLS.settings())) {
      for (int i = 0; i < 20; i++) {
        WireRequest request =
            new WireRequest(method, uri(server), java.util.Map.of(), new byte[3], LONG);

        assertThat(text(transport.send(request))).isEqualTo("secure");

        closed.acquire();
        Thread.sleep(2);
      }
      assertThat(server.requests()).hasSize(20);
    }
  }

  /** The server's certificate costs a round trip and a signature the first time only. */
  @Test
  void resumesTheSessionOnTheNextConnection() throws Exception {
    List<Long> created = new CopyOnWriteArrayList<>();
    try (RawServer server =
            new RawServer(
                TLS.listening(),
                peer -> {
                  peer.request();
                  created.add(((SSLSocket) peer.socket()).getSession().getCreationTime());
                  peer.write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                });
        Transport transport = Transports.lease(TLS.settings())) {
      for (int i = 0; i < 3; i++) {
        transport.send(get(uri(server)));
        Thread.sleep(5);
      }

      assertThat(server.connections()).isEqualTo(3);
      assertThat(created.stream().distinct()).hasSize(1);
    }
  }

  @Test
  void readsAnAnswerThatComesBeforeTheWholeRequestIsSent() throws Exception {
    try (RawServer server =
            new RawServer(
                TLS.listening(),
                peer -> {
                  peer.head();
                  peer.write("HTTP/1.1 413 No\r\nConnection: close\r\nContent-Length: 2\r\n\r\nno");
                  Thread.sleep(200);
                });
        Transport transport = Transports.lease(TLS.settings())) {
      WireResponse answer = transport.send(post(uri(server), new byte[16 << 20], LONG));

      assertThat(answer.status()).isEqualTo(413);
      assertThat(text(answer)).isEqualTo("no");
    }
  }
}
