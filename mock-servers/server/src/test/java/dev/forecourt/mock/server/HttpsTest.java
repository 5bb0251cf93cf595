package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.https.MockCertificate;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS beside HTTP, with FIDCAR. */
final class HttpsTest {

  @TempDir static Path folder;

  private static MockProcess process;
  private static SSLContext trust;
  private static int port;

  @BeforeAll
  static void start() {
    process = start("--https-dir", folder.toString());
    port = process.port("fidcar");
    trust = MockCertificate.in(folder, List.of(), Clock.systemUTC()).context();
  }

  private static MockProcess start(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--vendor", "fidcar", "--port", "fidcar=0"));
    arguments.addAll(List.of(more));
    Options options = Options.parse(arguments, Vendors.all());
    return MockProcess.start(
        options.services(Vendors.all()), options.bind(), options.https(), notice -> {});
  }

  @AfterAll
  static void stop() {
    process.close();
  }

  @Test
  void answersBothOnOnePort() throws Exception {
    String path = "://localhost:" + port + "/api/local?limit=1";

    assertThat(get(trust, "https" + path).statusCode()).isEqualTo(200);
    assertThat(get(trust, "http" + path).statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhereItIsAndHowToTrustIt() {
    Path pem = folder.resolve("forecourt-mock.crt");

    assertThat(process.ready())
        .containsExactly(
            "fidcar ready at https://localhost:%d  try: curl --cacert '%s' -H 'Authorization: fidcar-test-key' 'https://localhost:%d/api/local?page=1&limit=5&bridge=icar'"
                .formatted(port, pem, port),
            "https with a new certificate: trust %s, such as curl --cacert FILE, NODE_EXTRA_CA_CERTS=FILE node, or import it into the browser. http works on the same ports"
                .formatted(pem));
  }

  @Test
  void isTrustedByNobodyWhoHasNotBeenTold() throws Exception {
    assertThatThrownBy(
            () -> get(SSLContext.getDefault(), "https://localhost:" + port + "/api/local"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void speaksHttp1ToWhoWouldRatherSpeakHttp2() throws Exception {
    try (SSLSocket socket = socket()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(parameters);

      socket.startHandshake();

      assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
    }
  }

  @Test
  void givesOutItsContractByTheAddressThatWasCalled() throws Exception {
    assertThat(get(trust, "https://localhost:" + port + "/openapi.json").body())
        .contains("\"url\" : \"https://localhost:" + port + "\"");
  }

  @Test
  void knowsItsOwnOriginByTheWayItIsCalled() throws Exception {
    assertThat(control("https://localhost:" + port)).startsWith("HTTP/1.1 200 ");
    assertThat(control("http://localhost:" + port)).startsWith("HTTP/1.1 403 ");
  }

  @Test
  void resetsAConnectionWithoutAGoodbye() {
    assertThatThrownBy(() -> exchange("/api/local", "Prefer: fault=reset"))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void answersRequestsOfOneConnectionInOrder() throws Exception {
    try (SSLSocket socket = socket()) {
      String one =
          "GET /api/local/%d HTTP/1.1\r\nHost: localhost\r\nAuthorization: fidcar-test-key\r\n";
      String both =
          one.formatted(999_999) + "\r\n" + one.formatted(1325) + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(both.getBytes(StandardCharsets.US_ASCII));
      String answers = text(socket);

      assertThat(answers.indexOf("HTTP/1.1 404 ")).isZero();
      assertThat(answers).contains("HTTP/1.1 200 OK\r\n").contains("\"id\":1325");
    }
  }

  @Test
  void takesACertificateOfTheUser() throws Exception {
    Path key = Files.writeString(folder.resolve("key.pem"), keyInPem());
    Path certificate = folder.resolve("forecourt-mock.crt");

    try (MockProcess own =
        start("--https-cert", certificate.toString(), "--https-key", key.toString())) {
      assertThat(own.ready().get(1))
          .isEqualTo(
              "https with the certificate " + certificate + ". http works on the same ports");
      assertThat(
              get(trust, "https://localhost:" + own.port("fidcar") + "/__mock/health").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void saysWhichCertificateCannotBeUsed() throws Exception {
    Path none = Files.writeString(folder.resolve("none.pem"), "nothing");

    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> start("--https-cert", none.toString(), "--https-key", none.toString()))
        .withMessageStartingWith("The certificate %s with the key %s cannot be used: ", none, none)
        .withMessageEndingWith(
            ". Both are PEM, the key in PKCS#8 (BEGIN PRIVATE KEY) and without a password.");
  }

  @Test
  void anEmbeddedMockSpeaksItAndSaysWhatTrustsIt() throws Exception {
    try (MockServer fidcar = MockServer.builder("fidcar").https(folder).start()) {
      assertThat(fidcar.baseUri()).hasToString("https://127.0.0.1:" + fidcar.port());
      assertThat(get(fidcar.sslContext(), fidcar.baseUri() + "/api/local?limit=1").statusCode())
          .isEqualTo(200);
      assertThat(get(fidcar.sslContext(), fidcar.baseUri() + "/openapi.json").body())
          .contains("\"url\" : \"" + fidcar.baseUri() + "\"");
    }
  }

  @Test
  void anEmbeddedMockThatSpeaksHttpHasNothingToTrust() {
    try (MockServer fidcar = MockServer.builder("fidcar").start()) {
      assertThatThrownBy(fidcar::sslContext)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("This mock speaks HTTP. Start it with https() in the builder.");
    }
  }

  private static String keyInPem() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("forecourt-mock.p12"))) {
      store.load(in, "forecourt".toCharArray());
    }
    Key key = store.getKey("mock", "forecourt".toCharArray());
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static String control(String origin) throws IOException {
    return exchange("/__mock/health", "Origin: " + origin);
  }

  private static String exchange(String path, String header) throws IOException {
    try (SSLSocket socket = socket()) {
      String request =
          "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAuthorization: fidcar-test-key\r\n%s\r\nConnection: close\r\n\r\n"
              .formatted(path, port, header);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return text(socket);
    }
  }

  private static SSLSocket socket() throws IOException {
    return (SSLSocket) trust.getSocketFactory().createSocket("localhost", port);
  }

  private static String text(SSLSocket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(SSLContext context, String uri)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri))
            .header("Authorization", Calls.key("fidcar"))
            .build();
    return HttpClient.newBuilder()
        .sslContext(context)
        .build()
        .send(request, BodyHandlers.ofString());
  }
}
