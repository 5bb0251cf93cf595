package dev.forecourt.mock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.http.Fault;
import dev.forecourt.mock.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of {@code /__mock/faults}. */
final class FaultsTest {

  private final Faults faults = new Faults(List.of(operation("listCars"), operation("getCar")));

  @Test
  void disturbsNothingWithoutARule() {
    assertThat(next("getCar")).isNull();
  }

  @Test
  void disturbsTheOperationOfARuleOnly() {
    post("{\"operation\":\"getCar\",\"fault\":\"reset-after\",\"delay\":\"10-20\"}");

    assertThat(next("listCars")).isNull();
    assertThat(next("getCar"))
        .isEqualTo(new Disturbance(new Delay(10, 20), Fault.RESET_AFTER, null, null, null));
  }

  @Test
  void disturbsAllOperationsWhenARuleNamesNone() {
    post("{\"delay\":5}");

    assertThat(next("listCars")).isNotNull();
    assertThat(next("getCar")).isNotNull();
  }

  @Test
  void disturbsAsOftenAsARuleSaysWhateverTheThread() {
    post("{\"status\":503,\"times\":7}");

    long disturbed =
        IntStream.range(0, 1000)
            .parallel()
            .mapToObj(i -> next("getCar"))
            .filter(Objects::nonNull)
            .count();

    assertThat(disturbed).isEqualTo(7);
  }

  @Test
  void takesTheNextRuleWhenTheFirstIsUsedUp() {
    post("{\"status\":503,\"times\":1}");
    post("{\"status\":500}");

    assertThat(next("getCar")).extracting(Disturbance::status).isEqualTo(503);
    assertThat(next("getCar")).extracting(Disturbance::status).isEqualTo(500);
  }

  @Test
  void repeatsWhatChanceDidWithTheSameSeed() {
    String rule = "{\"status\":503,\"probability\":0.3,\"seed\":42}";
    List<Boolean> first = disturbed(rule);
    List<Boolean> second = disturbed(rule);
    List<Boolean> other = disturbed(rule.replace("42", "43"));

    assertThat(second).isEqualTo(first).isNotEqualTo(other);
    assertThat(first.stream().filter(each -> each).count()).isBetween(200L, 400L);
  }

  @Test
  void listsRulesWithTheirUse() {
    post("{\"operation\":\"getCar\",\"status\":503,\"retryAfter\":2,\"times\":3}");
    next("getCar");

    assertThat(call("GET", ""))
        .isEqualTo(
            "{\"rules\":[{\"operation\":\"getCar\",\"status\":503,\"retryAfter\":2,\"used\":1,\"left\":2}]}");
  }

  @Test
  void replacesAndRemovesAll() {
    post("{\"status\":500}");
    call("PUT", "{\"rules\":[{\"fault\":\"empty\"},{\"delay\":\"3\"}]}");
    assertThat(call("GET", ""))
        .isEqualTo(
            "{\"rules\":[{\"operation\":null,\"fault\":\"empty\",\"used\":0},"
                + "{\"operation\":null,\"delay\":\"3\",\"used\":0}]}");

    call("DELETE", "");
    assertThat(next("getCar")).isNull();
  }

  @Test
  void keepsTheOldRulesWhenANewOneIsWrong() {
    post("{\"status\":500}");

    refusal("PUT", "{\"rules\":[{\"fault\":\"empty\"},{\"fault\":\"full\"}]}");

    assertThat(next("getCar")).extracting(Disturbance::status).isEqualTo(500);
  }

  @Test
  void takesAHundredRulesAndNoMore() {
    IntStream.range(0, 100).forEach(i -> post("{\"delay\":1}"));

    assertThat(refusal("POST", "{\"delay\":1}")).isEqualTo("There may be 100 rules at a time");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                | A rule needs 'delay', 'fault', 'status' or 'response'",
        "{\"fault\":\"x\"}                 | 'fault' must be one of reset, reset-after, empty, empty-after, malformed, malformed-after, truncated, no-body, garbled but was 'x'",
        "{\"fault\":\"empty\",\"status\":500} | A rule has 'fault' or 'status', not both",
        "{\"status\":200}                  | 'status' must be a whole number between 400 and 599",
        "{\"status\":500,\"times\":0}      | 'times' must be a whole number between 1 and 2147483647",
        "{\"delay\":1,\"retryAfter\":1}    | 'retryAfter' needs a 'status' beside it, such as 503",
        "{\"delay\":1,\"probability\":0}   | 'probability' must be a number above 0 and up to 1",
        "{\"delay\":1,\"probability\":\"1\"} | 'probability' must be a number above 0 and up to 1",
        "{\"delay\":1,\"operation\":\"x\"} | 'operation' must be one of getCar, listCars but was 'x'",
        "{\"dealy\":1}                     | 'dealy' is not known here; allowed are operation, request, delay, fault, status, retryAfter, response, times, probability, seed",
        "[]                                | body must be a JSON object",
        "{                                 | body is not valid JSON: Unexpected end-of-input: expected close marker for Object (line 1, column 2)",
      })
  void refusesARuleThatIsNone(String rule, String reason) {
    assertThat(refusal("POST", rule)).isEqualTo(reason);
  }

  private List<Boolean> disturbed(String rule) {
    faults.clear();
    post(rule);
    return IntStream.range(0, 1000).mapToObj(i -> next("getCar") != null).toList();
  }

  private String refusal(String method, String json) {
    return catchThrowableOfType(Refusal.class, () -> call(method, json)).reason();
  }

  private void post(String json) {
    call("POST", json);
  }

  private String call(String method, String json) {
    return new String(
        faults.controls().get(method + " /__mock/faults").apply(ControlRequest.json(json)).body(),
        StandardCharsets.UTF_8);
  }

  private static Operation operation(String id) {
    return new Operation(id, "GET", "/" + id, List.of(200), List.of(), List.of());
  }

  private @Nullable Disturbance next(String operationId) {
    Operation operation =
        new Operation(operationId, "GET", "/cars", List.of(200), List.of(), List.of());
    return faults.next(operation, ControlRequest.query("a=1"));
  }
}
