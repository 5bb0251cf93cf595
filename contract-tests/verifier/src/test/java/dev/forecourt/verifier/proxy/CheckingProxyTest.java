package dev.forecourt.verifier.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.forecourt.verifier.traffic.WireExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckingProxyTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final BlockingQueue<WireExchange> seen = new LinkedBlockingQueue<>();
  private final Map<String, List<String>> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private HttpServer vendor;
  private CheckingProxy proxy;
  private volatile byte[] answer = "{\"a\":1}".getBytes(UTF_8);
  private volatile int status = 200;
  private volatile String line;
  private volatile byte[] sent;

  @BeforeEach
  void start() throws IOException {
    vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    vendor.createContext("/", this::answer);
    vendor.start();
    proxy = CheckingProxy.start(address(""), 0, seen::add);
  }

  @AfterEach
  void stop() {
    proxy.close();
    vendor.stop(0);
  }

  @Test
  void passesMethodAddressHeadersAndBodyOnAsTheyAre() throws Exception {
    HttpRequest request =
        request("/api/review/a%2Fb?q=x%20y&list[]=1&empty=")
            .header("Authorization", "s3cret")
            .header("X-Twice", "one")
            .header("X-Twice", "two")
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString("{\"ä\":1}"))
            .build();

    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());

    assertThat(line).isEqualTo("PATCH /api/review/a%2Fb?q=x%20y&list[]=1&empty=");
    assertThat(received).containsEntry("Authorization", List.of("s3cret"));
    assertThat(received.get("X-Twice")).containsExactly("one", "two");
    assertThat(new String(sent, UTF_8)).isEqualTo("{\"ä\":1}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"a\":1}");
    assertThat(response.headers().allValues("X-Answer")).containsExactly("1", "2");
  }

  @Test
  void showsTheWholeExchangeAfterwards() throws Exception {
    HTTP.send(
        request("/api/review?page=2")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString("hello"))
            .build(),
        BodyHandlers.ofString());

    WireExchange exchange = next();
    assertThat(exchange.method()).isEqualTo("POST");
    assertThat(exchange.url()).isEqualTo(address("/api/review?page=2").toString());
    assertThat(exchange.requestHeaders()).containsKey("Content-type");
    assertThat(exchange.requestBody()).asString(UTF_8).isEqualTo("hello");
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.body()).asString(UTF_8).isEqualTo("{\"a\":1}");
    assertThat(exchange.cutOff()).isEmpty();
  }

  @Test
  void finishesOnlyOnceTheWatcherHasGotWhatWasAnswered() throws Exception {
    Thread finishing = Thread.currentThread();
    AtomicBoolean over = new AtomicBoolean();
    try (CheckingProxy slow =
        CheckingProxy.start(
            address(""),
            0,
            exchange -> {
              awaitThatItWaits(finishing, over);
              seen.add(exchange);
            })) {
      HTTP.send(
          HttpRequest.newBuilder(slow.uri().resolve("/late")).build(), BodyHandlers.ofString());

      slow.finish();

      assertThat(seen).extracting(WireExchange::url).containsExactly(address("/late").toString());
    } finally {
      over.set(true);
    }
  }

  /** Waits without end for a thread that never waits, until it is over. */
  private static void awaitThatItWaits(Thread thread, AtomicBoolean over) {
    while (thread.getState() != Thread.State.TIMED_WAITING && !over.get()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void leavesACompressedAnswerCompressed() throws Exception {
    answer = gzip("{\"a\":2}");

    HttpResponse<byte[]> response =
        HTTP.send(request("/?zip").GET().build(), BodyHandlers.ofByteArray());

    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(response.body()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304, 404, 500})
  void passesEveryStatusOn(int expected) throws Exception {
    status = expected;

    HttpResponse<String> response =
        HTTP.send(request("/api").GET().build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(expected);
    assertThat(response.body()).isEqualTo(expected == 204 || expected == 304 ? "" : "{\"a\":1}");
    assertThat(next().status()).isEqualTo(expected);
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            request("/api").method("HEAD", BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void passesALongBodyOnWholeAndKeepsItsBeginningOnly() throws Exception {
    answer = "x".repeat(CheckingProxy.KEPT + 1000).getBytes(UTF_8);

    HttpResponse<byte[]> response =
        HTTP.send(
            request("/api").POST(BodyPublishers.ofByteArray(answer)).build(),
            BodyHandlers.ofByteArray());

    assertThat(response.body()).hasSize(answer.length);
    assertThat(sent).hasSize(answer.length);
    WireExchange exchange = next();
    assertThat(exchange.body()).hasSize(CheckingProxy.KEPT);
    assertThat(exchange.requestBody()).hasSize(CheckingProxy.KEPT);
    assertThat(exchange.cutOff())
        .containsExactlyInAnyOrder(WireExchange.CutOff.REQUEST, WireExchange.CutOff.ANSWER);
  }

  @Test
  void putsAPathOfTheTargetBeforeThoseOfRequests() throws Exception {
    try (CheckingProxy behind = CheckingProxy.start(address("/gateway/"), 0, seen::add)) {
      HTTP.send(
          HttpRequest.newBuilder(behind.uri().resolve("/api/review")).build(),
          BodyHandlers.ofString());
    }

    assertThat(line).isEqualTo("GET /gateway/api/review");
  }

  @Test
  void saysWhoDidNotAnswer() throws Exception {
    vendor.stop(0);

    HttpResponse<String> response =
        HTTP.send(request("/api?key=s3cret").GET().build(), BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body())
        .startsWith("The proxy got no answer from " + address("") + ": ")
        .contains("is --to right?")
        .doesNotContain("s3cret");
    assertThat(next().status()).isZero();
  }

  @Test
  void keepsWhatIsAboutOneConnectionToItself() {
    Map<String, List<String>> passed =
        PassedHeaders.of(
            Map.of(
                "Connection", List.of("keep-alive, X-Hop"),
                "X-Hop", List.of("1"),
                "Keep-Alive", List.of("timeout=5"),
                "Transfer-Encoding", List.of("chunked"),
                "Accept", List.of("*/*")));

    assertThat(passed).containsOnlyKeys("Accept");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.example", "ftp://api.example", "/api"})
  void refusesATargetThatIsNoAddress(String target) {
    assertThatThrownBy(() -> CheckingProxy.start(URI.create(target), 0, seen::add))
        .hasMessage(
            "'%s' is no address to pass requests on to. Write it whole: --to https://api.example"
                .formatted(target));
  }

  private WireExchange next() throws InterruptedException {
    WireExchange exchange = seen.poll(20, TimeUnit.SECONDS);
    assertThat(exchange).isNotNull();
    return exchange;
  }

  private HttpRequest.Builder request(String target) {
    // brackets in a query are what PHP vendors document, and no URI
    return HttpRequest.newBuilder(
        URI.create(proxy.uri() + target.replace("[", "%5B").replace("]", "%5D")));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + vendor.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      line =
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI().toString().replace("%5B", "[").replace("%5D", "]");
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> received.put(name, List.copyOf(values)));
      sent = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestURI().toString().contains("zip")) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      }
      exchange.getResponseHeaders().put("X-Answer", List.of("1", "2"));
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      boolean empty = status == 204 || status == 304 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, empty ? -1 : answer.length);
      if (!empty) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
