package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A Feign client of the caller's in place of our own transport. */
class FeignTransportTest {
  private static final String URL = "http://acme.example";

  private final List<Request> requests = new ArrayList<>();
  private final List<Request.Options> options = new ArrayList<>();

  private static AcmeClient client(Client transport) {
    return AcmeClient.builder(URL)
        .retries(RetryPolicy.never())
        .transport(FeignTransport.of(transport))
        .build();
  }

  private Client answering(int status, String json) {
    return (request, options) -> {
      this.requests.add(request);
      this.options.add(options);
      return response(
          request, status, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    };
  }

  private static Response response(Request request, int status, @Nullable InputStream body) {
    return Response.builder().status(status).request(request).body(body, null).build();
  }

  private static Client failing(IOException failure) {
    return (request, options) -> {
      throw failure;
    };
  }

  @Test
  void sendsWhatOurOwnWouldSend() {
    try (AcmeClient client = client(answering(200, "{\"id\":7}"))) {
      assertThat(client.get().model()).containsEntry("id", 7);
    }

    assertThat(requests.get(0).url()).isEqualTo(URL + "/thing");
    assertThat(requests.get(0).headers().get("X-Api-Key")).containsExactly("s3cret");
  }

  @Test
  void isToldTheTimeoutsAndNotToFollowRedirects() {
    try (AcmeClient client = client(answering(200, "{}"))) {
      client.get(RequestOptions.builder().timeout(Duration.ofSeconds(7)).build());
    }

    assertThat(options.get(0).readTimeoutMillis()).isEqualTo(7_000);
    assertThat(options.get(0).connectTimeoutMillis()).isEqualTo(7_000);
    assertThat(options.get(0).isFollowRedirects()).isFalse();
  }

  @Test
  void isToldTheLongestTimeoutThatFeignKnowsForALongerOne() {
    RetryPolicy patient = RetryPolicy.builder().timeLimit(Duration.ofDays(400)).build();

    try (AcmeClient client = client(answering(200, "{}"))) {
      client.get(RequestOptions.builder().retries(patient).timeout(Duration.ofDays(100)).build());
    }

    assertThat(options.get(0).readTimeoutMillis()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void readsAnswersWithoutABody() {
    try (AcmeClient client = client((request, options) -> response(request, 204, null))) {
      client.put();
      assertThatThrownBy(client::model).hasMessageContaining("it has no body");
    }
  }

  @Test
  void closesTheBodyOfEveryAnswer() {
    AtomicInteger closed = new AtomicInteger();
    AtomicInteger status = new AtomicInteger(200);
    try (AcmeClient client =
        client((request, options) -> response(request, status.get(), body(closed)))) {
      client.get();
      client.put();
      status.set(404);
      assertThatThrownBy(client::get).isInstanceOf(NotFoundException.class);
    }

    assertThat(closed).hasValue(3);
  }

  private static InputStream body(AtomicInteger closed) {
    return new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)) {
      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  /** Feign would throw its own exception here, with URL and headers. */
  @Test
  void turnsABodyThatBreaksIntoATransportFailure() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Connection reset");
          }
        };

    try (AcmeClient client = client((request, options) -> response(request, 200, broken))) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class, e -> assertThat(e.mayHaveArrived()).isTrue())
          .hasMessage(
              "acme getThing: the connection failed (IOException: Connection reset) for GET /thing at"
                  + " acme.example. Try again later, and look before you repeat a POST.")
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void hidesTheQueryThatATransportQuotes() {
    try (AcmeClient client =
        client(
            (request, options) -> {
              throw new IOException("no answer from " + request.url());
            })) {
      assertThatThrownBy(() -> client.search("jane@example.com"))
          .hasMessageContaining("(IOException: no answer from http://acme.example/search?****)")
          .hasMessageNotContaining("jane");
    }
  }

  @Test
  void turnsRuntimeExceptionsOfATransportIntoFailuresWithoutTheKey() {
    try (AcmeClient client =
        client(
            (request, options) -> {
              throw new IllegalStateException("header " + request.headers());
            })) {
      assertThatThrownBy(client::get)
          .isInstanceOf(VendorTransportException.class)
          .hasMessageContaining("(IllegalStateException: header {Accept=[application/json]")
          .hasMessageContaining("X-Api-Key=[****]");
    }
  }

  @Test
  void knowsFailuresBeforeAnythingWasSent() {
    try (AcmeClient client = client(failing(new UnknownHostException("acme.example")))) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class, e -> assertThat(e.mayHaveArrived()).isFalse())
          .hasMessage(
              "acme getThing: unknown host for GET /thing at acme.example. Check the base URL and the"
                  + " name server.");
    }
    try (AcmeClient client = client(failing(new SSLHandshakeException("unknown authority")))) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class, e -> assertThat(e.mayHaveArrived()).isFalse())
          .hasMessage(
              "acme getThing: no TLS connection (SSLHandshakeException: unknown authority) for GET"
                  + " /thing at acme.example. Check the base URL, and whom the sslContext of the builder trusts.");
    }
  }

  @Test
  void repeatsAReadThatATransportFailedToSend() {
    AtomicInteger sent = new AtomicInteger();
    try (AcmeClient client =
        AcmeClient.builder(URL)
            .sleeper(wait -> {})
            .transport(
                FeignTransport.of(
                    (request, options) -> {
                      if (sent.incrementAndGet() < 3) {
                        throw new SocketTimeoutException("Read timed out");
                      }
                      return answering(200, "{}").execute(request, options);
                    }))
            .build()) {
      client.get();
    }

    assertThat(sent).hasValue(3);
  }

  @Test
  void staysOpenWhenTheClientIsClosed() {
    class Closeable implements Client, AutoCloseable {
      private boolean closed;

      @Override
      public Response execute(Request request, Request.Options options) {
        return response(request, 200, new ByteArrayInputStream(new byte[] {'{', '}'}));
      }

      @Override
      public void close() {
        closed = true;
      }
    }
    Closeable transport = new Closeable();
    AcmeClient client = client(transport);

    client.close();

    assertThat(transport.closed).isFalse();
    assertThatThrownBy(client::get)
        .hasMessage("acme getThing: the client is closed. Build a new one.");
  }

  /** Feign's own client, on HttpURLConnection. */
  @SuppressWarnings("deprecation") // Feign 13.5 does not have what replaces it
  private static Client feignsOwn() {
    return new Client.Default(null, null);
  }

  private static AcmeClient byFeignsOwn(WireServer server) {
    return AcmeClient.builder(server.url())
        .retries(RetryPolicy.never())
        .transport(FeignTransport.of(feignsOwn()))
        .build();
  }

  @Test
  void sendsByFeignsOwnClientWhatOurOwnTransportSends() {
    try (WireServer server = new WireServer();
        AcmeClient client = byFeignsOwn(server)) {
      server.answer("{\"id\":7}").answer("{}").answer("{}").answer("{}");

      assertThat(client.model()).containsEntry("id", 7);
      client.find("../50%25 {q}", "a+b&c");
      client.post(RequestOptions.builder().header("X-Twice", "1, 2").build());
      client.delete();

      assertThat(server.requests())
          .extracting(dev.forecourt.runtime.kit.WireRequest::line)
          .containsExactly(
              "GET /thing",
              "GET /thing/..%2F50%2525%20%7Bq%7D?q=a%2Bb%26c",
              "POST /thing",
              "DELETE /thing");
      assertThat(server.requests())
          .allSatisfy(
              request -> {
                assertThat(request.header("X-Api-Key")).isEqualTo("s3cret");
                assertThat(request.header("User-Agent")).isEqualTo("forecourt-acme/dev");
                assertThat(request.headers("Transfer-Encoding")).isEmpty();
              });
      assertThat(server.requests().get(2).header("X-Twice")).isEqualTo("1, 2");
    }
  }

  @Test
  void namesTheLengthOfABodySoThatNoClientSendsItInChunks() throws Exception {
    try (WireServer server = new WireServer()) {
      server.answer("{}");

      FeignTransport.of(feignsOwn())
          .send(
              new WireRequest(
                  "POST",
                  URI.create(server.url() + "/thing"),
                  Map.of("Content-Type", List.of("text/plain")),
                  "bödy".getBytes(StandardCharsets.UTF_8),
                  Duration.ofSeconds(10)));

      assertThat(server.request().header("Content-Length")).isEqualTo("5");
      assertThat(server.request().headers("Transfer-Encoding")).isEmpty();
      assertThat(server.request().body()).isEqualTo("bödy");
    }
  }

  /** HttpURLConnection throws this in place of a 401, where it may not send the body again. */
  @Test
  void readsTheStatusOfAnAnswerThatHttpUrlConnectionThrows() {
    try (AcmeClient client = client(failing(new HttpRetryException("streaming mode", 401)))) {
      assertThatThrownBy(client::get)
          .isInstanceOf(UnauthorizedException.class)
          .hasMessage(
              "acme getThing: 401 Unauthorized for GET /thing. The body is empty. Check the key"
                  + " given to the builder.");
    }
  }

  @Test
  void readsA401ToABody() throws Exception {
    try (WireServer server = new WireServer()) {
      server.answer(WireAnswer.json(401, "{}").header("WWW-Authenticate", "Basic realm=x"));

      WireResponse answer =
          FeignTransport.of(feignsOwn())
              .send(
                  new WireRequest(
                      "POST",
                      URI.create(server.url() + "/thing"),
                      Map.of(),
                      new byte[] {'x'},
                      Duration.ofSeconds(10)));

      assertThat(answer.status()).isEqualTo(401);
    }
  }

  @Test
  void readsErrorsAndTimeoutsOfFeignsOwnClient() throws Exception {
    try (WireServer server = new WireServer();
        AcmeClient client = byFeignsOwn(server)) {
      server
          .answer(WireAnswer.json(404, "{\"message\":\"gone\"}"))
          .answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));

      assertThatThrownBy(client::get)
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("ACME says: \"gone\"");
      assertThatThrownBy(
              () -> client.get(RequestOptions.builder().timeout(Duration.ofMillis(200)).build()))
          .isInstanceOf(VendorTransportException.class)
          .hasMessage(
              "acme getThing: no complete answer within PT0.2S for GET /thing at "
                  + server.url().substring("http://".length())
                  + ". Raise readTimeout, and look before you repeat a POST.");
    }
  }
}
