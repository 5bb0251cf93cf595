package dev.forecourt.trials.specmatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewedFindingsTest {
  private static final String ONE =
      "{vendor: acme, provider: stub, operation: 'GET /cars/*', expected: 4xx, actual: '200', test: '*(1) to 2*', reason: car 2 exists}";

  @Test
  void explainsWhatAnEntryCovers() throws IOException {
    assertThat(findings(ONE).reason(finding("acme", "GET /cars/{id}", "mutated from (1) to 2")))
        .isEqualTo("car 2 exists");
  }

  @Test
  void explainsNothingElse() throws IOException {
    ReviewedFindings reviewed = findings(ONE);

    assertThat(reviewed.reason(finding("other", "GET /cars/{id}", "mutated from (1) to 2")))
        .isNull();
    assertThat(reviewed.reason(finding("acme", "PUT /cars/{id}", "mutated from (1) to 2")))
        .isNull();
    assertThat(reviewed.reason(finding("acme", "GET /cars/{id}", "mutated from (1) to true")))
        .isNull();
  }

  @Test
  void namesEntriesThatNothingNeeds() throws IOException {
    ReviewedFindings reviewed = findings(ONE);

    assertThat(reviewed.unused(Set.of("acme"), Set.of("stub"))).hasSize(1);

    reviewed.reason(finding("acme", "GET /cars/{id}", "mutated from (1) to 2"));

    assertThat(reviewed.unused(Set.of("acme"), Set.of("stub"))).isEmpty();
  }

  @Test
  void saysNothingOfEntriesOfOthers() throws IOException {
    assertThat(findings(ONE).unused(Set.of("other"), Set.of("stub"))).isEmpty();
    assertThat(findings(ONE).unused(Set.of("acme"), Set.of("prism"))).isEmpty();
  }

  @Test
  void judgesAnEntryForAllOnlyWhenAllRan() throws IOException {
    ReviewedFindings reviewed = findings(ONE.replace("provider: stub", "provider: '*'"));

    assertThat(reviewed.unused(Set.of("acme"), Set.of("stub"))).isEmpty();
    assertThat(reviewed.unused(Set.of("acme"), Set.of("stub", "prism", "*"))).hasSize(1);
  }

  @Test
  void leavesOutAResponse() throws IOException {
    ReviewedFindings reviewed =
        ReviewedFindings.of(
            "left-out: [{vendor: acme, provider: stub, operation: 'POST *', status: '201', reason: left open}]");

    assertThat(reviewed.leavesOut("acme", "stub", "POST /cars", "200")).isFalse();
    assertThat(reviewed.leavesOut("acme", "prism", "POST /cars", "201")).isFalse();
    assertThat(reviewed.unused(Set.of("acme"), Set.of("stub"))).hasSize(1);
    assertThat(reviewed.leavesOut("acme", "stub", "POST /cars", "201")).isTrue();
    assertThat(reviewed.unused(Set.of("acme"), Set.of("stub"))).isEmpty();
  }

  @Test
  void refusesAnEntryWithoutAReason() {
    assertThatThrownBy(() -> findings(ONE.replace("reason: car 2 exists", "reason: ''")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("findings[0]")
        .hasMessageContaining("expected the keys");
  }

  @Test
  void refusesAnEntryWithAnUnknownKey() {
    assertThatThrownBy(() -> findings(ONE.replace("actual", "was")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("findings[0]");
  }

  private static ReviewedFindings findings(String entry) throws IOException {
    return ReviewedFindings.of("findings: [" + entry + "]");
  }

  private static Finding finding(String vendor, String operation, String description) {
    return new Finding(
        vendor,
        "stub",
        new GeneratedTest(operation, "4xx", description, "Expected 4xx status\nbut received 200"),
        new Exchange(operation.split(" ")[0], "/cars/2", "", 200, "{}"));
  }
}
