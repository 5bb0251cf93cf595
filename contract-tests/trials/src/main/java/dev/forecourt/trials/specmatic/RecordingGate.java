package dev.forecourt.trials.specmatic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.forecourt.verifier.replay.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands before a provider and keeps what passes. Where a request carries a made-up credential it
 * puts one that the provider takes, for Fidelisa a fresh signature.
 */
final class RecordingGate implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The status that the test expects. */
  private static final String EXPECTED = "Specmatic-Response-Code";

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Set<String> OF_CONNECTION =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "date");

  private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
  private final Provider provider;
  private final Credentials credentials;
  private final HttpServer server;

  private RecordingGate(Provider provider, Credentials credentials, HttpServer server) {
    this.provider = provider;
    this.credentials = credentials;
    this.server = server;
  }

  static RecordingGate before(Provider provider) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    RecordingGate gate = new RecordingGate(provider, Credentials.ofStub(provider.vendor()), server);
    server.createContext("/", gate::pass);
    server.start();
    return gate;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** All that passed so far, in order. */
  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = 502;
    byte[] answer;
    try {
      provider.prepare();
      HttpResponse<byte[]> got =
          HTTP.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
      status = got.statusCode();
      answer = got.body();
      got.headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
    } catch (IOException | RuntimeException e) {
      answer = ("No answer: " + e).getBytes(StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer = "Interrupted".getBytes(StandardCharsets.UTF_8);
    }
    // without the header it is no test: Specmatic looks for an OpenAPI document of the provider
    if (exchange.getRequestHeaders().containsKey(EXPECTED)) {
      exchanges.add(
          new Exchange(
              exchange.getRequestMethod(),
              Share.without(exchange.getRequestURI().toString()),
              new String(body, StandardCharsets.UTF_8),
              status,
              new String(answer, StandardCharsets.UTF_8)));
    }
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(provider.uri().resolve(target(exchange.getRequestURI())))
            .timeout(LIMIT)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    headers.keySet().removeIf(name -> OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT)));
    credentials
        .headers()
        .forEach((name, value) -> headers.computeIfPresent(name, (known, old) -> List.of(value)));
    String expected = exchange.getRequestHeaders().getFirst(EXPECTED);
    if (provider.hasToBeTold() && expected != null && expected.startsWith("2")) {
      sent.header("Prefer", "code=" + expected);
    }
    headers.forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
    return sent.build();
  }

  private String target(URI uri) {
    String path = Share.without(uri.getRawPath());
    String query = uri.getRawQuery();
    if (query == null) {
      return path;
    }
    Map<String, String> known = credentials.query();
    return path
        + "?"
        + Stream.of(query.split("&"))
            .map(
                each -> {
                  String name = each.split("=", 2)[0];
                  return known.containsKey(name)
                      ? name + "=" + URLEncoder.encode(known.get(name), StandardCharsets.UTF_8)
                      : each;
                })
            .collect(Collectors.joining("&"));
  }
}
