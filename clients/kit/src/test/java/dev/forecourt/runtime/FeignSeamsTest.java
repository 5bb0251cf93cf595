package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.ConnectionSettings;
import dev.forecourt.runtime.call.ContractTarget;
import dev.forecourt.runtime.call.RequestParameters;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.contract.ContractServer;
import dev.forecourt.runtime.contract.QueryParameters;
import dev.forecourt.runtime.contract.Secured;
import dev.forecourt.runtime.contract.Wrappers;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.encode.PathValue;
import dev.forecourt.runtime.encode.QueryEncoder;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.kit.WireServer;
import feign.Feign;
import feign.HeaderMap;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import feign.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the runtime adds to Feign that FIDCAR has no operation for: JSON bodies, lists, open
 * operations.
 *
 * <p>Stands in this module for the kit, and in this package for what the runtime keeps to itself.
 */
class FeignSeamsTest {
  private final WireServer server = new WireServer();
  private final VendorConnection connection =
      new VendorConnection(
          new VendorProfile(
              "acme",
              "ACME",
              Map.of(
                  "Key", Credential.header("X-Api-Key", "s3cret"),
                  "Other", Credential.header("X-Other", "oth3r")),
              ErrorBodyReader.at("/code", "/message")),
          settings(server.url()));
  private final Calls calls = connection.calls(Calls.class);

  @ContractServer("https://acme.example")
  interface Calls {
    @RequestLine("POST /things")
    @Headers({"Content-Type: application/json", "Accept: application/json"})
    @Secured("Key")
    Map<String, Object> create(Map<String, Object> thing);

    @RequestLine("POST /xml")
    @Headers("Content-Type: application/xml")
    @Secured({})
    Map<String, Object> createXml(Map<String, Object> thing);

    @RequestLine("GET /things")
    @Secured({"Key", "Missing"})
    Map<String, Object> list(@QueryMap Query query);

    @RequestLine("GET /open")
    @Secured({})
    Map<String, Object> open();

    @RequestLine("GET /missing")
    @Secured({"Missing", "Key Missing"})
    Map<String, Object> missing();

    @RequestLine("GET /token")
    @Secured({"Missing", "Key Other", "Key"})
    @ContractServer("https://token.example")
    Map<String, Object> token(
        @QueryMap QueryParameters parameters, @HeaderMap Map<String, Object> headers);

    @RequestLine("GET /names")
    @Secured({})
    @Wrappers({"member", "data"})
    List<String> names();

    @RequestLine(value = "DELETE /things/{id}", decodeSlash = false)
    @Secured("Key")
    void delete(@Param(value = "id", expander = PathValue.class) int id);
  }

  record Query(@Nullable Object... values) implements QueryParameters {
    @Override
    public Map<String, @Nullable Object> queryParameters() {
      Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
      for (int i = 0; i < values.length; i++) {
        parameters.put("p[" + i + "]", values[i]);
      }
      return parameters;
    }
  }

  @AfterEach
  void stop() {
    connection.close();
    server.close();
  }

  @Test
  void sendsJsonBodies() {
    server.answer("{\"id\":7}");

    Map<String, Object> created = calls.create(Map.of("name", "Zoë"));

    assertThat(created).containsEntry("id", 7);
    assertThat(server.request().header("Content-Type")).isEqualTo("application/json");
    assertThat(server.request().body()).isEqualTo("{\"name\":\"Zoë\"}");
  }

  @Test
  void refusesABodyItCannotWrite() {
    assertThatThrownBy(() -> calls.createXml(Map.of()))
        .hasMessageContaining(
            "no encoder for application/xml. Name multipart/form-data or application/json first in"
                + " the contract.");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void repeatsTheNameOfAListAndLeavesOutNull() {
    server.answer("{}");

    calls.list(
        new Query(
            Arrays.asList("a b", null, "c"),
            null,
            OffsetDateTime.parse("2024-01-02T03:04:00+02:00"),
            new BigDecimal("1E+3"),
            true));

    assertThat(server.request().line())
        .isEqualTo(
            "GET /things?p%5B0%5D=a%20b&p%5B0%5D=c&p%5B2%5D=2024-01-02T03%3A04%3A00%2B02%3A00"
                + "&p%5B3%5D=1000&p%5B4%5D=true");
  }

  @Test
  void sendsAnEmptyValueWithItsEqualsSign() {
    server.answer("{}");

    calls.list(new Query("", List.of("a", "", "b", ""), "-", "%2D"));

    assertThat(server.request().line())
        .isEqualTo(
            "GET /things?p%5B0%5D=&p%5B1%5D=a&p%5B1%5D=&p%5B1%5D=b&p%5B1%5D=&p%5B2%5D=-&p%5B3%5D=%252D");
  }

  @Test
  void sendsTheReplacementCharacterForHalfASurrogatePair() {
    server.answer("{}");

    calls.list(new Query("a\uD83D", "\uDE97b", "\uD83D\uDE97?"));

    assertThat(server.request().line())
        .isEqualTo("GET /things?p%5B0%5D=a%EF%BF%BD&p%5B1%5D=%EF%BF%BDb&p%5B2%5D=%F0%9F%9A%97%3F");
  }

  @Test
  void sendsOnlyTheCredentialsOfTheOperation() {
    server.answer("{}").answer("{}");

    calls.list(new Query());
    calls.open();

    assertThat(server.requests().get(0).header("X-Api-Key")).isEqualTo("s3cret");
    assertThat(server.requests().get(0).headers("X-Other")).isEmpty();
    assertThat(server.requests().get(1).headers("X-Api-Key")).isEmpty();
  }

  @Test
  void failsBeforeAnyByteIsSentWithoutACredential() {
    assertThatThrownBy(calls::missing)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "acme missing needs Missing or Key Missing, and the client has Key Other. Give the"
                + " credential to the builder.");
    assertThat(server.connections()).isZero();
  }

  @Test
  void sendsAllCredentialsThatSomeAlternativeTakes() {
    server.answer("{}");

    calls.token(new RequestParameters(), Map.of());

    assertThat(server.request().header("X-Api-Key")).isEqualTo("s3cret");
    assertThat(server.request().header("X-Other")).isEqualTo("oth3r");
  }

  @Test
  void sendsHeaderParametersAndLeavesOutNull() {
    RequestParameters parameters =
        new RequestParameters()
            .header("X-Day", LocalDate.of(2024, 1, 2))
            .and(new Query())
            .query("q", "ü");
    server.answer("{}");

    calls.token(parameters, parameters.headerParameters());

    assertThat(server.request().line()).isEqualTo("GET /token?q=%C3%BC");
    assertThat(server.request().header("X-Day")).isEqualTo("2024-01-02");
  }

  @Test
  void refusesAHeaderThatCannotBeSent() {
    assertThatThrownBy(() -> new RequestParameters().header("X-A", "{x}").headerParameters())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Header X-A holds a character that cannot be sent. Expected visible ASCII without"
                + " braces.");
  }

  @Test
  void callsTheServerThatTheContractGivesAnOperation() {
    List<String> urls = new ArrayList<>();
    Calls byContract =
        recording(urls).target(new ContractTarget<>(Calls.class, "acme", null, Map.of()));

    byContract.token(new RequestParameters(), Map.of());
    byContract.delete(7);

    assertThat(urls)
        .containsExactly("https://token.example/token", "https://acme.example/things/7");
  }

  @Test
  void callsTheBaseUrlForEveryOperationIfThereIsOne() {
    List<String> urls = new ArrayList<>();
    Calls local =
        recording(urls)
            .target(new ContractTarget<>(Calls.class, "acme", "http://127.0.0.1:1", Map.of()));

    local.token(new RequestParameters(), Map.of());

    assertThat(urls).containsExactly("http://127.0.0.1:1/token");
  }

  private static Feign.Builder recording(List<String> urls) {
    return Feign.builder()
        .queryMapEncoder(new QueryEncoder())
        .decoder((response, type) -> Map.of())
        .client(
            (request, options) -> {
              urls.add(request.url());
              return Response.builder().status(200).request(request).body(new byte[0]).build();
            });
  }

  @Test
  void readsAListBareWrappedOrNull() {
    server
        .answer("[\"a\"]")
        .answer("{\"data\":[\"b\"]}")
        .answer("null")
        .answer("{\"other\":[\"c\"]}");

    assertThat(calls.names()).containsExactly("a");
    assertThat(calls.names()).containsExactly("b");
    assertThat(calls.names()).isEmpty();
    assertThatThrownBy(calls::names).isInstanceOf(VendorDecodeException.class);
  }

  @Test
  void readsTheBodyOfAnAnswerThatNobodyWants() {
    for (int i = 0; i < 3; i++) {
      server.answer("{\"text\":\"" + "x".repeat(100_000) + "\"}");
    }

    for (int i = 0; i < 3; i++) {
      calls.delete(i);
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void usesTheServerOfTheContractWithoutABaseUrl() {
    try (VendorConnection bare =
        new VendorConnection(
            new VendorProfile("acme", "ACME", Map.of(), ErrorBodyReader.at("/a", "/b")),
            settings(null))) {
      assertThat(bare.calls(Calls.class).toString()).contains("https://acme.example");
    }
  }

  @Test
  void showsNoCredentialInAnyDescription() {
    List<Object> described =
        List.of(
            calls,
            connection,
            Credential.header("X-Api-Key", "s3cret"),
            new Secrets(List.of("s3cret")),
            new VendorProfile(
                "acme",
                "ACME",
                Map.of("Key", Credential.header("X-Api-Key", "s3cret")),
                ErrorBodyReader.at("/a", "/b")));

    assertThat(described).allSatisfy(it -> assertThat(it.toString()).doesNotContain("s3cret"));
  }

  @Test
  void hidesAKeyInItsEncodedFormToo() {
    Secrets secrets = new Secrets(List.of("a+b/c"));

    assertThat(secrets.hide("x a+b/c y a%2Bb%2Fc z")).isEqualTo("x **** y **** z");
  }

  private static ConnectionSettings settings(@Nullable String baseUrl) {
    Duration timeout = Duration.ofSeconds(10);
    return new ConnectionSettings(
        baseUrl,
        Map.of(),
        timeout,
        timeout,
        new HttpSettings(timeout, null, null, true),
        null,
        UnaryOperator.identity(),
        RetryPolicy.standard(),
        null,
        Map.of(),
        List.of(),
        Clock.systemUTC(),
        duration -> {},
        () -> 1);
  }
}
