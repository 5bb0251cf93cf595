package dev.forecourt.runtime.http;

import static dev.forecourt.runtime.http.Requests.LONG;
import static dev.forecourt.runtime.http.Requests.get;
import static dev.forecourt.runtime.http.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a request. */
class RequestsOnTheWireTest {
  private final RawServer server = RawServer.kept("");
  private final Transport transport = Transports.lease(HttpSettings.DEFAULTS);

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  private String sent(WireRequest request) throws TransportFailure {
    transport.send(request);
    return server.requests().get(server.requests().size() - 1);
  }

  private String host() {
    return "Host: 127.0.0.1:" + server.port() + "\r\n";
  }

  @Test
  void writesHeadersAsTheCallerNamedThemInTheirOrder() throws Exception {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("X-b", List.of("1", "2"));
    headers.put("x-A", List.of("M\u00fcller\t"));

    String sent =
        sent(new WireRequest("GET", server.uri("/a%20b/?q=%C3%A4&r=1+2"), headers, null, LONG));

    assertThat(sent)
        .isEqualTo(
            "GET /a%20b/?q=%C3%A4&r=1+2 HTTP/1.1\r\nX-b: 1\r\nX-b: 2\r\nx-A: M\u00fcller\t\r\n"
                + host()
                + "Accept-Encoding: gzip\r\n\r\n");
  }

  @Test
  void writesTheBodyWithItsLengthInOneSegment() throws Exception {
    int[] first = new int[1];
    try (RawServer reading =
        new RawServer(
            peer -> {
              InputStream in = peer.socket().getInputStream();
              first[0] = in.read(new byte[10_000]);
              peer.write(RawServer.ok(""));
            })) {
      transport.send(post(reading.uri("/"), "x".repeat(4000)));
    }

    assertThat(first[0]).isGreaterThan(4000);
    assertThat(sent(post(server.uri("/"), "abc")))
        .startsWith("POST / HTTP/1.1\r\n")
        .endsWith("Content-Length: 3\r\n\r\nabc");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 8193, 200_000, 3_000_000})
  void writesBodiesOfAnySize(int size) throws Exception {
    String body = "0123456789abcdef".repeat(size / 16 + 1).substring(0, size);

    assertThat(sent(post(server.uri("/"), body))).endsWith("\r\n\r\n" + body);
  }

  @Test
  void statesThatThereIsNoBodyOnlyWhereOneIsExpected() throws Exception {
    URI uri = server.uri("/");

    assertThat(sent(new WireRequest("POST", uri, Map.of(), null, LONG)))
        .contains("Content-Length: 0\r\n");
    assertThat(sent(new WireRequest("DELETE", uri, Map.of(), null, LONG)))
        .doesNotContain("Content-Length");
    assertThat(sent(get(uri))).doesNotContain("Content-Length");
  }

  @Test
  void writesNoUserNoFragmentAndNoEmptyPath() throws Exception {
    URI uri = URI.create("HTTP://user:secret@127.0.0.1:" + server.port() + "?a=b#here");

    assertThat(sent(get(uri)))
        .startsWith("GET /?a=b HTTP/1.1\r\n" + host())
        .doesNotContain("secret");
  }

  @Test
  void leavesHostAndAcceptEncodingToTheCallerWhoSetsThem() throws Exception {
    assertThat(sent(get(server.uri("/"), "host", "other.example")))
        .contains("host: other.example\r\n")
        .doesNotContain("Host:");
    assertThat(sent(get(server.uri("/"), "accept-encoding", "br")))
        .contains("accept-encoding: br\r\n")
        .doesNotContain("gzip");
  }

  @Test
  void asksForNoCompressionWhenToldNotTo() throws Exception {
    try (Transport plain = Transports.lease(HttpSettings.DEFAULTS.withGzip(false))) {
      plain.send(get(server.uri("/")));
    }

    assertThat(server.requests().get(0)).doesNotContain("Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Connection",
        "content-length",
        "Transfer-Encoding",
        "Upgrade",
        "Expect",
        "Proxy-Authorization"
      })
  void writesNoHeaderThatWouldChangeTheFrameOrIsForAProxy(String name) throws Exception {
    assertThat(sent(get(server.uri("/"), name, "7")).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain(name.toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nB: c", "a\nb", "\u20ac", "\u0000", "\u007f", "\u0085"})
  void refusesValuesThatNoHeaderCanCarry(String value) {
    assertThatThrownBy(() -> transport.send(get(server.uri("/"), "X-Key", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Header X-Key holds U+")
        .hasMessageEndingWith(", which HTTP cannot carry. Encode it.");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X Key", "X:Key", "", "X\r\nY", "\u00fc"})
  void refusesNamesThatNoHeaderHas(String name) {
    assertThatThrownBy(() -> transport.send(get(server.uri("/"), name, "1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://a/", "//a/", "mailto:a", "http:///path"})
  void refusesUrlsThatItCannotReach(String url) {
    assertThatThrownBy(() -> transport.send(get(URI.create(url))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("Check the base URL.");
  }

  @Test
  void saysNothingSecretOfARequest() {
    WireRequest request =
        new WireRequest(
            "GET",
            URI.create("https://user:secret@a.example/path?key=secret"),
            Map.of("X-Key", List.of("secret")),
            "secret".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            LONG);

    assertThat(request).hasToString("GET https://a.example:443/path");
    assertThat(new WireResponse(200, Map.of("X", List.of("secret")), new byte[6]))
        .hasToString("200 with 6 bytes");
    assertThat(HttpSettings.DEFAULTS.withProxyLogin(new ProxyLogin("me", "secret")).toString())
        .contains("me")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my_host.example", "MY_HOST.example:8080", "u@my_host.example:8080"})
  void survivesAHostThatNoUriKnows(String authority) {
    Target target = Target.of(URI.create("http://" + authority + "/"));

    assertThat(target.host()).isEqualTo("my_host.example");
    assertThat(target.port()).isEqualTo(authority.contains("8080") ? 8080 : 80);
  }

  @Test
  void writesAddressesOfIpv6InBrackets() {
    Target target = Target.of(URI.create("https://[::1]/"));

    assertThat(target.host()).isEqualTo("::1");
    assertThat(target.authority()).isEqualTo("[::1]:443");
    assertThat(target.hostHeader()).isEqualTo("[::1]");
  }
}
