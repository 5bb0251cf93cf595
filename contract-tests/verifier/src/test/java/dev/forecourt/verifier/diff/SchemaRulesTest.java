package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change of {@code schema-rules.psv} at every place of a call where a schema may stand. */
class SchemaRulesTest {

  /**
   * Rules of a schema whose name matters: real contracts have the cases, {@link RealContractsTest}.
   */
  private static final Set<String> ELSEWHERE = Set.of("forms-narrowed", "forms-widened");

  static Stream<String[]> cases() {
    return Psv.read("schema-rules.psv");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("cases")
  void meansWhatTheTableSays(
      String before, String after, String sent, String read, String sentBack, String readBack) {
    for (CallPart part : CallPart.values()) {
      assertThat(found(before, after, part)).isEqualTo(expected(part, sent, read));
      assertThat(found(after, before, part)).isEqualTo(expected(part, sentBack, readBack));
    }
  }

  @Test
  void everyRuleHasACase() {
    Set<String> planted =
        cases()
            .flatMap(line -> Arrays.stream(line).skip(2))
            .flatMap(cell -> Arrays.stream(cell.split(", ")))
            .map(rule -> rule.split(" ")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    planted.remove("-");
    planted.addAll(ELSEWHERE);

    assertThat(planted)
        .isEqualTo(
            Arrays.stream(SchemaRule.values())
                .map(SchemaRule::id)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> found(String before, String after, CallPart part) {
    return ContractComparison.between(contract(before), contract(after)).stream()
        .filter(change -> change.rule().id().startsWith(part.id() + "-"))
        .map(change -> described(change.rule()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String described(Rule rule) {
    return "%s %s%s".formatted(rule.id(), letter(rule.http()), letter(rule.java()));
  }

  private static char letter(Level level) {
    return level.name().charAt(0);
  }

  private static Set<String> expected(CallPart part, String sent, String read) {
    return Arrays.stream((part.isSent() ? sent : read).split(", "))
        .filter(cell -> !cell.equals("-"))
        // the Java client shows headers and answers to callbacks as they are
        .map(cell -> part.isTypedInJava() ? cell : cell.replaceFirst("B$", "A"))
        .map(cell -> part.id() + "-" + cell)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonNode contract(String schema) {
    return Psv.yaml(Psv.text("every-part.yaml").replace("SCHEMA", schema));
  }
}
