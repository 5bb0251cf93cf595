package dev.forecourt.mock;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.vendor.VendorStub;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves a stub with the JDK's own HTTP server: no dependency and a quick start, for use inside
 * tests.
 */
final class JdkTransport {

  // read this far past a refused body, so that the client reads the refusal instead of a broken
  // pipe
  private static final long MAX_DISCARDED_BYTES = 16L * 1024 * 1024;

  private static final int NO_STATUS = -1;

  static {
    // up to here we count ourselves and say what is too long; past it the JDK only hangs up
    if (System.getProperty("sun.net.httpserver.maxReqHeaders") == null) {
      System.setProperty("sun.net.httpserver.maxReqHeaders", "10000");
    }
    // Without it each answer waits for the client's delayed acknowledgement, about 40 ms. Left
    // alone when set by the user.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;

  JdkTransport(VendorStub stub, String host, int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(host, port), 0);
    } catch (BindException e) {
      throw new UncheckedIOException(
          "Port %d on %s is taken. Choose another one, or 0 for any free port."
              .formatted(port, host),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen on %s:%d: %s".formatted(host, port, e.getMessage()), e);
    }
    threads = Executors.newCachedThreadPool(JdkTransport::daemon);
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(stub, exchange));
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "forecourt-mock");
    // a test that forgets to close the server must still be able to end
    thread.setDaemon(true);
    return thread;
  }

  private static void serve(VendorStub stub, HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = readBody(exchange);
      MockResponse tooLong = refuseTooLong(stub, exchange);
      MockResponse response =
          tooLong == null ? stub.handle(new ExchangeRequest(exchange, sent)) : tooLong;
      if (response.delayMillis() > 0) {
        Thread.sleep(response.delayMillis());
      }
      if (response.fault() != null) {
        fail(response.fault(), response, exchange);
        return;
      }
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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is being stopped
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

  private static @Nullable MockResponse refuseTooLong(VendorStub stub, HttpExchange exchange) {
    // verb, path, version and what is between
    int line = exchange.getRequestMethod().length() + exchange.getRequestURI().toString().length();
    if (line + " HTTP/1.1 ".length() > MockRequest.MAX_LINE_BYTES) {
      return stub.refuse(414, MockRequest.LINE_TOO_LONG);
    }
    int bytes = 0;
    for (Map.Entry<String, List<String>> each : exchange.getRequestHeaders().entrySet()) {
      for (String value : each.getValue()) {
        bytes += each.getKey().length() + value.length() + ": \r\n".length();
      }
    }
    return bytes > MockRequest.MAX_HEADER_BYTES
        ? stub.refuse(431, MockRequest.HEADERS_TOO_LONG)
        : null;
  }

  private static byte[] readBody(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    int most = MockRequest.maxBodyBytes(String.valueOf(exchange.getRequestURI().getRawPath()));
    byte[] body = in.readNBytes(most + 1);
    if (body.length > most) {
      byte[] discarded = new byte[64 * 1024];
      long left = MAX_DISCARDED_BYTES;
      int read = in.read(discarded);
      while (read >= 0 && left > 0) {
        left -= read;
        read = in.read(discarded);
      }
      return body;
    }
    return body;
  }

  private record ExchangeRequest(HttpExchange exchange, byte[] body) implements MockRequest {

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
  }
}
