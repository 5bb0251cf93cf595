package dev.forecourt.trials.specmatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final Set<String> OPERATIONS = Set.of("GET /cars", "POST /cars");
  private static final GeneratedTest LIST = new GeneratedTest("GET /cars", "200", "", null);
  private static final GeneratedTest CREATE = new GeneratedTest("POST /cars", "201", "", null);
  private static final GeneratedTest ACCEPTED =
      new GeneratedTest("POST /cars", "4xx", "vin is null", "Expected 4xx");
  private static final Exchange GOT = new Exchange("GET", "/cars", "", 200, "[]");
  private static final Exchange POSTED = new Exchange("POST", "/cars", "{}", 201, "{}");

  @Test
  void isGoodWhenEveryTestPassed() throws IOException {
    Outcome outcome = outcome(List.of(LIST, CREATE), List.of(GOT, POSTED), "");

    assertThat(outcome.good()).isTrue();
    assertThat(outcome.passed()).isEqualTo(2);
    assertThat(outcome.operations()).isEqualTo(2);
  }

  @Test
  void isNotGoodWithAFindingThatNobodyExplained() throws IOException {
    Outcome outcome = outcome(List.of(LIST, ACCEPTED), List.of(GOT, POSTED), "");

    assertThat(outcome.good()).isFalse();
    assertThat(outcome.unexplained())
        .singleElement()
        .hasToString(
            """
            acme stub: POST /cars expected 4xx, was 201
                test:   vin is null
                sent:   POST /cars {}
                answer: {}
                reason: Expected 4xx""");
  }

  @Test
  void isGoodWithAFindingThatIsExplained() throws IOException {
    Outcome outcome =
        outcome(
            List.of(LIST, ACCEPTED),
            List.of(GOT, POSTED),
            "{vendor: acme, provider: stub, operation: POST /cars, expected: 4xx, actual: '201', test: '*vin is null*', reason: any}");

    assertThat(outcome.good()).isTrue();
    assertThat(outcome.explained()).isEqualTo(1);
    assertThat(outcome.negative()).isEqualTo(1);
  }

  @Test
  void isNotGoodWithoutATest() throws IOException {
    assertThat(outcome(List.of(), List.of(), "").problems())
        .containsExactly("Specmatic made no test");
  }

  @Test
  void isNotGoodWhenAnOperationWasNotCalled() throws IOException {
    assertThat(outcome(List.of(LIST), List.of(GOT), "").problems())
        .containsExactly("no test of POST /cars");
  }

  @Test
  void isNotGoodWhenRequestsAreMissing() throws IOException {
    assertThat(outcome(List.of(LIST, CREATE), List.of(GOT), "").problems())
        .containsExactly("Specmatic reports 2 tests but sent 1 requests");
  }

  @Test
  void isNotGoodWhenRequestsAreThoseOfOtherTests() throws IOException {
    assertThat(outcome(List.of(LIST, CREATE), List.of(POSTED, GOT), "").problems())
        .singleElement()
        .asString()
        .startsWith("The requests are not in the order of the tests");
  }

  @Test
  void isNotGoodWhenSpecmaticCrashed() {
    assertThat(Outcome.crashed("acme", "stub", "out of memory").good()).isFalse();
  }

  private static Outcome outcome(List<GeneratedTest> tests, List<Exchange> exchanges, String entry)
      throws IOException {
    return Outcome.of(
        "acme",
        "stub",
        OPERATIONS,
        tests,
        exchanges,
        ReviewedFindings.of("findings: [" + entry + "]"));
  }
}
