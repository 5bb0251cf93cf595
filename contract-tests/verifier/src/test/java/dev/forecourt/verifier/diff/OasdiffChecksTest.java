package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue of another comparison says whether ours forgets a kind of change. */
class OasdiffChecksTest {
  private static final Set<String> RULES =
      Rule.all().stream().map(Rule::id).collect(Collectors.toSet());

  static Stream<String[]> checks() {
    return Psv.read("oasdiff-checks.psv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("checks")
  void hasARuleOfOursOrAReason(String check, String rules, String reason) {
    assertThat(rules + reason).as(check).isNotEmpty();
    assertThat(RULES)
        .as(check)
        .containsAll(Arrays.stream(rules.split(", ")).filter(rule -> !rule.isEmpty()).toList());
  }

  @Test
  void listsEachCheckOnce() {
    assertThat(checks().map(cells -> cells[0])).doesNotHaveDuplicates().hasSize(516);
  }

  @Test
  void rulesHaveIdsOfTheirOwnAndSayWhatToDo() {
    assertThat(Rule.all()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(Rule.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.id()).matches("[a-z]+(-[a-z]+)+");
              assertThat(rule.sentence()).as(rule.id()).isNotBlank();
              if (rule.level() != Level.HARMLESS) {
                assertThat(rule.advice()).as(rule.id()).endsWith(".");
              }
            });
  }
}
