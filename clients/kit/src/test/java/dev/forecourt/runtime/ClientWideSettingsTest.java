package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.kit.AllLogs;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.observe.OutgoingRequest;
import dev.forecourt.runtime.observe.RequestEvent;
import dev.forecourt.runtime.observe.RequestListener;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and query parameters of every request, and whose come first. */
class ClientWideSettingsTest {
  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private WireRequest sent(UnaryOperator<AcmeClient.Builder> settings, Consumer<AcmeClient> call) {
    server.answer("{}");
    try (AcmeClient client = settings.apply(AcmeClient.builder(server.url())).build()) {
      call.accept(client);
    }
    return server.requests().get(server.requests().size() - 1);
  }

  private static Consumer<AcmeClient> with(UnaryOperator<RequestOptions.Builder> options) {
    return client -> client.get(options.apply(RequestOptions.builder()).build());
  }

  @Test
  void sendsAHeaderAndAQueryParameterWithEveryRequest() {
    WireRequest sent =
        sent(
            builder -> builder.header("Mock-Session", "s-1").query("debug", "a b&c=ü"),
            AcmeClient::get);

    assertThat(sent.header("Mock-Session")).isEqualTo("s-1");
    assertThat(sent.line()).isEqualTo("GET /thing?debug=a%20b%26c%3D%C3%BC");
  }

  @Test
  void aHeaderOfTheOperationComesBeforeThatOfTheClient() {
    WireRequest sent = sent(builder -> builder.header("accept", "text/plain"), AcmeClient::get);

    assertThat(sent.header("Accept")).isEqualTo("application/json");
  }

  @Test
  void aHeaderOfTheCallComesBeforeBoth() {
    WireRequest sent =
        sent(
            builder -> builder.header("ACCEPT", "text/plain").header("X-A", "client"),
            with(options -> options.header("aCCept", "text/csv").header("x-a", "call")));

    assertThat(sent.header("Accept")).isEqualTo("text/csv");
    assertThat(sent.header("X-A")).isEqualTo("call");
  }

  @Test
  void aCredentialComesBeforeAll() {
    WireRequest sent =
        sent(
            builder -> builder.header("x-api-key", "client"),
            with(options -> options.header("X-API-KEY", "call")));

    assertThat(sent.header("X-Api-Key")).isEqualTo("s3cret");
  }

  @Test
  void theLastOfTwoHeadersOfOneNameCountsWhateverTheirCase() {
    WireRequest sent =
        sent(
            builder -> builder.header("X-A", "1").header("x-a", "2"),
            with(options -> options.header("X-B", "1").header("x-b", "2")));

    assertThat(sent.header("X-A")).isEqualTo("2");
    assertThat(sent.header("X-B")).isEqualTo("2");
    assertThat(sent.head()).contains("\r\nx-a: 2").contains("\r\nx-b: 2");
  }

  @Test
  void aQueryParameterOfTheOperationComesBeforeThatOfTheClient() {
    WireRequest sent =
        sent(builder -> builder.query("q", "client"), client -> client.search("operation"));

    assertThat(sent.line()).isEqualTo("POST /search?q=operation");
  }

  @Test
  void aQueryParameterOfTheCallComesBeforeBoth() {
    WireRequest sent =
        sent(
            builder -> builder.query("a[b]", "client").query("c", "client"),
            with(options -> options.query("a[b]", "50%25 {x}")));

    assertThat(sent.line()).isEqualTo("GET /thing?c=client&a%5Bb%5D=50%2525%20%7Bx%7D");
  }

  @Test
  void aCredentialInTheQueryComesBeforeAll() {
    WireRequest sent =
        sent(
            builder -> builder.key(Credential.query("api_key", "s3cret")).query("api_key", "1"),
            with(options -> options.query("api_key", "2").query("api_key2", "")));

    assertThat(sent.line()).isEqualTo("GET /thing?api_key2=&api_key=s3cret");
  }

  @Test
  void namesTheClientInTheUserAgent() {
    assertThat(sent(builder -> builder, AcmeClient::get).header("User-Agent"))
        .isEqualTo("forecourt-acme/dev");
    assertThat(
            sent(builder -> builder.userAgent("showroom/7 (night)"), AcmeClient::get)
                .header("User-Agent"))
        .isEqualTo("forecourt-acme/dev showroom/7 (night)");
    assertThat(
            sent(builder -> builder.header("user-agent", "mine"), AcmeClient::get)
                .header("User-Agent"))
        .isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "CONNECTION", "Expect"})
  void refusesAHeaderThatTheConnectionSets(String name) {
    assertThatThrownBy(() -> AcmeClient.builder(server.url()).header(name, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Header " + name + " is set by the HTTP client alone. Leave it out.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "clé"})
  void refusesAUserAgentThatWouldBreakTheRequest(String application) {
    assertThatThrownBy(() -> AcmeClient.builder(server.url()).userAgent(application))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Header User-Agent holds a character that cannot be sent. Expected visible ASCII.");
  }

  private static RequestListener setting(String name, String value) {
    return new RequestListener() {
      @Override
      public void beforeRequest(OutgoingRequest request) {
        request.setHeader(name, value);
      }

      @Override
      public void onRequest(RequestEvent event) {}
    };
  }

  @Test
  void aListenerSetsAHeaderOfEachRequest() {
    WireRequest sent =
        sent(builder -> builder.listener(setting("traceparent", "00-1")), AcmeClient::get);

    assertThat(sent.header("traceparent")).isEqualTo("00-1");
  }

  @Test
  void aListenerCannotBreakTheRequest() {
    try (AllLogs logs = new AllLogs()) {
      WireRequest sent =
          sent(
              builder -> builder.listener(setting("traceparent", "1\r\nX-Evil: 1")),
              AcmeClient::get);

      assertThat(sent.headers("traceparent")).isEmpty();
      assertThat(sent.headers("X-Evil")).isEmpty();
      assertThat(logs.lines())
          .anyMatch(line -> line.contains("failed with java.lang.IllegalArgumentException"));
    }
  }

  @Test
  void aListenerThatReplacesATokenDoesNotDisturbTheCall() {
    Credential token =
        Credential.token(
            "Authorization",
            "Bearer ",
            "acme",
            TokenStore.inMemory(),
            Clock.systemUTC(),
            List.of(),
            (before, timeout) -> new AccessToken("t0ken", Instant.MAX));

    WireRequest sent =
        sent(
            builder -> builder.key(token).listener(setting("authorization", "x")), AcmeClient::get);

    assertThat(sent.header("Authorization")).isEqualTo("x");
  }
}
