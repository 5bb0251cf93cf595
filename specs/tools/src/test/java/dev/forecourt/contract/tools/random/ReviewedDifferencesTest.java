package dev.forecourt.contract.tools.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.contract.tools.random.Defect.Rule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReviewedDifferencesTest {

  private static final String LIST =
      """
      - {judge: oracle, verdict: accepts, requests: "v op NULL .*", reason: it does}
      - {judge: prism, verdict: accepts, requests: "v op NULL .*", reason: it does too}
      """;

  @Test
  void explainsWhatIsListedAndNothingElse() {
    ReviewedDifferences list = read(LIST);

    assertThat(list.explain("oracle", "accepts", "v", request(Rule.NULL))).isTrue();
    assertThat(list.explain("oracle", "refuses", "v", request(Rule.NULL))).isFalse();
    assertThat(list.explain("oracle", "accepts", "w", request(Rule.NULL))).isFalse();
    assertThat(list.explain("stub", "accepts", "v", request(Rule.NULL))).isFalse();
    assertThat(list.explain("oracle", "accepts", "v", request(Rule.TOO_LONG))).isFalse();
  }

  @Test
  void tellsWhichEntriesExplainedNothing() {
    ReviewedDifferences list = read(LIST);
    assertThat(list.unused("oracle")).hasSize(1);

    list.explain("oracle", "accepts", "v", request(Rule.NULL));

    assertThat(list.unused("oracle")).isEmpty();
    assertThat(list.unused("prism")).hasSize(1);
  }

  @Test
  void refusesAnEntryWithoutAReason() {
    assertThatThrownBy(() -> read("- {judge: stub, verdict: accepts, requests: x}"))
        .hasMessageContaining("without a right 'reason'");
    assertThatThrownBy(() -> read("- {judge: stub, verdict: maybe, requests: x, reason: y}"))
        .hasMessageContaining("without a right 'verdict'");
    assertThatThrownBy(() -> read("- {judge: stub, verdict: accepts, requests: '(', reason: y}"))
        .hasMessageContaining("with a wrong pattern");
  }

  private static ReviewedDifferences read(String yaml) {
    return ReviewedDifferences.of(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static RandomRequest request(Rule rule) {
    return new RandomRequest(
        "op",
        1,
        "GET",
        "/",
        List.of(),
        List.of(),
        new byte[0],
        new Defect(rule, "body.a", ""),
        Set.of());
  }
}
