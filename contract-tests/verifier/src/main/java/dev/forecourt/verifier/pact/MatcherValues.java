package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.verifier.check.MatchingRule;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.FieldValues;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.SchemaCheck.Problem;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that the matchers of one place take, beside the schemas of that place. */
final class MatcherValues {
  private static final Set<String> BOUNDS =
      Set.of(
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "minItems",
          "maxItems",
          "uniqueItems");

  /** A pattern gives the form of a date, not the calendar. */
  private static final Map<String, Pattern> SHAPES =
      Map.of(
          "date",
          Pattern.compile("\\d{4}-\\d{2}-\\d{2}"),
          "date-time",
          Pattern.compile(
              "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([zZ]|[+-]\\d{2}:\\d{2})"),
          "uuid",
          Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
          "email",
          Pattern.compile(".+@.+"),
          "uri",
          Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.+"));

  private final ContractTree contract;
  private final SchemaCheck schemas;
  private final MatcherCheck.Direction direction;
  private final MatcherReport report;

  MatcherValues(
      ContractTree contract,
      SchemaCheck schemas,
      MatcherCheck.Direction direction,
      MatcherReport report) {
    this.contract = contract;
    this.schemas = schemas;
    this.direction = direction;
    this.report = report;
  }

  /** With several matchers all have to be looser, unless one of them suffices. */
  void value(List<MatchingRule> rules, List<Spot> schema, JsonNode value, boolean text) {
    if (schema.isEmpty() || rules.isEmpty() || !allowed(schema, value, text)) {
      return; // anything goes, or the example is wrong and reported
    }
    List<MatchingRule> loose = new ArrayList<>();
    List<JsonNode> taken = new ArrayList<>();
    for (MatchingRule rule : rules) {
      report.samples(rule, value).stream()
          .filter(sample -> !allowed(schema, sample, text))
          .findFirst()
          .ifPresent(
              sample -> {
                loose.add(rule);
                taken.add(sample);
              });
    }
    if (!loose.isEmpty() && (loose.size() == rules.size() || rules.get(0).alternative())) {
      report.looser(loose.get(0), taken.get(0), contract.meant(schema.get(0)).pointer());
    }
  }

  private boolean allowed(List<Spot> schema, JsonNode sample, boolean text) {
    JsonNode value =
        text ? new FieldValues(schemas).value(schema, List.of(sample.asText())) : sample;
    return schema.stream()
        .anyMatch(
            spot ->
                schemas.byKeywords(spot, value).stream()
                    .allMatch(problem -> tolerable(problem, spot, sample)));
  }

  private boolean tolerable(Problem problem, Spot schema, JsonNode sample) {
    if (problem.keyword().equals("format")) {
      return schemas.parts(schema).stream()
          .map(part -> SHAPES.get(part.text("format")))
          .anyMatch(shape -> shape != null && shape.matcher(sample.asText()).matches());
    }
    return direction == MatcherCheck.Direction.READ && BOUNDS.contains(problem.keyword());
  }

  /** Names that a matcher of keys takes are names of the contract, or any if that takes any. */
  void keys(MatchingRule rule, List<Spot> schema, JsonNode value) {
    if (!isOfKeys(rule) || schema.isEmpty() || schemas.isOpen(schema)) {
      return;
    }
    JsonNode example =
        TextNode.valueOf(value.properties().stream().findFirst().map(Map.Entry::getKey).orElse(""));
    for (JsonNode each : rule.matcher().path("rules")) {
      MatchingRule ofKey = new MatchingRule("body", rule.key(), each, false, rule.place());
      report.samples(ofKey, example).stream()
          .filter(sample -> schemas.member(schema, sample.asText()).isEmpty())
          .findFirst()
          .ifPresent(
              sample -> report.looser(rule, sample, contract.meant(schema.get(0)).pointer()));
    }
  }

  static boolean isOfKeys(MatchingRule rule) {
    return rule.kind().matches("each-?[Kk]ey");
  }

  void count(MatchingRule rule, List<Spot> schema) {
    for (Spot part : schema.stream().flatMap(each -> schemas.parts(each).stream()).toList()) {
      int most = part.node().path("maxItems").asInt(Integer.MAX_VALUE);
      if (MatcherCheck.CASCADING.contains(rule.kind())
          && rule.matcher().path("max").asInt(Integer.MAX_VALUE) > most) {
        report.looser(
            rule,
            part.to("maxItems").pointer(),
            "takes lists of more than %d, which the contract does not allow".formatted(most));
      }
    }
  }
}
