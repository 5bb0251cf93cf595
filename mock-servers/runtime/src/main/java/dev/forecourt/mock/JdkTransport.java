package dev.forecourt.mock;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsExchange;
import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.memory.BodyBuffer;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.memory.HeldAnswer;
import dev.forecourt.mock.serving.Listening;
import dev.forecourt.mock.serving.ServedStub;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Serves a stub with the JDK's own HTTP server: no dependency and a quick start, for use inside
 * tests.
 */
final class JdkTransport {

  private static final System.Logger LOG = System.getLogger(JdkTransport.class.getName());

  // read this far past a refused body, so that the client reads the refusal instead of a broken
  // pipe
  private static final long MAX_DISCARDED_BYTES = 16L * 1024 * 1024;

  private static final int NO_STATUS = -1;
  private static final byte[] NO_BODY = {};
  private static final int PART_BYTES = 16 * 1024;

  private final List<HttpServer> servers;
  private final ExecutorService threads = Executors.newCachedThreadPool(JdkTransport::daemon);

  /** With HTTPS alone where there is a context for it. */
  JdkTransport(ServedStub stub, String host, int port, @Nullable SSLContext tls) {
    try {
      servers = Listening.open(host, port, new JdkServers(tls));
    } catch (BindException e) {
      throw new UncheckedIOException(
          "Port %d on %s is taken. Choose another one, or 0 for any free port."
              .formatted(port, host),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()), e);
    }
    for (HttpServer each : servers) {
      each.setExecutor(threads);
      each.createContext("/", exchange -> serve(stub, exchange));
      each.start();
    }
  }

  int port() {
    return servers.get(0).getAddress().getPort();
  }

  void stop() {
    servers.forEach(each -> each.stop(0));
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "forecourt-mock");
    // a test that forgets to close the server must still be able to end
    thread.setDaemon(true);
    return thread;
  }

  private static void serve(ServedStub stub, HttpExchange exchange) throws IOException {
    try (exchange) {
      MockResponse response = answer(stub, exchange);
      hold(response, stub, exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is being stopped
    } catch (OutOfMemoryError | StackOverflowError e) {
      // the JVM is not ours to end: those who call are told by the connection, the log has why
      LOG.log(System.Logger.Level.ERROR, "The mock failed", e);
    }
  }

  private static MockResponse answer(ServedStub stub, HttpExchange exchange) throws IOException {
    ExchangeRequest head = new ExchangeRequest(exchange, NO_BODY);
    try (BodyBuffer body =
        new BodyBuffer(
            Budgets.ofThisJvm().bodies(),
            MockRequest.MAX_BODY_BYTES,
            () -> stub.maxBodyBytes(head))) {
      readBody(exchange, body);
      MockResponse tooLong = refuseTooLong(stub, head);
      if (tooLong != null) {
        return tooLong;
      }
      return body.isFull()
          ? stub.refuse(head, Budgets.ofThisJvm().bodies().refusal())
          : stub.handle(new ExchangeRequest(exchange, body.bytes()));
    }
  }

  private static void hold(MockResponse response, ServedStub stub, HttpExchange exchange)
      throws IOException, InterruptedException {
    try (HeldAnswer held = HeldAnswer.of(response, exchange.getRequestMethod())) {
      if (held.isRefused()) {
        ExchangeRequest head = new ExchangeRequest(exchange, NO_BODY);
        send(stub.refuse(head, held.refusal()), exchange);
        return;
      }
      if (response.delayMillis() > 0) {
        Thread.sleep(response.delayMillis());
      }
      if (response.fault() == null) {
        send(response, exchange);
      } else {
        fail(response.fault(), response, exchange);
      }
    }
  }

  private static void send(MockResponse response, HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    response.forEachHeader(headers::add);
    byte[] body = response.body();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      headers.set("Content-Length", Integer.toString(body.length));
    }
    exchange.sendResponseHeaders(response.status(), head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /**
   * The JDK's server shows neither its socket nor a way to write to it: a reset is a close without
   * a byte here, and what is not HTTP is a status line that none is.
   */
  private static void fail(Fault fault, MockResponse response, HttpExchange exchange)
      throws IOException {
    switch (fault) {
      case MALFORMED, MALFORMED_AFTER -> exchange.sendResponseHeaders(NO_STATUS, 1);
      case TRUNCATED -> {
        byte[] body = response.body();
        response.forEachHeader(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(response.status(), Math.max(1, body.length));
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
      }
      default -> {}
    }
    // closing without headers, or before all bytes that were announced, closes the connection
  }

  private static @Nullable MockResponse refuseTooLong(ServedStub stub, ExchangeRequest head) {
    HttpExchange exchange = head.exchange();
    // verb, path, version and what is between
    int line = exchange.getRequestMethod().length() + exchange.getRequestURI().toString().length();
    if (line + " HTTP/1.1 ".length() > MockRequest.MAX_LINE_BYTES) {
      return stub.refuse(head, 414, MockRequest.LINE_TOO_LONG);
    }
    int bytes = 0;
    for (Map.Entry<String, List<String>> each : exchange.getRequestHeaders().entrySet()) {
      for (String value : each.getValue()) {
        bytes += each.getKey().length() + value.length() + ": \r\n".length();
      }
    }
    return bytes > MockRequest.MAX_HEADER_BYTES
        ? stub.refuse(head, 431, MockRequest.HEADERS_TOO_LONG)
        : null;
  }

  private static void readBody(HttpExchange exchange, BodyBuffer body) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] part = new byte[PART_BYTES];
    long discarded = 0;
    int read = in.read(part);
    while (read >= 0 && discarded <= MAX_DISCARDED_BYTES) {
      discarded += body.add(Arrays.copyOf(part, read));
      read = in.read(part);
    }
  }

  private record ExchangeRequest(HttpExchange exchange, byte[] body) implements MockRequest {

    @Override
    public String scheme() {
      return exchange instanceof HttpsExchange ? "https" : "http";
    }

    @Override
    public String method() {
      return exchange.getRequestMethod();
    }

    @Override
    public String path() {
      URI uri = exchange.getRequestURI();
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      if (uri.getScheme() == null && uri.getRawAuthority() != null) {
        // "//api/local" is a path with a doubled slash, not the host "api"
        return "//" + uri.getRawAuthority() + path;
      }
      return path.isEmpty() ? "/" : path;
    }

    @Override
    public @Nullable String query() {
      return exchange.getRequestURI().getRawQuery();
    }

    @Override
    public List<String> headers(String name) {
      return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }

    @Override
    public @Nullable CharSequence[] headerLines() {
      List<String> lines = new ArrayList<>();
      exchange
          .getRequestHeaders()
          .forEach(
              (name, values) -> values.forEach(value -> Collections.addAll(lines, name, value)));
      return lines.toArray(CharSequence[]::new);
    }
  }
}
