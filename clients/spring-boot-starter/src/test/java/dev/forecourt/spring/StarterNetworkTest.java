package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Properties for the way to the vendor: headers, query, proxies, TLS, sizes. */
class StarterNetworkTest {
  private static final String PASSWORD = "for-the-test";

  private final WireServer server = new WireServer();

  @TempDir private Path temp;

  @AfterEach
  void stop() {
    server.close();
  }

  private static ApplicationContextRunner fidcar(String baseUrl, String... properties) {
    return VendorCase.bare()
        .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
        .withPropertyValues(
            "forecourt.fidcar.api-key=key",
            "forecourt.fidcar.retries.max-retries=0",
            "forecourt.fidcar.base-url=" + baseUrl)
        .withPropertyValues(properties);
  }

  private WireRequest sent(String... properties) {
    server.answer("{}");
    fidcar(server.url(), properties).run(context -> call(context.getBean(FidcarClient.class)));
    return server.request();
  }

  private static Dealership call(FidcarClient client) {
    return client.dealerships().getDealership(1);
  }

  @Test
  void sendsHeadersAndQueryWithEveryRequest() {
    WireRequest sent =
        sent(
            "forecourt.fidcar.headers.Mock-Session=mine",
            "forecourt.defaults.headers.X-Request-Id=r-1",
            "forecourt.defaults.query.tenant=nord & sud");

    assertThat(sent.header("Mock-Session")).isEqualTo("mine");
    assertThat(sent.header("X-Request-Id")).isEqualTo("r-1");
    assertThat(sent.line()).isEqualTo("GET /api/local/1?tenant=nord%20%26%20sud");
  }

  @Test
  void namesTheApplicationInTheUserAgent() {
    assertThat(sent("forecourt.defaults.user-agent=showroom/7").header("User-Agent"))
        .startsWith("forecourt-fidcar/")
        .endsWith(" showroom/7");
  }

  @Test
  void asksForCompressionUnlessToldNotTo() {
    assertThat(sent().header("Accept-Encoding")).contains("gzip");
  }

  @Test
  void doesNotAskForCompressionIfItIsOff() {
    assertThat(sent("forecourt.defaults.gzip=false").headers("Accept-Encoding"))
        .allSatisfy(value -> assertThat(value).doesNotContain("gzip"));
  }

  @Test
  void refusesAnAnswerBeyondItsSize() {
    server.answer("{\"title\":\"" + "x".repeat(5000) + "\"}");

    fidcar(server.url(), "forecourt.fidcar.max-response-size=4KB")
        .run(
            context ->
                assertThatThrownBy(() -> call(context.getBean(FidcarClient.class)))
                    .isInstanceOf(VendorTransportException.class)
                    .hasMessageContaining("4096"));
  }

  @Test
  void goesThroughTheProxyThatAsksForALogin() {
    server
        .answer(WireAnswer.json(407, "").header("Proxy-Authenticate", "Basic realm=\"house\""))
        .answer("{\"title\":\"Garage du Nord\"}");
    String port = server.url().replaceFirst(".*:", "");

    fidcar(
            "http://fidcar.example",
            "forecourt.defaults.proxy.host=127.0.0.1",
            "forecourt.defaults.proxy.port=" + port,
            "forecourt.defaults.proxy.user=u",
            "forecourt.defaults.proxy.password=p")
        .run(
            context ->
                assertThat(call(context.getBean(FidcarClient.class)).title())
                    .isEqualTo("Garage du Nord"));

    WireRequest last = server.requests().get(server.requests().size() - 1);
    assertThat(last.line()).isEqualTo("GET http://fidcar.example/api/local/1");
    assertThat(last.header("Proxy-Authorization")).isEqualTo("Basic dTpw");
  }

  @Test
  void callsHostsOfTheHouseWithoutTheProxy() {
    WireRequest sent =
        sent("forecourt.defaults.proxy.host=127.0.0.1", "forecourt.defaults.proxy.port=1");

    assertThat(sent.line()).isEqualTo("GET /api/local/1");
  }

  @Test
  void knowsTheHostsThatNeedNoProxy() {
    HostProxy proxy =
        new HostProxy("proxy", 3128, List.of("*.house.example", "10.*", "exact", "*mid*"));

    for (String direct :
        List.of("a.house.example", "A.HOUSE.example", "10.1.2.3", "exact", "amidst")) {
      assertThat(proxy.select(URI.create("http://" + direct + "/")))
          .containsExactly(Proxy.NO_PROXY);
    }
    for (String outside : List.of("house.example.com", "110.1.2.3", "exactly", "example")) {
      assertThat(proxy.select(URI.create("http://" + outside + "/")))
          .as(outside)
          .singleElement()
          .satisfies(
              found ->
                  assertThat(found.address())
                      .isEqualTo(InetSocketAddress.createUnresolved("proxy", 3128)));
    }
  }

  @Test
  void sharesConnectionsOverEqualProxies() {
    assertThat(new HostProxy("proxy", 3128, HostProxy.LOCAL))
        .isEqualTo(new HostProxy("proxy", 3128, HostProxy.LOCAL))
        .isNotEqualTo(new HostProxy("proxy", 3129, HostProxy.LOCAL));
  }

  @Test
  void trustsTheBundleOfTheApplication() throws Exception {
    Path store = keyStore();
    HttpsServer https = https(store);
    String url = "https://127.0.0.1:" + https.getAddress().getPort();
    try {
      fidcar(
              url,
              "forecourt.fidcar.ssl.bundle=vendors",
              "spring.ssl.bundle.jks.vendors.truststore.location=" + store.toUri(),
              "spring.ssl.bundle.jks.vendors.truststore.type=PKCS12",
              "spring.ssl.bundle.jks.vendors.truststore.password=" + PASSWORD)
          .run(
              context ->
                  assertThat(call(context.getBean(FidcarClient.class)).title())
                      .isEqualTo("over TLS"));
      fidcar(url)
          .run(
              context ->
                  assertThatThrownBy(() -> call(context.getBean(FidcarClient.class)))
                      .isInstanceOf(VendorTransportException.class));
    } finally {
      https.stop(0);
    }
  }

  @Test
  void namesTheBundlesThatThereAre() throws Exception {
    Path store = keyStore();

    fidcar(
            server.url(),
            "forecourt.fidcar.ssl.bundle=vendor",
            "spring.ssl.bundle.jks.vendors.truststore.location=" + store.toUri(),
            "spring.ssl.bundle.jks.vendors.truststore.password=" + PASSWORD)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(
                        "forecourt.fidcar.ssl.bundle: There is no SSL bundle 'vendor' among"
                            + " [vendors]. Define it below spring.ssl.bundle."));
  }

  @Test
  void refusesABundleWhoseCiphersWouldBeLost() throws Exception {
    Path store = keyStore();

    fidcar(
            server.url(),
            "forecourt.fidcar.ssl.bundle=vendors",
            "spring.ssl.bundle.jks.vendors.options.enabled-protocols=TLSv1.3",
            "spring.ssl.bundle.jks.vendors.truststore.location=" + store.toUri(),
            "spring.ssl.bundle.jks.vendors.truststore.password=" + PASSWORD)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageStartingWith(
                        "SSL bundle 'vendors' sets options.ciphers or options.enabled-protocols"));
  }

  private Path keyStore() throws Exception {
    Path store = temp.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    return store;
  }

  private static HttpsServer https(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context));
    https.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"title\":\"over TLS\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    https.start();
    return https;
  }
}
