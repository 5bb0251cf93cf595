package dev.forecourt.mock.convention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.contract.Answers;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.Place;
import dev.forecourt.mock.contract.Violations;
import dev.forecourt.mock.http.MockResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of the documented errors is answered, and what stands in it. */
final class ContractErrorsTest {

  private static final String JSON = "application/json";
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00.5Z");
  private static final List<Operation> OPERATIONS =
      List.of(operation("first"), operation("second"));

  @Test
  void takesTheNarrowestOfItsOperation() {
    ContractErrors errors =
        errors(
            template(0, 400, 599, "default"),
            template(0, 400, 499, "range"),
            template(0, 404, 404, "exact"),
            template(1, 404, 404, "other"));

    assertThat(text(errors.error("first", 404, "m"))).contains("exact");
    assertThat(text(errors.error("first", 409, "m"))).contains("range");
    assertThat(text(errors.error("first", 500, "m"))).contains("default");
    assertThat(text(errors.error("second", 404, "m"))).contains("other");
  }

  @Test
  void borrowsFromAnotherStatusOrOperation() {
    ContractErrors errors = errors(template(0, 404, 404, "first"), template(1, 500, 500, "second"));

    assertThat(text(errors.error("second", 404, "m")))
        .as("its own before others'")
        .contains("second");
    assertThat(text(errors.error(null, 404, "m"))).as("by status").contains("first");
    assertThat(text(errors.error(null, 503, "m"))).as("by the first digit").contains("second");
  }

  @Test
  void putsMessageAndCodeInTheirPlaces() {
    ContractErrors errors =
        errors(
            new ErrorTemplate(
                0,
                404,
                404,
                JSON,
                "{\"e\":[{\"m\":\"x\",\"c\":1}],\"k\":true}",
                "/e/0/m",
                "/e/0/c"));

    assertThat(text(errors.error("first", 404, "why")))
        .isEqualTo("{\"e\":[{\"m\":\"why\",\"c\":404}],\"k\":true}");
  }

  @Test
  void keepsTheSampleWhereAMessageIsNotAllowed() {
    ContractErrors errors = errors(error(404, 404, "{\"message\":\"exact\",\"details\":[\"a\"]}"));

    assertThat(text(errors.error("first", 404, "forbidden")))
        .isEqualTo("{\"message\":\"exact\",\"details\":[\"a\"]}");
  }

  @Test
  void tellsAMessageThatIsNotAllowedInAHeader() {
    ContractErrors errors = errors(error(404, 404, "{\"message\":\"exact\"}"));
    ContractErrors binary = errors(new ErrorTemplate(0, 404, 404, "image/png", "x", "", ""));

    assertThat(errors.error("first", 404, "forbidden:\n\tgr\u00fcn").header("Mock-Reason"))
        .isEqualTo("forbidden: gr?n");
    assertThat(binary.error("first", 404, "why").header("Mock-Reason")).isEqualTo("why");
    assertThat(errors.error("first", 404, "why").header("Mock-Reason")).isNull();
  }

  @Test
  void cutsAMessageThatIsLongerThanAllowed() {
    ContractErrors errors = errors(error(404, 404, "{\"message\":\"exact\"}"));

    MockResponse answer = errors.error("first", 404, "a".repeat(60) + "forbidden");

    assertThat(text(answer)).isEqualTo("{\"message\":\"" + "a".repeat(34) + "...\"}");
    assertThat(answer.header("Mock-Reason")).isNull();
  }

  @Test
  void leavesOutWhatWasTrueOfTheSampleAlone() {
    String sample =
        """
        {"message": "x", "details": [{"field": "email"}], "requestId": "r1", "ok": false,
         "timestamp": "2020-01-01T00:00:00Z", "meta": {"trace": 1}, "none": null}\
        """;

    assertThat(text(errors(error(404, 404, sample)).error("first", 404, "why")))
        .isEqualTo(
            "{\"message\":\"why\",\"ok\":false,\"timestamp\":\"2026-11-29T10:00:00Z\","
                + "\"none\":null}");
  }

  @Test
  void keepsTheKindOfErrorForTheStatusOfTheSampleOnly() {
    String sample = "{\"message\":\"x\",\"type\":\"not_found\",\"error_code\":7}";

    assertThat(text(errors(error(404, 404, sample)).error("first", 404, "why")))
        .isEqualTo("{\"message\":\"why\",\"type\":\"not_found\",\"error_code\":7}");
    assertThat(text(errors(error(400, 499, sample)).error("first", 404, "why")))
        .isEqualTo("{\"message\":\"why\"}");
  }

  @Test
  void keepsTheVendorsCodeForTheStatusOfTheSampleOnly() {
    String sample = "{\"e\":{\"m\":\"x\",\"code\":\"not_found\"}}";

    assertThat(text(errors(coded(404, 404, sample)).error("first", 404, "why")))
        .isEqualTo("{\"e\":{\"m\":\"why\",\"code\":\"not_found\"}}");
    assertThat(text(errors(coded(404, 404, sample)).error("first", 400, "why")))
        .isEqualTo("{\"e\":{\"m\":\"why\"}}");
  }

  @Test
  void keepsWhatTheContractRequires() {
    String sample =
        "{\"message\":\"x\",\"required\":\"r\",\"requiredList\":[{\"a\":1}],\"other\":1}";

    assertThat(text(errors(error(404, 404, sample)).error("first", 404, "why")))
        .isEqualTo("{\"message\":\"why\",\"required\":\"r\",\"requiredList\":[]}");
  }

  @Test
  void hasOneErrorInAListOfThem() {
    ContractErrors errors =
        errors(
            new ErrorTemplate(
                0,
                404,
                404,
                JSON,
                "{\"e\":[{\"m\":\"x\",\"f\":\"id\"},{\"m\":\"y\"}]}",
                "/e/0/m",
                ""));

    assertThat(text(errors.error("first", 404, "why"))).isEqualTo("{\"e\":[{\"m\":\"why\"}]}");
  }

  @Test
  void writesTextAsText() {
    ContractErrors errors = errors(new ErrorTemplate(0, 404, 404, "text/plain", "no", "", ""));

    MockResponse answer = errors.error("first", 404, "why");

    assertThat(text(answer)).isEqualTo("why");
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
  }

  @Test
  void hasAShapeOfItsOwnWhereNothingIsDocumented() {
    assertThat(text(errors().error(null, 404, "why")))
        .isEqualTo("{\"error\":{\"status\":404,\"message\":\"why\"}}");
  }

  private static ContractErrors errors(ErrorTemplate... templates) {
    return new ContractErrors(
        OPERATIONS, List.of(templates), NoForbidden::new, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static ErrorTemplate template(int operation, int from, int to, String message) {
    return new ErrorTemplate(
        operation, from, to, JSON, "{\"message\":\"x\",\"" + message + "\":true}", "/message", "");
  }

  private static ErrorTemplate error(int from, int to, String sample) {
    return new ErrorTemplate(0, from, to, JSON, sample, "/message", "");
  }

  private static ErrorTemplate coded(int from, int to, String sample) {
    return new ErrorTemplate(0, from, to, JSON, sample, "/e/m", "/e/code");
  }

  private static Operation operation(String id) {
    return new Operation(id, "GET", "/" + id, List.of(200), List.of(), List.of());
  }

  private static String text(MockResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Allows everything but one word, and wants what it once had that is called required. */
  private static final class NoForbidden implements Answers {
    private final Set<Object> required = new HashSet<>();

    @Override
    public List<String> mediaTypes(int operation, int status) {
      return List.of(JSON);
    }

    @Override
    public void check(int operation, int status, @Nullable Object body, Place at, Violations out) {
      if (String.valueOf(body).contains("forbidden")) {
        out.note("forbidden");
      }
      Set<?> names = body instanceof Map<?, ?> map ? map.keySet() : Set.of();
      names.stream().filter(each -> each.toString().startsWith("required")).forEach(required::add);
      if (!names.containsAll(required)) {
        out.note("missing");
      }
    }
  }
}
