package dev.forecourt.verifier.live;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** A vendor that is not as documented: our stub, whose answers are changed on the way. */
final class ChangingProxy implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Set<String> OWN = Set.of("host", "connection", "content-length", "upgrade");

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private final URI target;
  private final UnaryOperator<String> body;
  private final IntUnaryOperator status;

  private ChangingProxy(URI target, UnaryOperator<String> body, IntUnaryOperator status)
      throws IOException {
    this.target = target;
    this.body = body;
    this.status = status;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Changes the bodies of what the target answers. */
  static ChangingProxy ofBodies(URI target, UnaryOperator<String> body) throws IOException {
    return new ChangingProxy(target, body, IntUnaryOperator.identity());
  }

  /** Changes the statuses of what the target answers. */
  static ChangingProxy ofStatuses(URI target, IntUnaryOperator status) throws IOException {
    return new ChangingProxy(target, UnaryOperator.identity(), status);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Verb and path of each request that came. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
              }
            });
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      byte[] changed = body.apply(answer.body()).getBytes(StandardCharsets.UTF_8);
      answer
          .headers()
          .firstValue("content-type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(
          status.applyAsInt(answer.statusCode()), changed.length == 0 ? -1 : changed.length);
      exchange.getResponseBody().write(changed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }
}
