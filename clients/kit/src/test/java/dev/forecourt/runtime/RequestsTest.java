package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.call.AnswerReader;
import dev.forecourt.runtime.call.FeignRequests;
import dev.forecourt.runtime.call.PreparedRequest;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RequestParameters;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.contract.QueryParameters;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.encode.PathValue;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import dev.forecourt.runtime.json.JsonIn;
import dev.forecourt.runtime.kit.WireServer;
import feign.HeaderMap;
import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the arguments of generated code: the request on the wire, and what is read from
 * its answer. Operations of a kind that not every contract has: JSON bodies, lists, open ones.
 *
 * <p>Stands in this module for the kit, and in this package for what the runtime keeps to itself.
 */
class RequestsTest {
  private static final String SERVER = "https://acme.example";
  private static final Map<String, Credential> CREDENTIALS =
      Map.of(
          "Key", Credential.header("X-Api-Key", "s3cret"),
          "Other", Credential.header("X-Other", "oth3r"));

  private static final Calls CALLS = FeignRequests.of(Calls.class);
  private static final Operation CREATE =
      Operation.of("create", "POST", "/things", SERVER).securedBy("Key");
  private static final Operation LIST =
      Operation.of("list", "GET", "/things", SERVER).securedBy("Key", "Missing").securedBy("Key");
  private static final Operation OPEN = Operation.of("open", "GET", "/open", SERVER);
  private static final Operation MISSING =
      Operation.of("missing", "GET", "/missing", SERVER)
          .securedBy("Missing")
          .securedBy("Key", "Missing");
  private static final Operation TOKEN =
      Operation.of("token", "GET", "/token", SERVER)
          .securedBy("Missing")
          .securedBy("Key", "Other")
          .securedBy("Key")
          .onServer("https://token.example");
  private static final Operation NAMES = Operation.of("names", "GET", "/names", SERVER);
  private static final Operation DELETE =
      Operation.of("delete", "DELETE", "/things/{id}", SERVER).securedBy("Key");

  private final WireServer server = new WireServer();
  private final VendorConnection connection = connection(server.url(), CREDENTIALS);

  interface Calls {
    @RequestLine("POST /things")
    @Headers("Accept: application/json")
    PreparedRequest create(
        byte[] body, @QueryMap Map<String, Object> query, @HeaderMap Map<String, Object> headers);

    @RequestLine("GET /things")
    PreparedRequest list(
        @QueryMap Map<String, Object> query, @HeaderMap Map<String, Object> headers);

    @RequestLine("GET /open")
    PreparedRequest open();

    @RequestLine("GET /missing")
    PreparedRequest missing();

    @RequestLine("GET /token")
    PreparedRequest token(
        @QueryMap Map<String, Object> query, @HeaderMap Map<String, Object> headers);

    @RequestLine("GET /names")
    PreparedRequest names();

    @RequestLine(value = "DELETE /things/{id}", decodeSlash = false)
    PreparedRequest delete(@Param("id") String id);
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

    Map<String, Object> created = create("application/json", Map.of("name", "Zoë"));

    assertThat(created).containsEntry("id", 7);
    assertThat(server.request().header("Content-Type")).isEqualTo("application/json");
    assertThat(server.request().body()).isEqualTo("{\"name\":\"Zoë\"}");
  }

  @Test
  void refusesABodyItCannotWrite() {
    assertThatThrownBy(() -> create("application/xml", Map.of()))
        .hasMessage("no encoder for application/xml. Expected JSON, a form, text or bytes.");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void repeatsTheNameOfAListAndLeavesOutNull() {
    server.answer("{}");

    list(
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

    list(new Query("", List.of("a", "", "b", ""), "-", "%2D"));

    assertThat(server.request().line())
        .isEqualTo(
            "GET /things?p%5B0%5D=&p%5B1%5D=a&p%5B1%5D=&p%5B1%5D=b&p%5B1%5D=&p%5B2%5D=-&p%5B3%5D=%252D");
  }

  @Test
  void sendsTheReplacementCharacterForHalfASurrogatePair() {
    server.answer("{}");

    list(new Query("a\uD83D", "\uDE97b", "\uD83D\uDE97?"));

    assertThat(server.request().line())
        .isEqualTo("GET /things?p%5B0%5D=a%EF%BF%BD&p%5B1%5D=%EF%BF%BDb&p%5B2%5D=%F0%9F%9A%97%3F");
  }

  @Test
  void sendsOnlyTheCredentialsOfTheOperation() {
    server.answer("{}").answer("{}");

    list(new Query());
    open();

    assertThat(server.requests().get(0).header("X-Api-Key")).isEqualTo("s3cret");
    assertThat(server.requests().get(0).headers("X-Other")).isEmpty();
    assertThat(server.requests().get(1).headers("X-Api-Key")).isEmpty();
  }

  @Test
  void failsBeforeAnyByteIsSentWithoutACredential() {
    assertThatThrownBy(() -> send(MISSING, it -> CALLS.missing()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "acme missing needs Missing or Key Missing, and the client has Key Other. Give the"
                + " credential to the builder.");
    assertThat(server.connections()).isZero();
  }

  @Test
  void sendsAllCredentialsThatSomeAlternativeTakes() {
    server.answer("{}");

    token(new RequestParameters());

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

    token(parameters);

    assertThat(server.request().line()).isEqualTo("GET /token?q=%C3%BC");
    assertThat(server.request().header("X-Day")).isEqualTo("2024-01-02");
  }

  @Test
  void refusesAHeaderThatCannotBeSent() {
    assertThatThrownBy(() -> new RequestParameters().header("X-A", "é"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Header X-A holds a character that cannot be sent. Expected visible ASCII.");
  }

  @Test
  void callsTheServerThatTheContractGivesAnOperation() {
    List<String> urls = new ArrayList<>();

    try (VendorConnection byContract = recording(null, urls)) {
      token(byContract, new RequestParameters());
      delete(byContract, 7);
    }

    assertThat(urls)
        .containsExactly("https://token.example/token", "https://acme.example/things/7");
  }

  @Test
  void callsTheBaseUrlForEveryOperationIfThereIsOne() {
    List<String> urls = new ArrayList<>();

    try (VendorConnection local = recording("http://127.0.0.1:1", urls)) {
      token(local, new RequestParameters());
      delete(local, 7);
    }

    assertThat(urls).containsExactly("http://127.0.0.1:1/token", "http://127.0.0.1:1/things/7");
  }

  @Test
  void callsThePathOfTheBaseUrlBeforeThatOfTheContract() {
    List<String> urls = new ArrayList<>();

    try (VendorConnection gateway = recording("HTTPS://Gateway.example/acme/v2//", urls)) {
      delete(gateway, 7);
    }

    assertThat(urls).containsExactly("https://Gateway.example/acme/v2/things/7");
  }

  @Test
  void readsAListBareWrappedOrNull() {
    server
        .answer("[\"a\"]")
        .answer("{\"data\":[\"b\"]}")
        .answer("null")
        .answer("{\"other\":[\"c\"]}");

    assertThat(names()).containsExactly("a");
    assertThat(names()).containsExactly("b");
    assertThat(names()).isEmpty();
    assertThatThrownBy(this::names).isInstanceOf(VendorDecodeException.class);
  }

  @Test
  void readsTheBodyOfAnAnswerThatNobodyWants() {
    for (int i = 0; i < 3; i++) {
      server.answer("{\"text\":\"" + "x".repeat(100_000) + "\"}");
    }

    for (int i = 0; i < 3; i++) {
      delete(connection, i);
    }

    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void showsNoCredentialInAnyDescription() {
    List<Object> described =
        List.of(
            CALLS,
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

  private static VendorConnection connection(
      @Nullable String baseUrl, Map<String, Credential> credentials) {
    AcmeClient.Builder builder = new AcmeClient.Builder();
    return (baseUrl == null ? builder : builder.baseUrl(baseUrl)).connection(credentials);
  }

  /** A connection that answers by itself and writes down what it would have called. */
  private static VendorConnection recording(@Nullable String baseUrl, List<String> urls) {
    AcmeClient.Builder builder =
        new AcmeClient.Builder()
            .transport(
                (WireRequest request) -> {
                  urls.add(request.uri().toString());
                  return new WireResponse(200, Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
                });
    return (baseUrl == null ? builder : builder.baseUrl(baseUrl)).connection(CREDENTIALS);
  }

  private Map<String, Object> create(String contentType, Object body) {
    return model(
        CREATE,
        new RequestParameters().body(contentType, body),
        it -> CALLS.create(it.body(), it.query(), it.headers()));
  }

  private void list(Query query) {
    model(LIST, new RequestParameters().and(query), it -> CALLS.list(it.query(), it.headers()));
  }

  private void open() {
    send(OPEN, it -> CALLS.open());
  }

  private void token(RequestParameters parameters) {
    token(connection, parameters);
  }

  private static void token(VendorConnection connection, RequestParameters parameters) {
    connection
        .call(
            TOKEN,
            RequestOptions.none(),
            AnswerReader.none(),
            parameters,
            it -> CALLS.token(it.query(), it.headers()))
        .model();
  }

  private static void delete(VendorConnection connection, int id) {
    connection
        .call(
            DELETE,
            RequestOptions.none(),
            AnswerReader.none(),
            new RequestParameters(),
            it -> CALLS.delete(PathValue.of(id)))
        .model();
  }

  private List<String> names() {
    return connection
        .call(
            NAMES,
            RequestOptions.none(),
            AnswerReader.listOf(JsonIn::text, "member", "data"),
            new RequestParameters(),
            it -> CALLS.names())
        .model();
  }

  private void send(Operation operation, Function<RequestParameters, PreparedRequest> request) {
    connection
        .call(
            operation, RequestOptions.none(), AnswerReader.none(), new RequestParameters(), request)
        .model();
  }

  private Map<String, Object> model(
      Operation operation,
      RequestParameters parameters,
      Function<RequestParameters, PreparedRequest> request) {
    return connection
        .call(operation, RequestOptions.none(), JsonMaps.READER, parameters, request)
        .model();
  }
}
