package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.http.TransportFailure.Kind;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import java.net.ProxySelector;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A transport of the caller's, and what each of its failures becomes. */
class TransportTest {
  private static final String URL = "http://acme.example:8080";

  private final List<WireRequest> requests = new ArrayList<>();

  private static AcmeClient client(Transport transport) {
    return AcmeClient.builder(URL).retries(RetryPolicy.never()).transport(transport).build();
  }

  private Transport answering(String json) {
    return request -> {
      requests.add(request);
      return new WireResponse(200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static AcmeClient failing(Kind kind, boolean mayHaveArrived, String words) {
    return client(
        request -> {
          throw new TransportFailure(kind, "acme.example:8080", mayHaveArrived, words, null);
        });
  }

  @Test
  void getsTheWholeRequest() {
    try (AcmeClient client = client(answering("{\"id\":7}"))) {
      RequestOptions options = RequestOptions.builder().timeout(Duration.ofSeconds(7)).build();

      assertThat(client.get(options).model()).containsEntry("id", 7);
    }

    WireRequest request = requests.get(0);
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.uri()).isEqualTo(URI.create(URL + "/thing"));
    assertThat(request.headers())
        .containsEntry("X-Api-Key", List.of("s3cret"))
        .containsEntry("Accept", List.of("application/json"));
    assertThat(request.body()).isNull();
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(request.toString()).doesNotContain("s3cret");
  }

  @Test
  void staysOpenWhenTheClientIsClosed() {
    class Closeable implements Transport {
      private boolean closed;

      @Override
      public WireResponse send(WireRequest request) {
        return new WireResponse(200, Map.of(), new byte[0]);
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
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("acme getThing: the client is closed. Build a new one.");
  }

  @Test
  void cannotBeCombinedWithSettingsThatItWouldIgnore() throws Exception {
    SSLContext ssl = SSLContext.getDefault();
    List<UnaryOperator<AcmeClient.Builder>> settings =
        List.of(
            builder -> builder.connectTimeout(Duration.ofSeconds(9)),
            builder -> builder.proxy(ProxySelector.of(null)),
            builder -> builder.proxyLogin("jane", "s3cret"),
            builder -> builder.sslContext(ssl),
            builder -> builder.gzip(false),
            builder -> builder.maxResponseSize(1),
            builder -> builder.http2(true));

    assertThat(settings)
        .allSatisfy(
            setting ->
                assertThatThrownBy(
                        () ->
                            setting
                                .apply(AcmeClient.builder(URL).transport(answering("{}")))
                                .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                        "connectTimeout, proxy, proxyLogin, sslContext, gzip, maxResponseSize and"
                            + " http2 have no effect on a transport of your own. Set them there"
                            + " instead."));
  }

  /** Words of a foreign transport stand in brackets. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNKNOWN_HOST | acme getThing: unknown host for GET /thing at acme.example:8080. Check the base URL and the name server.
          NO_CONNECTION | acme getThing: no connection for GET /thing at acme.example:8080. Check the base URL and the network.
          CONNECT_TIMEOUT | acme getThing: no connection within the connect timeout for GET /thing at acme.example:8080. Check the base URL and the network, or raise connectTimeout.
          TLS | acme getThing: no TLS connection (odd words) for GET /thing at acme.example:8080. Check the base URL, and whom the sslContext of the builder trusts.
          PROXY | acme getThing: the proxy refused (odd words) for GET /thing at acme.example:8080. Check the proxy, and its user and password in the builder.
          TIMEOUT | acme getThing: no complete answer within PT30S for GET /thing at acme.example:8080. Raise readTimeout, and look before you repeat a POST.
          CLOSED | acme getThing: the client was closed before the answer to GET /thing at acme.example:8080 came. Build a new one, and look before you repeat a POST.
          TOO_LARGE | acme getThing: the answer is too large (odd words) for GET /thing at acme.example:8080. Ask for less at once, or raise maxResponseSize of the builder.
          UNREADABLE | acme getThing: the answer is no HTTP that we can read (odd words) for GET /thing at acme.example:8080. Check the base URL, and what stands between you and the vendor.
          BROKEN | acme getThing: the connection failed (odd words) for GET /thing at acme.example:8080. Try again later, and look before you repeat a POST.
          """)
  void saysWhatFailedWhereAndWhatToDo(Kind kind, String message) {
    try (AcmeClient client = failing(kind, true, "odd words")) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class,
              e -> {
                assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(e.server()).contains(URI.create(URL));
                assertThat(e.method()).isEqualTo("GET");
                assertThat(e.path()).isEqualTo("/thing");
                assertThat(e.attempts()).isEqualTo(1);
                assertThat(e.answerStatus()).isEmpty();
              })
          .hasMessage(message);
    }
  }

  /** Our own transports write whole sentences, which stand as they are. */
  @ParameterizedTest
  @EnumSource(names = {"TLS", "PROXY", "UNREADABLE", "BROKEN"})
  void keepsTheSentencesOfATransport(Kind kind) {
    try (AcmeClient client = failing(kind, false, "the door is shut. Knock twice.")) {
      assertThatThrownBy(client::get)
          .hasMessage("acme getThing: GET /thing failed: the door is shut. Knock twice.");
    }
  }

  @Test
  void saysThatTheHeadHadComeWhenACallWasEnded() {
    try (AcmeClient closing = ending(Kind.CLOSED);
        AcmeClient interrupted = ending(Kind.INTERRUPTED)) {
      assertThatThrownBy(closing::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class,
              e -> {
                assertThat(e.answerStatus()).hasValue(200);
                assertThat(e.outcome()).isEqualTo(Outcome.DONE);
              })
          .hasMessageContaining(" came whole, after 200 had come. Build a new one");
      assertThatThrownBy(interrupted::get)
          .isInstanceOfSatisfying(
              CallCancelledException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.DONE))
          .hasMessageContaining(" came whole, after 200 had come.");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static AcmeClient ending(Kind kind) {
    return client(
        request -> {
          throw new TransportFailure(kind, "acme.example:8080", true, "ended", null, 200, Map.of());
        });
  }

  @Test
  void namesTheProxyThatDidNotConnectInTime() {
    try (AcmeClient client =
        failing(
            Kind.CONNECT_TIMEOUT,
            false,
            "no connection to a:80 by way of the proxy p.example:3128 within PT1S. Check it.")) {
      assertThatThrownBy(client::get)
          .hasMessageContaining(
              "for GET /thing at acme.example:8080 by way of the proxy p.example:3128. Check");
    }
  }

  @Test
  void namesTheSettingOfALimitThatIsExceeded() {
    try (AcmeClient client =
        failing(Kind.TOO_LARGE, true, "the answer has more than 7 bytes. Raise the limit.")) {
      assertThatThrownBy(client::get)
          .hasMessage(
              "acme getThing: GET /thing failed: the answer has more than 7 bytes. Raise the limit,"
                  + " which is maxResponseSize of the builder.");
    }
  }

  @Test
  void saysOfWhatWasNotSentThatItWasNotSent() {
    try (AcmeClient client = failing(Kind.CLOSED, false, "closed")) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
          .hasMessage(
              "acme getThing: the client was closed before GET /thing was sent to"
                  + " acme.example:8080. Build a new one.");
    }
  }

  @Test
  void keepsStatusAndHeadersOfAnAnswerThatBrokeOff() {
    try (AcmeClient client = brokenOff(201)) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class,
              e -> {
                assertThat(e.answerStatus()).hasValue(201);
                assertThat(e.headers()).containsEntry("x-request-id", List.of("r-1"));
                assertThat(e.outcome()).isEqualTo(Outcome.DONE);
              })
          .hasMessage(
              "acme getThing: the connection failed (reset) after 201 had come for GET /thing at"
                  + " acme.example:8080. Try again later, and look before you repeat a POST.");
    }
    try (AcmeClient client = brokenOff(500)) {
      assertThatThrownBy(client::get)
          .isInstanceOfSatisfying(
              VendorTransportException.class,
              e -> assertThat(e.outcome()).isEqualTo(Outcome.REFUSED));
    }
  }

  private static AcmeClient brokenOff(int status) {
    return client(
        request -> {
          throw new TransportFailure(
              Kind.BROKEN,
              "acme.example:8080",
              true,
              "reset",
              null,
              status,
              Map.of("X-Request-Id", List.of("r-1")));
        });
  }

  @Test
  void keepsACauseAndWhatItSuppressesUnlessTheyShowASecret() {
    SocketException second = new SocketException("refused");
    SocketException cause = new SocketException("reset");
    cause.addSuppressed(second);

    assertThat(causeOf(cause)).isSameAs(cause);

    second.addSuppressed(new IllegalStateException("key s3cret"));
    assertThat(causeOf(cause)).isNull();
    assertThat(causeOf(new SocketException("key s3cret"))).isNull();
    assertThat(causeOf(new IllegalStateException(new SocketException("s3cret")))).isNull();
  }

  private static @Nullable Throwable causeOf(Throwable cause) {
    try (AcmeClient client =
        client(
            request -> {
              throw new TransportFailure(Kind.BROKEN, "acme.example", true, "gone", cause);
            })) {
      client.get();
      throw new AssertionError("should have failed");
    } catch (VendorTransportException e) {
      return e.getCause();
    }
  }

  @Test
  void turnsWhatATransportMayNotThrowIntoAFailure() {
    try (AcmeClient client =
        client(
            request -> {
              throw new IllegalStateException("no pool for " + request.headers());
            })) {
      assertThatThrownBy(client::get)
          .isInstanceOf(VendorTransportException.class)
          .hasMessageContaining("the connection failed (IllegalStateException: no pool for {")
          .hasMessageNotContaining("s3cret");
    }
  }
}
