package dev.forecourt.contracttests.claire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server of ours that Claire calls, on a free port of 127.0.0.1. */
final class ClaireReceiver implements AutoCloseable {
  private final BlockingQueue<ClaireCall> calls = new LinkedBlockingQueue<>();
  private final HttpServer server;

  ClaireReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The next call; waits for it. */
  ClaireCall next() throws InterruptedException {
    ClaireCall call = calls.poll(30, TimeUnit.SECONDS);
    if (call == null) {
      throw new IllegalStateException("The stub calls no webhook. See GET /__mock/state.");
    }
    return call;
  }

  /** Forgets calls that nobody asked for. */
  void clear() {
    calls.clear();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      calls.add(
          new ClaireCall(
              exchange.getRequestURI().getPath(),
              headers.getFirst("Content-Type"),
              headers.getFirst("X-Shared-Secret"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
