package dev.forecourt.contracttests.kit;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.junitsupport.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a stub, for verifiers of any language: brings about the states that are posted to
 * {@code /_state} by the methods of the stub's own verification, prepares each request as that
 * does, and damages answers if asked. One request at a time.
 */
final class StubGate implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Set<String> OF_CONNECTION =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "date");

  private final AbstractStubVerificationTest stub;
  private final List<Interaction> interactions;
  private final Damage damage;
  private final HttpServer server;
  private final List<String> states = new ArrayList<>();
  private @Nullable String broken;

  private StubGate(
      AbstractStubVerificationTest stub,
      List<Interaction> interactions,
      Damage damage,
      HttpServer server) {
    this.stub = stub;
    this.interactions = interactions;
    this.damage = damage;
    this.server = server;
  }

  /** Opens a gate before a stub that has started. */
  static StubGate before(
      AbstractStubVerificationTest stub, List<Interaction> interactions, Damage damage) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      StubGate gate = new StubGate(stub, interactions, damage, server);
      server.createContext("/", gate::pass);
      server.createContext("/_state", gate::change);
      server.start();
      return gate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI stateChange() {
    return URI.create("http://127.0.0.1:" + port() + "/_state");
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /**
   * Brings a state about. A state that cannot be is told by the answer to the request that follows:
   * a verifier may ask for minutes again and again if this one is refused.
   */
  private void change(HttpExchange exchange) throws IOException {
    JsonNode change = new ObjectMapper().readTree(exchange.getRequestBody());
    String state = change.path("state").asText();
    try {
      if (change.path("action").asText().equals("teardown")) {
        states.clear();
        broken = null;
      } else {
        if (states.isEmpty()) {
          stub.resetStub();
        }
        states.add(state);
        bringAbout(state);
      }
    } catch (ReflectiveOperationException | RuntimeException | AssertionError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      broken = "The state '%s' cannot be brought about: %s".formatted(state, cause);
    }
    answer(exchange, new Answer(200, Map.of(), new byte[0]));
  }

  private void bringAbout(String state) throws ReflectiveOperationException {
    for (Class<?> at = stub.getClass(); at != Object.class; at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        State handled = method.getAnnotation(State.class);
        if (handled != null && List.of(handled.value()).contains(state)) {
          method.setAccessible(true);
          method.invoke(stub);
          return;
        }
      }
    }
    throw new IllegalArgumentException("no method handles the state " + state);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try {
      answer(
          exchange,
          broken == null ? damage.to(key(exchange), ofStub(exchange)) : Answer.text(502, broken));
    } catch (IOException | RuntimeException | AssertionError e) {
      // an error that got out would end the only thread, and the verifier would wait for ever
      answer(exchange, Answer.text(502, "The gate failed: " + e));
    }
  }

  /** The same for every verifier, however it writes the address. */
  private String key(HttpExchange exchange) {
    return exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + states;
  }

  private Answer ofStub(HttpExchange exchange) throws IOException {
    BasicHttpRequest request =
        new BasicHttpRequest(exchange.getRequestMethod(), exchange.getRequestURI().toString());
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
    interactions.stream()
        .filter(each -> Verifiers.states(each).toList().equals(states))
        .findFirst()
        .ifPresent(interaction -> stub.prepareFor(interaction, request));
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(stub.stub().resolve(request.getRequestUri()))
            .method(
                request.getMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (Header header : request.getHeaders()) {
      if (!OF_CONNECTION.contains(header.getName().toLowerCase(Locale.ROOT))) {
        sent.header(header.getName(), header.getValue());
      }
    }
    try {
      HttpResponse<byte[]> got = HTTP.send(sent.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(got.statusCode(), got.headers().map(), got.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before the stub answered", e);
    }
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    answer
        .headers()
        .forEach(
            (name, values) -> {
              if (!OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    int length = answer.body().length == 0 ? -1 : answer.body().length;
    exchange.sendResponseHeaders(answer.status(), length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  /** What a stub answered. */
  record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    static Answer text(int status, String text) {
      return new Answer(
          status,
          new TreeMap<>(Map.of("Content-Type", List.of("text/plain"))),
          text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
