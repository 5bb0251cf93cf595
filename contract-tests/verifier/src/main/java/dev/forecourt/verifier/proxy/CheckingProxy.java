package dev.forecourt.verifier.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.forecourt.verifier.traffic.WireExchange;
import dev.forecourt.verifier.traffic.WireExchange.CutOff;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stands between an application and a vendor: passes every request and every answer on as they are,
 * while they come, and shows each exchange to somebody once it is over.
 */
public final class CheckingProxy implements AutoCloseable {
  /** Of longer bodies only the beginning is kept; they are passed on whole, and not checked. */
  static final int KEPT = 4_000_000;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(120);
  private static final int LAST_SECONDS = 5;

  private final URI target;
  private final Consumer<WireExchange> watcher;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(CheckingProxy::thread);
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private CheckingProxy(URI target, HttpServer server, Consumer<WireExchange> watcher) {
    this.target = target;
    this.server = server;
    this.watcher = watcher;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  /**
   * Listens on the loopback address.
   *
   * @param target scheme, host, port and perhaps a path that stands before those of requests
   * @param port 0 for any that is free
   * @param watcher gets each exchange after it was answered, on the thread that answered it
   */
  public static CheckingProxy start(URI target, int port, Consumer<WireExchange> watcher)
      throws IOException {
    if (target.getHost() == null || !String.valueOf(target.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "'%s' is no address to pass requests on to. Write it whole: --to https://api.example"
              .formatted(target));
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    CheckingProxy proxy = new CheckingProxy(target, server, watcher);
    server.start();
    return proxy;
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Takes no more requests, and waits until the watcher has got all that were answered; at most
   * five seconds, for a vendor may never answer.
   */
  public void finish() throws InterruptedException {
    threads.shutdown();
    threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Tee sent = new Tee(exchange.getRequestBody(), KEPT);
      HttpResponse<InputStream> answer;
      try {
        answer = client.send(request(exchange, sent), BodyHandlers.ofInputStream());
      } catch (IOException e) {
        refuse(exchange, e);
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      try (Tee got = new Tee(answer.body(), KEPT)) {
        passOn(exchange, answer, got);
        watcher.accept(seen(exchange, sent, answer, got));
      }
    }
  }

  private HttpRequest request(HttpExchange exchange, Tee sent) {
    String base = target.toString().replaceFirst("/$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + exchange.getRequestURI())).timeout(ANSWER);
    PassedHeaders.of(exchange.getRequestHeaders())
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    return request.method(exchange.getRequestMethod(), body(exchange, sent)).build();
  }

  private static BodyPublisher body(HttpExchange exchange, Tee sent) {
    String length = exchange.getRequestHeaders().getFirst("Content-Length");
    boolean chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
    if (!chunked && (length == null || length.equals("0"))) {
      return BodyPublishers.noBody();
    }
    BodyPublisher whole = BodyPublishers.ofInputStream(() -> sent);
    return chunked ? whole : BodyPublishers.fromPublisher(whole, Long.parseLong(length));
  }

  private static void passOn(HttpExchange exchange, HttpResponse<InputStream> answer, Tee got)
      throws IOException {
    PassedHeaders.of(answer.headers().map()).forEach(exchange.getResponseHeaders()::put);
    long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    boolean empty = head || answer.statusCode() == 204 || answer.statusCode() == 304;
    if (head && length >= 0) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
    }
    // for the server of the JDK, 0 is a length that is not known
    exchange.sendResponseHeaders(
        answer.statusCode(), empty || length == 0 ? -1 : Math.max(length, 0));
    if (!empty && length != 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        byte[] buffer = new byte[16_384];
        for (int count = got.read(buffer); count >= 0; count = got.read(buffer)) {
          out.write(buffer, 0, count);
          out.flush();
        }
      }
    }
  }

  private WireExchange seen(
      HttpExchange exchange, Tee sent, HttpResponse<InputStream> answer, Tee got) {
    Set<CutOff> cutOff = EnumSet.noneOf(CutOff.class);
    if (sent.isCutOff()) {
      cutOff.add(CutOff.REQUEST);
    }
    if (got.isCutOff()) {
      cutOff.add(CutOff.ANSWER);
    }
    return new WireExchange(
        exchange.getRequestMethod(),
        target.getScheme() + "://" + target.getRawAuthority() + exchange.getRequestURI(),
        exchange.getRequestHeaders(),
        sent.kept(),
        answer.statusCode(),
        answer.headers().map(),
        got.kept(),
        cutOff);
  }

  /** Nobody answered: the caller gets to know who says so. */
  private void refuse(HttpExchange exchange, IOException reason) throws IOException {
    int status = reason instanceof HttpTimeoutException ? 504 : 502;
    String why =
        reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    byte[] body =
        "The proxy got no answer from %s://%s: %s. Is it running, and is --to right?%n"
            .formatted(target.getScheme(), target.getRawAuthority(), why)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().put("Content-Type", List.of("text/plain; charset=utf-8"));
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    watcher.accept(
        new WireExchange(
            exchange.getRequestMethod(),
            target.getScheme() + "://" + target.getRawAuthority() + exchange.getRequestURI(),
            exchange.getRequestHeaders(),
            new byte[0],
            0,
            Map.of(),
            new byte[0],
            Set.of()));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "forecourt-proxy");
    thread.setDaemon(true);
    return thread;
  }
}
