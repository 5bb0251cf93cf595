package dev.forecourt.contracttests.generated;

import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher.NumberType;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Matchers of texts, numbers and booleans: as loose as the contract, and no looser. */
final class ScalarMatchers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What is read may be as long and as large as the vendor likes. */
  private static final Set<String> BOUNDS =
      Set.of(
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf");

  private final SchemaCheck schemas;
  private final TextPatterns patterns;

  ScalarMatchers(ContractTree contract, SchemaCheck schemas) {
    this.schemas = schemas;
    patterns = TextPatterns.ofAnswers(contract);
  }

  /**
   * The matcher of values that stand at one place. Asks for the very value where no matcher says
   * what the contract says.
   */
  MatchingRule of(List<Spot> schema, List<JsonNode> values) {
    JsonNode value = values.get(0);
    MatchingRule rule =
        value.isTextual()
            ? text(schema, value)
            : value.isNumber() ? number(schema, value) : TypeMatcher.INSTANCE;
    boolean right =
        rule instanceof RegexMatcher regex
            ? values.stream().allMatch(each -> matches(regex, each))
            : probes(value, rule).stream().allMatch(each -> fits(schema, each));
    return right ? rule : EqualsMatcher.INSTANCE;
  }

  private MatchingRule text(List<Spot> schema, JsonNode value) {
    return patterns
        .of(schema)
        .<MatchingRule>map(pattern -> new RegexMatcher(pattern, value.asText()))
        .orElse(TypeMatcher.INSTANCE);
  }

  private MatchingRule number(List<Spot> schema, JsonNode value) {
    List<String> values = new ArrayList<>();
    boolean whole = false;
    boolean fraction = false;
    for (Spot part : schema.stream().flatMap(each -> schemas.parts(each).stream()).toList()) {
      String types = part.node().path("type").toString();
      whole |= types.contains("\"integer\"");
      fraction |= types.contains("\"number\"");
      part.node().path("enum").forEach(each -> values.add(each.asText()));
      if (part.node().has("const")) {
        values.add(part.node().get("const").asText());
      }
    }
    if (value.isIntegralNumber() && values.contains(value.asText())) {
      return new RegexMatcher("^(" + String.join("|", values) + ")$", value.asText());
    }
    boolean integer = !fraction && (whole || value.isIntegralNumber());
    return new NumberTypeMatcher(integer ? NumberType.INTEGER : NumberType.NUMBER);
  }

  /** Values that a matcher by type takes. */
  private static List<JsonNode> probes(JsonNode value, MatchingRule rule) {
    if (value.isTextual()) {
      return List.of(JSON.textNode("no such value"));
    }
    if (value.isBoolean()) {
      return List.of(JSON.booleanNode(true), JSON.booleanNode(false));
    }
    boolean whole = rule.equals(new NumberTypeMatcher(NumberType.INTEGER));
    return whole
        ? List.of(JSON.numberNode(7L), JSON.numberNode(-1L), JSON.numberNode(1_000_000_007L))
        : List.of(JSON.numberNode(7L), JSON.numberNode(7.5));
  }

  private static boolean matches(RegexMatcher regex, JsonNode value) {
    return Pattern.matches(regex.getRegex(), value.asText());
  }

  private boolean fits(List<Spot> schema, JsonNode value) {
    return schema.isEmpty()
        || schema.stream()
            .anyMatch(
                each ->
                    schemas.byKeywords(each, value).stream()
                        .allMatch(problem -> BOUNDS.contains(problem.keyword())));
  }
}
