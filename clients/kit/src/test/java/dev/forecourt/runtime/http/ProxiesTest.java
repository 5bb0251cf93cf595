package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.failure;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.post;
import static dev.forecourt.runtime.http.Requests.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import dev.forecourt.runtime.kit.NobodyListens;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests by way of proxies, and what a proxy can do to them. */
@Timeout(60)
class ProxiesTest {
  private static final TestTls TLS = TestTls.local();
  private static final ProxyLogin LOGIN = new ProxyLogin("jan\u00e9", "s3cr:et");
  private static final String BASIC =
      "Proxy-Authorization: Basic "
          + Base64.getEncoder()
              .encodeToString("jan\u00e9:s3cr:et".getBytes(java.nio.charset.StandardCharsets.UTF_8))
          + "\r\n";

  private final RawServer plain = RawServer.kept("plain");
  private final RawServer secure =
      new RawServer(
          TLS.listening(),
          peer -> {
            while (peer.request() != null) {
              peer.write(RawServer.ok("secure"));
            }
          });

  @AfterEach
  void stop() {
    Authenticator.setDefault(null);
    plain.close();
    secure.close();
  }

  private URI uri(boolean tls, String path) {
    return URI.create(
        tls
            ? "https://localhost:" + secure.port() + path
            : "http://localhost:" + plain.port() + path);
  }

  private RawServer server(boolean tls) {
    return tls ? secure : plain;
  }

  private static TestProxy asking() {
    return new TestProxy("Basic realm=\"a, b\"", head -> head.contains(BASIC));
  }

  private static Transport through(TestProxy proxy) {
    return Transports.lease(TLS.settings().withProxy(proxy.selector()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void goThroughTheProxyOfTheSettings(boolean tls) throws Exception {
    try (TestProxy proxy = new TestProxy();
        Transport transport = through(proxy)) {
      assertThat(text(transport.send(get(uri(tls, "/a?b=c"), "X-Key", "k"))))
          .isEqualTo(tls ? "secure" : "plain");
      assertThat(text(transport.send(get(uri(tls, "/"), "X-Key", "k"))))
          .isEqualTo(tls ? "secure" : "plain");

      String at = "localhost:" + server(tls).port();
      assertThat(proxy.heads().get(0))
          .startsWith(
              tls
                  ? "CONNECT " + at + " HTTP/1.1\r\nHost: " + at + "\r\n"
                  : "GET http://" + at + "/a?b=c HTTP/1.1\r\n");
      assertThat(proxy.heads()).hasSize(tls ? 1 : 2);
      assertThat(server(tls).requests()).hasSize(2);
      // what is for the target stays hidden from a proxy that only connects
      if (tls) {
        assertThat(proxy.heads().get(0)).doesNotContain("X-Key");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"false, true", "true, true", "false, false", "true, false"})
  void logInWhenAsked(boolean tls, boolean bySettings) throws Exception {
    try (TestProxy proxy = asking();
        Transport transport =
            Transports.lease(
                TLS.settings()
                    .withProxy(proxy.selector())
                    .withProxyLogin(bySettings ? LOGIN : null))) {
      if (!bySettings) {
        Authenticator.setDefault(authenticator(proxy, LOGIN));
      }

      assertThat(text(transport.send(post(uri(tls, "/"), "abc"))))
          .isEqualTo(tls ? "secure" : "plain");
      transport.send(get(uri(tls, "/")));

      assertThat(proxy.heads().get(0)).doesNotContain("Proxy-Authorization");
      assertThat(proxy.heads()).hasSize(tls ? 2 : 3);
      // the target got it once, and never the login
      assertThat(server(tls).requests()).hasSize(2);
      assertThat(String.join("", server(tls).requests())).doesNotContain("Proxy-");
    }
  }

  private static Authenticator authenticator(TestProxy proxy, ProxyLogin login) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        assertThat(getRequestorType()).isEqualTo(RequestorType.PROXY);
        assertThat(getRequestingHost() + ":" + getRequestingPort()).isEqualTo(proxy.name());
        assertThat(getRequestingScheme()).isEqualToIgnoringCase("basic");
        assertThat(getRequestingPrompt()).isEqualTo("a, b");
        return new PasswordAuthentication(login.user(), login.password().toCharArray());
      }
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sayThatALoginIsMissing(boolean tls) {
    try (TestProxy proxy = asking();
        Transport transport = through(proxy)) {
      TransportFailure failure = failure(transport, post(uri(tls, "/?secret"), "x"));

      assertThat(failure.kind()).isEqualTo(Kind.PROXY);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(failure)
          .hasMessage(
              "the proxy "
                  + proxy.name()
                  + " asks for user and password (407). Give them to the client's proxy login, or"
                  + " to the default java.net.Authenticator.");
      assertThat(server(tls).connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sayThatALoginIsWrongWithoutThePassword(boolean tls) {
    try (TestProxy proxy = asking();
        Transport transport =
            Transports.lease(
                TLS.settings()
                    .withProxy(proxy.selector())
                    .withProxyLogin(new ProxyLogin("jane", "geheim")))) {
      for (int i = 0; i < 2; i++) {
        TransportFailure failure = failure(transport, get(uri(tls, "/")));

        assertThat(failure.kind()).isEqualTo(Kind.PROXY);
        assertThat(failure.mayHaveArrived()).isFalse();
        assertThat(failure)
            .hasMessage(
                "the proxy "
                    + proxy.name()
                    + " refuses the password of the user jane (407). Check both.");
      }
      assertThat(proxy.heads()).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sayThatALoginIsOfAnotherKind(boolean tls) {
    try (TestProxy proxy = new TestProxy("Negotiate, NTLM", head -> false);
        Transport transport =
            Transports.lease(TLS.settings().withProxy(proxy.selector()).withProxyLogin(LOGIN))) {
      assertThat(failure(transport, get(uri(tls, "/"))))
          .hasMessage(
              "the proxy "
                  + proxy.name()
                  + " asks for a login (407) by negotiate, ntlm. Known are Basic and Digest: let it"
                  + " offer one of them.");
    }
  }

  /** The response is worked out here once more, by RFC 7616, 3.4.1. */
  @ParameterizedTest
  @CsvSource({"false, MD5", "true, MD5", "true, SHA-256"})
  void preferDigestWhichDoesNotShowThePassword(boolean tls, String algorithm) throws Exception {
    String challenge =
        "Basic realm=\"x\", Digest realm=\"r\", nonce=\"n/1\", opaque=\"o\", qop=\"auth,auth-int\","
            + " algorithm="
            + algorithm;
    try (TestProxy proxy = new TestProxy(challenge, head -> provesPassword(head, algorithm));
        Transport transport =
            Transports.lease(TLS.settings().withProxy(proxy.selector()).withProxyLogin(LOGIN))) {
      transport.send(get(uri(tls, "/a?b")));
      transport.send(get(uri(tls, "/a?b")));

      assertThat(proxy.heads()).hasSize(tls ? 2 : 3);
      assertThat(proxy.heads().get(1)).contains("nc=00000001").doesNotContain("Basic");
    }
  }

  private static boolean provesPassword(String head, String algorithm) {
    Matcher said =
        Pattern.compile(
                "^(\\w+) (\\S+) .*Digest username=\"jan\u00e9\", realm=\"r\", nonce=\"n/1\","
                    + " uri=\"([^\"]*)\", algorithm=.*, response=\"(\\w+)\", qop=auth, nc=(\\w+),"
                    + " cnonce=\"(\\w+)\", opaque=\"o\".*",
                Pattern.DOTALL)
            .matcher(head);
    if (!said.matches() || !said.group(2).equals(said.group(3))) {
      return false;
    }
    String who = hash(algorithm, "jan\u00e9:r:s3cr:et");
    String what = hash(algorithm, said.group(1) + ":" + said.group(3));
    return said.group(4)
        .equals(
            hash(algorithm, who + ":n/1:" + said.group(5) + ":" + said.group(6) + ":auth:" + what));
  }

  private static String hash(String algorithm, String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance(algorithm)
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Transport throughPort(int proxy, Duration connectTimeout) {
    return Transports.lease(
        TLS.settings()
            .withConnectTimeout(connectTimeout)
            .withProxy(ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", proxy))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 403 Forbidden by rule 7\\r\\n\\r\\n | makes no connection to localhost:PORT: 403"
            + " Forbidden by rule 7. Check the base URL, and what the proxy allows.",
        "HTTP/1.1 502\\r\\n\\r\\n | makes no connection to localhost:PORT: 502. Check"
            + " the base URL, and what the proxy allows.",
        "HTTP/1.1 503 No\\r\\nX-Squid-Error: ERR_DNS_FAIL 0\\r\\n\\r\\n | makes no connection to"
            + " localhost:PORT: 503 No (ERR_DNS_FAIL 0). Check the base URL, and what the proxy"
            + " allows.",
        "garbage\\r\\n | does not answer as an HTTP proxy does. Check its host, port and kind.",
        "'' | closed the connection instead of an answer. Check its host, port and kind."
      })
  void sayWhatAProxyDoesInsteadOfConnecting(String bytes, String message) {
    String answer = bytes.replace("\\r", "\r").replace("\\n", "\n");
    try (RawServer proxy = RawServer.answering(answer);
        Transport transport = throughPort(proxy.port(), Duration.ofSeconds(10))) {
      TransportFailure failure = failure(transport, post(uri(true, "/"), "x"));

      assertThat(failure.kind()).isEqualTo(Kind.PROXY);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(failure.host()).isEqualTo("localhost:" + secure.port());
      assertThat(failure)
          .hasMessage(
              "the proxy 127.0.0.1:"
                  + proxy.port()
                  + " "
                  + message.replace("PORT", String.valueOf(secure.port())));
    }
  }

  @Test
  void nameTheProxyWhenItSaysNothing() {
    try (RawServer proxy = new RawServer(peer -> Thread.sleep(60_000));
        Transport transport = throughPort(proxy.port(), Duration.ofMillis(150))) {
      TransportFailure failure = failure(transport, get(uri(true, "/")));

      assertThat(failure.kind()).isEqualTo(Kind.CONNECT_TIMEOUT);
      assertThat(failure)
          .hasMessageContaining(
              "by way of the proxy 127.0.0.1:" + proxy.port() + " within PT0.15S");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nameTheProxyWhenItIsNotThere(boolean tls) throws IOException {
    try (NobodyListens gone = new NobodyListens();
        Transport transport = throughPort(gone.port(), Duration.ofSeconds(10))) {
      TransportFailure failure = failure(transport, get(uri(tls, "/")));

      assertThat(failure.kind()).isEqualTo(Kind.PROXY);
      assertThat(failure)
          .hasMessage(
              "the proxy 127.0.0.1:"
                  + gone.port()
                  + " takes no connection (ConnectException: Connection refused). Check its host"
                  + " and port.");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sayThatTheAuthenticatorFailed(boolean tls) {
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            throw new IllegalStateException("no vault");
          }
        });
    try (TestProxy proxy = asking();
        Transport transport = through(proxy)) {
      TransportFailure failure = failure(transport, get(uri(tls, "/")));

      assertThat(failure.kind()).isEqualTo(Kind.PROXY);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(failure)
          .hasMessage(
              "the proxy "
                  + proxy.name()
                  + " asks for user and password, and the default java.net.Authenticator failed"
                  + " (IllegalStateException: no vault). Mend it, or give both to the client's"
                  + " proxy login.");
    }
  }

  @Test
  void sayThatTheSelectorFailed() {
    ProxySelector broken = selector(uri -> failing("no PAC file"), "");
    try (Transport transport = Transports.lease(TLS.settings().withProxy(broken))) {
      TransportFailure failure = failure(transport, get(uri(false, "/")));

      assertThat(failure.kind()).isEqualTo(Kind.PROXY);
      assertThat(failure.mayHaveArrived()).isFalse();
      assertThat(failure)
          .hasMessageContaining("the ProxySelector " + broken.getClass().getName() + " failed")
          .hasMessageContaining("(IllegalStateException: no PAC file)");
    }
  }

  @Test
  void takeTheNextProxyThoughTheSelectorFailsToHearOfTheFirst() throws Exception {
    try (NobodyListens gone = new NobodyListens()) {
      Proxy first =
          new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("127.0.0.1", gone.port()));
      ProxySelector selector = selector(uri -> List.of(first, Proxy.NO_PROXY), "not now");
      try (Transport transport = Transports.lease(TLS.settings().withProxy(selector))) {
        assertThat(text(transport.send(get(uri(false, "/"))))).isEqualTo("plain");
      }
    }
  }

  private static List<Proxy> failing(String message) {
    throw new IllegalStateException(message);
  }

  private static ProxySelector selector(Function<URI, List<Proxy>> ways, String whenOneFails) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return ways.apply(uri);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {
        failing(whenOneFails);
      }
    };
  }

  @Test
  void keepToItselfAPasswordThatWasGivenWithTheUser() {
    assertThatThrownBy(() -> new ProxyLogin("jan:s3cret", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The user of a proxy must have no colon. Give user and password as two texts.");
  }

  @Test
  void nameTheProxyWhenItsHostIsUnknown() {
    ProxySelector selector =
        ProxySelector.of(InetSocketAddress.createUnresolved("proxy.invalid", 3128));
    try (Transport transport = Transports.lease(TLS.settings().withProxy(selector))) {
      assertThat(failure(transport, get(uri(false, "/"))))
          .hasMessage("the proxy proxy.invalid:3128 has an unknown host. Check its name and port.");
    }
  }

  @Test
  void checkTheNameOfTheTargetBehindTheProxy() {
    TestTls other = new TestTls("SAN=DNS:other.example");
    try (RawServer impostor =
            new RawServer(other.listening(), peer -> peer.write(RawServer.ok("x")));
        TestProxy proxy = new TestProxy();
        Transport transport = Transports.lease(other.settings().withProxy(proxy.selector()))) {
      TransportFailure failure =
          failure(transport, get(URI.create("https://localhost:" + impostor.port() + "/")));

      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure).hasMessageContaining("The certificate is for another host");
    }
  }

  @Test
  void askTheJvmForEachRequestAndSpareWhatItSpares() throws Exception {
    try (TestProxy proxy = new TestProxy();
        Transport transport = Transports.lease(TLS.settings())) {
      transport.send(get(uri(false, "/")));
      System.setProperty("http.proxyHost", "127.0.0.1");
      System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
      System.setProperty("http.nonProxyHosts", "");
      try {
        transport.send(get(uri(false, "/by-proxy")));
        System.setProperty("http.nonProxyHosts", "localhost");
        transport.send(get(uri(false, "/")));
      } finally {
        System.clearProperty("http.proxyHost");
        System.clearProperty("http.proxyPort");
        System.clearProperty("http.nonProxyHosts");
      }

      assertThat(proxy.heads()).hasSize(1);
      assertThat(proxy.heads().get(0)).contains("/by-proxy");
      assertThat(plain.requests()).hasSize(3);
    }
  }

  @Test
  void takeTheNextProxyWhenTheFirstIsGoneAndTellTheSelector() throws Exception {
    List<SocketAddress> failed = new ArrayList<>();
    List<URI> asked = new ArrayList<>();
    InetSocketAddress first;
    try (NobodyListens gone = new NobodyListens()) {
      first = InetSocketAddress.createUnresolved("127.0.0.1", gone.port());
      ProxySelector selector = directAfter(first, asked, failed);
      try (Transport transport = Transports.lease(TLS.settings().withProxy(selector))) {
        assertThat(text(transport.send(get(uri(false, "/?key=secret"))))).isEqualTo("plain");
      }
    }

    assertThat(failed).containsExactly(first);
    assertThat(asked).containsExactly(uri(false, "/"));
  }

  private static ProxySelector directAfter(
      InetSocketAddress proxy, List<URI> asked, List<SocketAddress> failed) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        asked.add(uri);
        return List.of(new Proxy(Proxy.Type.HTTP, proxy), Proxy.NO_PROXY);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {
        failed.add(address);
      }
    };
  }

  /** Who may not pass does not go around. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void takeNoOtherWayWhenTheProxySaysNo(boolean tls) {
    List<SocketAddress> failed = new ArrayList<>();
    try (TestProxy proxy = asking();
        Transport transport =
            Transports.lease(
                TLS.settings()
                    .withProxy(
                        directAfter(
                            InetSocketAddress.createUnresolved("127.0.0.1", proxy.port()),
                            new ArrayList<>(),
                            failed)))) {
      assertThat(failure(transport, get(uri(tls, "/"))).kind()).isEqualTo(Kind.PROXY);
    }

    assertThat(failed).isEmpty();
    assertThat(server(tls).connections()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void goThroughSocks(boolean tls, boolean login) throws Exception {
    List<String> asked = new ArrayList<>();
    try (RawServer proxy = new RawServer(peer -> socks(peer, login ? LOGIN : null, asked));
        Transport transport = throughSocks(proxy, LOGIN)) {
      assertThat(text(transport.send(get(uri(tls, "/"))))).isEqualTo(tls ? "secure" : "plain");

      assertThat(asked).containsExactly("localhost");
      assertThat(server(tls).requests().get(0)).startsWith("GET / HTTP/1.1");
    }
  }

  private static Transport throughSocks(RawServer proxy, ProxyLogin login) {
    Proxy socks =
        new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("127.0.0.1", proxy.port()));
    return Transports.lease(
        TLS.settings()
            .withProxyLogin(login)
            .withProxy(
                new ProxySelector() {
                  @Override
                  public List<Proxy> select(URI uri) {
                    return List.of(socks);
                  }

                  @Override
                  public void connectFailed(URI uri, SocketAddress address, IOException e) {}
                }));
  }

  private static void socks(RawServer.Peer peer, ProxyLogin login, List<String> asked)
      throws IOException {
    java.io.InputStream in = peer.socket().getInputStream();
    in.readNBytes(4);
    peer.write(new byte[] {5, (byte) (login == null ? 0 : 2)});
    if (login != null) {
      in.read();
      String user = new String(in.readNBytes(in.read()), java.nio.charset.StandardCharsets.UTF_8);
      String word = new String(in.readNBytes(in.read()), java.nio.charset.StandardCharsets.UTF_8);
      boolean right = user.equals(login.user()) && word.equals(login.password());
      peer.write(new byte[] {1, (byte) (right ? 0 : 1)});
    }
    in.readNBytes(4);
    String host = new String(in.readNBytes(in.read()), java.nio.charset.StandardCharsets.UTF_8);
    int port = in.read() << 8 | in.read();
    asked.add(host);
    try (java.net.Socket target = new java.net.Socket(host, port)) {
      peer.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
      Thread back = new Thread(() -> TestProxy.copy(target, peer.socket()));
      back.start();
      TestProxy.copy(peer.socket(), target);
    }
  }

  @Test
  void sayWhatSocksRefuses() {
    try (RawServer refusing =
            new RawServer(
                peer -> {
                  peer.socket().getInputStream().readNBytes(4);
                  peer.write(new byte[] {5, 0});
                  peer.socket().getInputStream().readNBytes(16);
                  peer.write(new byte[] {5, 2, 0, 1, 0, 0, 0, 0, 0, 0});
                });
        RawServer other = RawServer.answering("HTTP/1.1 400 No\r\n\r\n");
        RawServer strict = new RawServer(peer -> socks(peer, LOGIN, new ArrayList<>()));
        Transport refused = throughSocks(refusing, LOGIN);
        Transport wrong = throughSocks(strict, new ProxyLogin("jane", "geheim"));
        Transport without = throughSocks(strict, null)) {
      assertThat(other).isNotNull();
      TransportFailure failure = failure(refused, get(uri(false, "/")));

      assertThat(failure.kind()).isEqualTo(Kind.PROXY);
      assertThat(failure)
          .hasMessage(
              "the proxy 127.0.0.1:"
                  + refusing.port()
                  + " makes no connection to localhost:"
                  + plain.port()
                  + ": not allowed. Check the base URL, and what the proxy allows.");
      assertThat(failure(wrong, get(uri(false, "/"))))
          .hasMessageEndingWith(" refuses the password of the user jane. Check both.");
      assertThat(failure(without, get(uri(false, "/"))))
          .hasMessageContaining(" asks for user and password. Give them to ");
    }
  }

  @Test
  void readsSeveralChallengesInOneHeaderAndInMany() {
    List<Challenge> all =
        Challenge.all(List.of("Negotiate, Basic realm=\"a \\\"b\\\", c\", charset=utf-8", "NTLM"));

    assertThat(all).extracting(Challenge::scheme).containsExactly("negotiate", "basic", "ntlm");
    assertThat(all.get(1).parameters())
        .isEqualTo(Map.of("realm", "a \"b\", c", "charset", "utf-8"));
  }
}
