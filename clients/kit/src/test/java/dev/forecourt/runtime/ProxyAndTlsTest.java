package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.WireServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy and an SSL context that the caller gives are used. */
class ProxyAndTlsTest {
  private static final char[] PASSWORD = "for-the-test".toCharArray();

  private static HttpsServer https;
  private static SSLContext context;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    context = context(selfSigned(folder));
    https = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context));
    https.createContext(
        "/thing",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(new byte[] {'{', '}'});
          exchange.close();
        });
    https.start();
  }

  @AfterAll
  static void stop() {
    https.stop(0);
  }

  private static String url() {
    return "https://127.0.0.1:" + https.getAddress().getPort();
  }

  private static KeyStore selfSigned(Path folder) throws Exception {
    Path file = folder.resolve("server.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String[] command = {
      keytool,
      "-genkeypair",
      "-alias",
      "server",
      "-keyalg",
      "EC",
      "-dname",
      "CN=127.0.0.1",
      "-ext",
      "SAN=IP:127.0.0.1",
      "-validity",
      "2",
      "-storetype",
      "PKCS12",
      "-keystore",
      file.toString(),
      "-storepass",
      new String(PASSWORD)
    };
    assertThat(
            new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor())
        .isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static SSLContext context(KeyStore store) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void trustsWhomTheSslContextTrusts() {
    try (AcmeClient client = AcmeClient.builder(url()).sslContext(context).build()) {
      assertThat(client.get().status()).isEqualTo(200);
    }
  }

  @Test
  void trustsNobodyElseWithoutIt() {
    try (AcmeClient client = AcmeClient.builder(url()).retries(RetryPolicy.never()).build()) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class, e -> assertThat(e.mayHaveArrived()).isFalse())
          .hasMessageStartingWith(
              "acme getThing: GET /thing failed: no TLS connection to "
                  + url().substring("https://".length())
                  + " (SSLHandshakeException: ")
          .hasMessageEndingWith("). Check the base URL, and whom the SSLContext trusts.");
    }
  }

  @Test
  void sendsThroughTheProxy() {
    try (WireServer proxy = new WireServer();
        AcmeClient client =
            AcmeClient.builder("http://acme.example").proxy(selector(proxy)).build()) {
      proxy.answer("{\"id\":7}");

      assertThat(client.get().model()).containsEntry("id", 7);

      assertThat(proxy.request().line()).isEqualTo("GET http://acme.example/thing");
      assertThat(proxy.request().header("Host")).isEqualTo("acme.example");
    }
  }

  @Test
  void sendsNothingThroughAProxyThatAnotherClientHas() {
    try (WireServer proxy = new WireServer();
        WireServer server = new WireServer();
        AcmeClient other =
            AcmeClient.builder("http://acme.example").proxy(selector(proxy)).build();
        AcmeClient client = AcmeClient.builder(server.url()).build()) {
      server.answer("{}");

      client.get();

      assertThat(server.request().line()).isEqualTo("GET /thing");
      assertThat(proxy.connections()).isZero();
      assertThat(other).isNotNull();
    }
  }

  private static ProxySelector selector(WireServer proxy) {
    URI uri = URI.create(proxy.url());
    return ProxySelector.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
  }
}
