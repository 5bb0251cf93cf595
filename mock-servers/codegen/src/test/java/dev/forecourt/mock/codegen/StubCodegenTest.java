package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.forecourt.mock.contract.Contract;
import dev.forecourt.mock.contract.Inputs;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.Place;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.contract.Violations;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The generator, judged by what its output does: see {@code tricky/openapi.yaml}. */
final class StubCodegenTest {

  @TempDir private static Path folder;
  private static Path spec;
  private static Contract contract;
  private static Object caller;

  @BeforeAll
  static void generate() throws URISyntaxException {
    spec = Path.of(StubCodegenTest.class.getResource("/tricky/openapi.yaml").toURI());
    Generated.Stub stub = Generated.stub(spec, folder);
    contract = stub.contract();
    caller = stub.caller();
  }

  @Test
  void generatesTheSameTwice(@TempDir Path first, @TempDir Path second) throws IOException {
    Path one = Generated.sources(spec, first);
    Path two = Generated.sources(spec, second);

    try (Stream<Path> files = Files.list(one)) {
      assertThat(files.map(Path::getFileName))
          .extracting(Path::toString)
          .containsExactlyInAnyOrder(
              "TrickyAnswers.java",
              "TrickyApi.java",
              "TrickyChecks.java",
              "TrickyContract.java",
              "TrickyOperations.java",
              "ChosenJson.java",
              "CreateItemJson.java",
              "PartJson.java",
              "ThingJson.java",
              "ThingPlaceJson.java")
          .allSatisfy(
              name -> assertThat(one.resolve(name)).hasSameTextualContentAs(two.resolve(name)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{\"id\":1} | -",
        "{\"id\":1,\"step\":0.50,\"kind\":\"a\"} | -",
        "{\"id\":1,\"step\":null,\"kind\":{\"key\":\"a\"}} | -",
        "{} | body field 'id' is required but was missing",
        "{\"id\":1,\"step\":2} | body field 'step' must be one of 0.5, 1 but was '2'",
        "{\"id\":1,\"kind\":{\"key\":7}} | body field 'kind.key' must be a string but was '7'",
      })
  void checksAnswers(String body, @Nullable String wrong) throws JsonProblem {
    Violations out = new Violations();

    contract
        .answers()
        .check(1, 201, JsonReader.read(body.getBytes(StandardCharsets.UTF_8)), Place.body(), out);

    assertThat(out.text()).isEqualTo(wrong == null ? "" : wrong);
  }

  @Test
  void knowsTheMediaTypesOfAnswers() {
    assertThat(contract.answers().mediaTypes(1, 201)).containsExactly("application/json");
    assertThat(contract.answers().mediaTypes(1, 415)).isEmpty();
    assertThat(contract.answers().mediaTypes(0, 503))
        .as("default")
        .containsExactly("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/item, 0",
    "/api/item/add, 1",
    "/api/item/7, 2",
    "/api/item/add/now, 3",
    "/api/thing/add/now, 3",
    "/api/item/, 2",
    "/api, -1",
    "/api/thing, -1",
    "/api/item/7/8, -1",
  })
  void prefersLiteralSegments(String path, int number) {
    assertThat(contract.path(segments(path))).isEqualTo(number);
  }

  @Test
  void knowsVerbsStatusesAndExamples() {
    Operation list = contract.operations().get(0);

    assertThat(contract.methods(0)).containsExactly("GET", "POST");
    assertThat(contract.operation(0, "DELETE")).isEqualTo(Contract.NONE);
    assertThat(list.statuses()).containsExactly(200, 0);
    assertThat(list.examples()).extracting("name").containsExactly("first", "second", "example");
  }

  @Test
  void answersWithTheFirstExampleUnlessOverridden() {
    byte[] body = contract.call(0, inputs(0, "/api/item", "ratio=0.5", Map.of(), "")).body();

    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo("{\"text\":\"quote \\\" backslash \\\\ ünï 😀\",\"list\":[1,2.5,null,false]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "ratio=1&page=2&ids[]=1&ids[]=2&ids=a,b&class=a -> ``",
        "page=1 -> query parameter 'ratio' is required but was missing",
        "ratio=0 -> query parameter 'ratio' must be greater than 0 but was '0'",
        "ratio=1.01 -> query parameter 'ratio' must be at most 1 but was '1.01'",
        "ratio=x -> query parameter 'ratio' must be a number but was 'x'",
        "ratio=1e-1 -> ``",
        "ratio=1&ids[]=x&ids[]=2 -> query parameter 'ids[]' must be an integer but was 'x'",
        "ratio=1&class=c -> query parameter 'class' must be one of a, b\"c but was 'c'",
      })
  void checksQueryParameters(String query, String message) {
    assertThat(refusal(0, "/api/item", query, Map.of(), "")).isEqualTo(message);
  }

  @Test
  void checksHeaders() {
    assertThat(refusal(0, "/api/item", "ratio=1", Map.of("X-Trace", "1"), ""))
        .isEqualTo("header 'X-Trace' must be a UUID but was '1'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{\"name\":\"ab\",\"size\":10} -> ``",
        "{\"name\":\"ab\",\"size\":\"big\",\"note\":null,\"tags\":[\"2026-11-22\"]} -> ``",
        "{\"name\":\"ab\",\"size\":10,\"money\":{\"cents\":10,\"currency\":\"EUR\"}} -> ``",
        "{} -> body field 'name' is required but was missing; body field 'size' is required but was missing",
        "[] -> body must be an object but was an array of 0",
        "{\"name\":\"A\",\"size\":true} -> body field 'name' must be at least 2 characters long but was 'A';"
            + " body field 'name' must match ^[a-z]+$ but was 'A'; body field 'size' must fit one of 2 alternatives but fits none"
            + " (body field 'size' must be an integer but was 'true' | body field 'size' must be a string but was 'true')",
        "{\"name\":null,\"size\":10} -> body field 'name' must not be null but was null",
        "{\"name\":\"ab\",\"size\":10,\"more\":1} -> body field 'more' is not documented; allowed are money, name, note, parent,"
            + " size, tags",
        "{\"name\":\"ab\",\"size\":10,\"tags\":[\"x\",\"x\",\"2026-01-01\"]} -> body field 'tags' must have at most 2 items but had"
            + " 3; body field 'tags' must not repeat an item but has 'x' more than once; body field 'tags[0]' must be a date like"
            + " 2026-11-22 but was 'x'; body field 'tags[1]' must be a date like 2026-11-22 but was 'x'",
        "{\"name\":\"ab\",\"size\":10,\"parent\":{\"name\":\"ab\",\"size\":9}} -> body field 'parent.size' must fit one of 2"
            + " alternatives but fits none (body field 'parent.size' must be at least 10 but was '9' | body field 'parent.size'"
            + " must be a string but was '9')",
        "{\"name\":\"ab\",\"size\":10,\"money\":{\"cents\":7}} -> body field 'money.cents' must be a multiple of 5 but was '7';"
            + " body field 'money.currency' is required but was missing",
        "{\"name\":\"ab\" -> body is not valid JSON: Unexpected end-of-input: expected close marker for Object (line 1, column 13)",
      })
  void checksJsonBodies(String body, String message) {
    String seen = refusal(1, "/api/item", null, Map.of("Content-Type", "application/json"), body);

    assertThat(message.contains("not valid JSON") ? seen.substring(0, 27) : seen)
        .isEqualTo(message.contains("not valid JSON") ? message.substring(0, 27) : message);
  }

  @Test
  void refusesAnotherMediaTypeWithTheDocumentedStatus() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                contract.call(
                    1, inputs(1, "/api/item", null, Map.of("Content-Type", "text/plain"), "x")));

    assertThat(refusal.status()).isEqualTo(415);
    assertThat(refusal.reason())
        .isEqualTo("header 'Content-Type' must be application/json but was 'text/plain'");
  }

  @Test
  void appliesDefaultsAndReadsFlags() {
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

    assertThat(answer(2, "/api/item/add", form, "title=%C3%A9+t"))
        .isEqualTo("AddItemRequest[caller=Caller[name=someone], title=é t, flag=false]");
    assertThat(answer(2, "/api/item/add", form, "title=x&flag=1"))
        .isEqualTo("AddItemRequest[caller=Caller[name=someone], title=x, flag=true]");
    assertThat(refusal(2, "/api/item/add", null, form, "title=x&flag=2"))
        .isEqualTo("form field 'flag' must be one of 1, 0, true, false but was '2'");
  }

  @Test
  void leavesOutAnOptionalFormButNotHalfOfIt() {
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

    assertThat(answer(2, "/api/item/add", Map.of(), ""))
        .isEqualTo("AddItemRequest[caller=Caller[name=someone], title=null, flag=false]");
    assertThat(refusal(2, "/api/item/add", null, form, "flag=1"))
        .isEqualTo("form field 'title' is required but was missing");
  }

  @Test
  void tellsAParameterNamedCallerFromWhoCalls() {
    assertThat(answer(4, "/api/a/add/now", Map.of(), ""))
        .isEqualTo("GetKindRequest[caller=Caller[name=someone], kind=a, queryCaller=null]");
  }

  @Test
  void hasAVerdictForEveryShapeOfPathParameter() {
    assertThat(answer(3, "/api/item/-7", Map.of(), ""))
        .isEqualTo("GetItemRequest[caller=Caller[name=someone], itemId=-7]");
    assertThat(refusal(3, "/api/item/", null, Map.of(), ""))
        .isEqualTo("path parameter 'item_id' must be an integer but was ''");
    assertThat(refusal(4, "/api/toolong/add/now", null, Map.of(), ""))
        .isEqualTo("path parameter 'kind' must be at most 5 characters long but was 'toolong'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "filter[size]=1 -> {size=1}, kinds=[]",
        "filter[size][]=1 -> {size=[1]}, kinds=[]",
        "filter[size][0]=1&filter[size][1]=2 -> {size=[1, 2]}, kinds=[]",
        "filter[size]=1&filter[size]=2 -> {size=[1, 2]}, kinds=[]",
        "filter%5Bfield%5D=x&filter%5Bdir%5D=up -> {field=x, dir=up}, kinds=[]",
        "kinds[]=a&kinds[1]=b&kinds=a -> null, kinds=[a, b, a]",
      })
  void readsObjectsAndArraysWithBrackets(String query, String taken) {
    byte[] body = contract.call(5, inputs(5, "/api/search", query, Map.of(), "")).body();

    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo(
            "SearchItemsRequest[caller=Caller[name=someone], filter="
                + taken
                + ", acceptLanguage=de]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "api_key=k -> ``",
        "filter=1 -> query parameter 'filter' must be an object, sent as filter[member]=value",
        "filter[wide]=1 -> query parameter 'filter[wide]' is not documented; allowed are dir, field, size",
        "filter[field]=x -> query parameter 'filter' must fit one of 2 alternatives but fits none (query parameter"
            + " 'filter[dir]' is required but was missing | query parameter 'filter[field]' must not be sent here)",
        "filter[field][]=x&filter[dir]=up -> query parameter 'filter[field]' must be a string but was an array of 1",
        "filter[size][a]=1 -> query parameter 'filter[size][a]' cannot be read; write filter[member]=value or"
            + " filter[member][]=value",
        "filter[size]=x -> query parameter 'filter[size]' must fit one of 2 alternatives but fits none (query parameter"
            + " 'filter[size]' must be an integer but was 'x' | query parameter 'filter[size]' must be an array but was 'x')",
        "kinds[0]=c -> query parameter 'kinds[]' must be one of a, b but was 'c'",
        "kind=a -> query parameter 'kind' is not documented; allowed are api_key, filter, kinds[] (nearest is 'kinds[]')",
      })
  void checksObjectsAndArraysWithBrackets(String query, String message) {
    assertThat(refusal(5, "/api/search", query, Map.of(), "")).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "en-GB,en;q=0.9 -> en",
        "fr, de -> de",
        "* -> de",
        "EN -> en",
        "en;q=0.5, de;q=0.9 -> de",
        "de;q=0.5, en;q=0.51 -> en",
        "fr, en;q=0.2, *;q=0.1 -> en",
        "fr -> de",
        "fr;q=0.9, *;q=0.1 -> de",
        "de;q=0, * -> en",
        "en;q=0 -> de",
        "'' -> de",
      })
  void readsALanguageAsBrowsersSendIt(String header, String taken) {
    Map<String, String> headers = Map.of("Accept-Language", header);
    byte[] body = contract.call(5, inputs(5, "/api/search", "kinds=a", headers, "")).body();

    assertThat(new String(body, StandardCharsets.UTF_8)).contains("acceptLanguage=" + taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en;q=2",
        "en ; q=1.00x",
        "fr; Q=0x",
        "en_US",
        "en;level=1",
        "de en",
        "en;q=0.1234",
        "englishes1"
      })
  void refusesWhatIsNoListOfLanguages(String header) {
    assertThat(refusal(5, "/api/search", null, Map.of("Accept-Language", header), ""))
        .isEqualTo(
            "header 'Accept-Language' must be languages with or without weights, such as en-US,en;q=0.9 but was '"
                + header
                + "'");
  }

  @Test
  void keepsNullsAndHeadersOfExamples() {
    MockResponse answer = contract.call(5, inputs(5, "/api/search", null, Map.of(), ""));

    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"name\":null,\"list\":[{\"size\":null}]}");
    assertThat(answer.header("X-Limit")).isEqualTo("10");
  }

  @Test
  void knowsTheAlternativesOfSecurity() {
    assertThat(contract.operations().get(5).security())
        .extracting(all -> all.stream().map(SecurityScheme::place).toList())
        .containsExactly(
            List.of("header 'X-Key'"),
            List.of("query parameter 'api_key'", "header 'Authorization'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{\"name\":5,\"one\":\"x\",\"when\":null} -> ``",
        "{\"name\":null,\"one\":\"x\",\"when\":\"2026-11-22T10:00:00Z\",\"links\":{\"a\":\"b\"}} -> ``",
        "{\"name\":1} -> body field 'one' or 'other' is required but both were missing",
        "{\"name\":1,\"one\":\"x\",\"other\":\"y\"} -> only one of one, other may be sent but one, other were",
        "{\"one\":\"x\"} -> body field 'name' is required but was missing",
        "{\"name\":1,\"one\":\"x\",\"when\":\"2026-11-22T10:00Z\"} -> body field 'when' must fit one of 2 alternatives but"
            + " fits none (body field 'when' must be a time like 2026-11-22T14:05:00+01:00 but was '2026-11-22T10:00Z' |"
            + " body field 'when' must be null but was '2026-11-22T10:00Z')",
        "{\"name\":1,\"one\":\"x\",\"links\":{}} -> body field 'links' must have at least 1 fields but had 0",
        "{\"name\":1,\"one\":\"x\",\"links\":{\"a\":1}} -> body field 'links.a' must be a string but was '1'",
      })
  void checksChoices(String body, String message) {
    Map<String, String> json = Map.of("Content-Type", "application/json");

    assertThat(refusal(6, "/api/choice", null, json, body, 422)).isEqualTo(message);
  }

  @Test
  void blamesTheRequestWhenNotOnlyTheBodyIsUnfit() {
    Map<String, String> json = Map.of("Content-Type", "application/json");

    assertThat(refusal(6, "/api/choice", "x=1", json, "{}", 400))
        .startsWith("query parameter 'x' is not documented; none is allowed; body field 'name'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "x-mock-port: 4999 -> x-other: 1",
        "'{type: integer, minimum: 10}' -> '{type: file}'",
        "'{$ref: \"#/components/schemas/Item\"}' -> '{$ref: \"#/components/schemas/Itme\"}'",
      })
  void refusesToGenerateWhatItCannotCheck(String from, String to, @TempDir Path other)
      throws IOException {
    String text = Files.readString(spec);
    assertThat(text).contains(from);
    Path changed = Files.writeString(other.resolve("openapi.yaml"), text.replace(from, to));

    assertThatThrownBy(() -> Generated.sources(changed, other))
        .hasMessageMatching("(?s).*(not supported by the stub generator|no x-mock-port).*");
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  private static String answer(
      int operation, String path, Map<String, String> headers, String body) {
    return new String(
        contract.call(operation, inputs(operation, path, null, headers, body)).body(),
        StandardCharsets.UTF_8);
  }

  /** What the request is refused for; empty when it is not. */
  private static String refusal(
      int operation,
      String path,
      @Nullable String query,
      Map<String, String> headers,
      String body) {
    return refusal(operation, path, query, headers, body, 400);
  }

  private static String refusal(
      int operation,
      String path,
      @Nullable String query,
      Map<String, String> headers,
      String body,
      int status) {
    try {
      contract.call(operation, inputs(operation, path, query, headers, body));
      return "";
    } catch (Refusal e) {
      assertThat(e.status()).isEqualTo(status);
      return e.reason();
    }
  }

  private static Inputs inputs(
      int operation,
      String path,
      @Nullable String query,
      Map<String, String> headers,
      String body) {
    Operation called = contract.operations().get(operation);
    return new Inputs(
        new Request(called.method(), path, query, headers, body),
        segments(path),
        called,
        caller,
        Monitor.HELD);
  }

  private record Request(
      String method, String path, @Nullable String query, Map<String, String> headers, String text)
      implements MockRequest {

    @Override
    public List<String> headers(String name) {
      return headers.containsKey(name) ? List.of(headers.get(name)) : List.of();
    }

    @Override
    public byte[] body() {
      assertThat(Thread.holdsLock(Monitor.HELD)).as("held while the body is read").isFalse();
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
