package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Stands before a stub and records what passes as a HAR file. */
final class RecordingProxy implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade");

  private final HarFile har = new HarFile();
  private final HttpServer server;
  private final URI target;

  RecordingProxy(URI target) throws IOException {
    this.target = target;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  HarFile har() {
    return har;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(sent));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
              }
            });
    try {
      HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      record(exchange, sent, answer);
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name) && !name.equals("transfer-encoding")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      exchange.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void record(HttpExchange exchange, byte[] sent, HttpResponse<byte[]> answer) {
    ObjectNode entry =
        har.entry(
            exchange.getRequestMethod(),
            uri() + exchange.getRequestURI().toString(),
            answer.statusCode(),
            answer.headers().firstValue("content-type").orElse(""),
            new String(answer.body(), StandardCharsets.UTF_8));
    ObjectNode request = (ObjectNode) entry.path("request");
    request.putArray("headers");
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> HarFile.header(request, name, value)));
    if (sent.length > 0) {
      request
          .putObject("postData")
          .put("mimeType", String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")))
          .put("text", new String(sent, StandardCharsets.UTF_8));
    }
    ObjectNode response = (ObjectNode) entry.path("response");
    response.putArray("headers");
    answer
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> HarFile.header(response, name, value)));
  }
}
