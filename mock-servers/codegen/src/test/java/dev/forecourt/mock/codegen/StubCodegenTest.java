package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.forecourt.mock.MockRequest;
import dev.forecourt.mock.Refusal;
import dev.forecourt.mock.contract.Contract;
import dev.forecourt.mock.contract.Inputs;
import dev.forecourt.mock.contract.Operation;
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

/** The generator, judged by what its output does: see {@code tricky/openapi.yaml}. */
final class StubCodegenTest {

  @TempDir private static Path folder;
  private static Path spec;
  private static Contract contract;

  @BeforeAll
  static void generate() throws URISyntaxException {
    spec = Path.of(StubCodegenTest.class.getResource("/tricky/openapi.yaml").toURI());
    contract = Generated.contract(spec, folder);
  }

  @Test
  void generatesTheSameTwice(@TempDir Path first, @TempDir Path second) throws IOException {
    Path one = Generated.sources(spec, first);
    Path two = Generated.sources(spec, second);

    try (Stream<Path> files = Files.list(one)) {
      assertThat(files.map(Path::getFileName))
          .hasSize(4)
          .allSatisfy(
              name -> assertThat(one.resolve(name)).hasSameTextualContentAs(two.resolve(name)));
    }
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
        .isEqualTo("AddItemRequest[title=é t, flag=false]");
    assertThat(answer(2, "/api/item/add", form, "title=x&flag=1"))
        .isEqualTo("AddItemRequest[title=x, flag=true]");
    assertThat(refusal(2, "/api/item/add", null, form, "title=x&flag=2"))
        .isEqualTo("form field 'flag' must be one of 1, 0, true, false but was '2'");
  }

  @Test
  void leavesOutAnOptionalFormButNotHalfOfIt() {
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

    assertThat(answer(2, "/api/item/add", Map.of(), ""))
        .isEqualTo("AddItemRequest[title=null, flag=false]");
    assertThat(refusal(2, "/api/item/add", null, form, "flag=1"))
        .isEqualTo("form field 'title' is required but was missing");
  }

  @Test
  void hasAVerdictForEveryShapeOfPathParameter() {
    assertThat(answer(3, "/api/item/-7", Map.of(), "")).isEqualTo("GetItemRequest[itemId=-7]");
    assertThat(refusal(3, "/api/item/", null, Map.of(), ""))
        .isEqualTo("path parameter 'item_id' must be an integer but was ''");
    assertThat(refusal(4, "/api/toolong/add/now", null, Map.of(), ""))
        .isEqualTo("path parameter 'kind' must be at most 5 characters long but was 'toolong'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "format: uuid -> format: iban",
        "additionalProperties: false -> discriminator: {propertyName: name}",
        "application/json: -> application/xml:",
        "x-mock-port: 4999 -> x-other: 1",
        "'{type: integer, minimum: 10}' -> '{minimum: 10}'",
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
    try {
      contract.call(operation, inputs(operation, path, query, headers, body));
      return "";
    } catch (Refusal e) {
      assertThat(e.status()).isEqualTo(400);
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
        new Request(called.method(), path, query, headers, body), segments(path), called);
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
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }
}
