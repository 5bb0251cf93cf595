package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Findings;
import dev.forecourt.verifier.check.MatchingRule;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.FieldValues;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.SchemaCheck.Problem;
import dev.forecourt.verifier.contract.Spot;
import dev.forecourt.verifier.replay.BodyPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matchers beside the contract: one that takes values which the contract does not allow says less
 * than the contract does. Found by values that the matcher takes.
 */
final class MatcherCheck {
  /** Which way the values go. */
  enum Direction {
    SENT,
    /** Bounds of what is read are the vendor's matter; a consumer needs types and formats. */
    READ
  }

  private static final Set<String> CASCADING = Set.of("type", "min", "max");
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
  private final Message side;
  private final Direction direction;
  private final Findings report;
  private final Map<String, BodyPath> paths = new HashMap<>();

  MatcherCheck(
      ContractTree contract,
      SchemaCheck schemas,
      Message side,
      Direction direction,
      Findings report) {
    this.contract = contract;
    this.schemas = schemas;
    this.side = side;
    this.direction = direction;
    this.report = report;
  }

  private List<MatchingRule> rules(String part) {
    return side.rules().stream().filter(rule -> rule.part().equals(part)).toList();
  }

  /** Whatever the path's matchers take must be a path of the same operation. */
  void path(Exchange call, Spot operation) {
    for (MatchingRule rule : rules("path")) {
      for (JsonNode sample : samples(rule, TextNode.valueOf(call.path()))) {
        Optional<String> template = contract.template(sample.asText());
        Spot found = contract.operation(template.orElse(""), call.method());
        if (!found.pointer().equals(operation.pointer())) {
          looser(rule, sample, operation.pointer().replaceFirst("/[a-z]+$", ""));
          break;
        }
      }
    }
  }

  /** Query and headers of a request. */
  void parameters(Spot operation) {
    List<Spot> parameters = contract.parameters(operation);
    for (String part : List.of("query", "header")) {
      for (MatchingRule rule : rules(part)) {
        String name = rule.key().replaceFirst("^\\$\\.?", "").replaceFirst("\\[\\d+]$", "");
        parameters.stream()
            .filter(each -> each.text("in").equals(part))
            .filter(each -> same(part, each.text("name"), name))
            .map(each -> contract.to(each, "schema"))
            .forEach(schema -> text(rule, schema, example(part, name)));
        reaches(rule, !example(part, name).isEmpty(), operation.pointer());
      }
    }
  }

  /** Headers of an answer. */
  void headers(Spot response) {
    for (MatchingRule rule : rules("header")) {
      String name = rule.key().replaceFirst("\\[\\d+]$", "");
      AnswerCheck.header(contract, response, name)
          .map(header -> contract.to(header, "schema"))
          .ifPresent(schema -> text(rule, schema, example("header", name)));
      reaches(rule, !example("header", name).isEmpty(), response.pointer());
    }
  }

  /** A class of statuses says nothing of the documented ones. */
  void statuses(Spot operation) {
    for (MatchingRule rule : rules("status")) {
      if (rule.kind().equals("statusCode") && !rule.matcher().path("status").isArray()) {
        report.add(
            "matcher.looser",
            rule.place(),
            operation.to("responses").pointer(),
            "takes every status of a class, also those that the operation does not answer");
      }
      for (JsonNode status : rule.matcher().path("status")) {
        if (AnswerCheck.response(contract, operation, status.asInt()).isEmpty()) {
          looser(rule, status, operation.to("responses").pointer());
        }
      }
    }
  }

  /** A body that is told by its type only is of a type that the contract has. */
  void types(Spot content) {
    for (MatchingRule rule : rules("body")) {
      String type = rule.matcher().path("value").asText();
      if (rule.kind().equals("contentType")
          && BodyPath.of(rule.key()).steps().isEmpty()
          && content.exists()
          && !content.to(type.replaceFirst(";.*", "").strip()).exists()) {
        looser(rule, TextNode.valueOf(type), content.pointer());
      }
    }
  }

  void body(Spot schema, JsonNode body) {
    List<MatchingRule> rules = rules("body");
    Set<MatchingRule> met = new HashSet<>();
    if (schema.exists()) {
      walk(rules, List.of(schema), body, new ArrayList<>(), met);
    }
    if (!side.isForm()) {
      rules.forEach(rule -> reaches(rule, met.contains(rule), schema.pointer()));
    }
  }

  private void walk(
      List<MatchingRule> rules,
      List<Spot> schema,
      JsonNode value,
      List<String> place,
      Set<MatchingRule> met) {
    List<MatchingRule> here = effective(rules, place, met);
    if (!value.isContainerNode()) {
      value(here, schema, value, false);
    } else if (direction == Direction.SENT && value.isArray()) {
      here.forEach(rule -> count(rule, schema));
    } else if (value.isObject()) {
      here.forEach(rule -> keys(rule, schema, value));
    }
    for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
      walk(rules, schemas.items(schema), value.get(i), with(place, String.valueOf(i)), met);
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      walk(
          rules,
          schemas.member(schema, each.getKey()),
          each.getValue(),
          with(place, each.getKey()),
          met);
    }
  }

  /** The rules of the nearest path; only rules of types hold for what is further in. */
  private List<MatchingRule> effective(
      List<MatchingRule> rules, List<String> place, Set<MatchingRule> met) {
    int best = -1;
    List<MatchingRule> nearest = new ArrayList<>();
    for (MatchingRule rule : rules) {
      BodyPath path = paths.computeIfAbsent(rule.key(), BodyPath::of);
      boolean exact = path.steps().size() == place.size();
      if (path.leadsTo(place)) {
        if (exact) {
          met.add(rule);
        }
        if (path.weight() > best) {
          best = path.weight();
          nearest.clear();
        }
        if (path.weight() == best && (exact || CASCADING.contains(rule.kind()))) {
          nearest.add(rule);
        }
      }
    }
    return nearest;
  }

  private void text(MatchingRule rule, Spot schema, List<String> example) {
    if (!example.isEmpty()) {
      List<MatchingRule> one = List.of(rule);
      value(one, List.of(schema), TextNode.valueOf(example.get(0)), true);
    }
  }

  /** With several matchers all have to be looser, unless one of them suffices. */
  private void value(List<MatchingRule> rules, List<Spot> schema, JsonNode value, boolean text) {
    if (schema.isEmpty() || rules.isEmpty() || !allowed(schema, value, text)) {
      return; // anything goes, or the example is wrong and reported
    }
    List<MatchingRule> loose = new ArrayList<>();
    List<JsonNode> taken = new ArrayList<>();
    for (MatchingRule rule : rules) {
      samples(rule, value).stream()
          .filter(sample -> !allowed(schema, sample, text))
          .findFirst()
          .ifPresent(
              sample -> {
                loose.add(rule);
                taken.add(sample);
              });
    }
    if (!loose.isEmpty() && (loose.size() == rules.size() || rules.get(0).alternative())) {
      looser(loose.get(0), taken.get(0), contract.meant(schema.get(0)).pointer());
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
    return direction == Direction.READ && BOUNDS.contains(problem.keyword());
  }

  private List<JsonNode> samples(MatchingRule rule, JsonNode example) {
    Optional<List<JsonNode>> samples;
    try {
      samples = Samples.of(rule, example);
    } catch (PatternSyntaxException e) {
      report.add(
          prefix(rule) + "pattern",
          rule.place(),
          "",
          "is no regular expression: %s at %d".formatted(e.getDescription(), e.getIndex()));
      return List.of();
    }
    if (samples.isEmpty()) {
      report.add(
          prefix(rule) + "kind",
          rule.place(),
          "",
          "is of the unknown kind '%s'. If a plugin brings it, use Pact's own matchers instead"
              .formatted(isGenerator(rule) ? rule.matcher().path("type").asText() : rule.kind()));
    }
    return samples.orElse(List.of());
  }

  /** Names that a matcher of keys takes are names of the contract, or any if that takes any. */
  private void keys(MatchingRule rule, List<Spot> schema, JsonNode value) {
    if (!isOfKeys(rule) || schema.isEmpty() || schemas.isOpen(schema)) {
      return;
    }
    JsonNode example =
        TextNode.valueOf(value.properties().stream().findFirst().map(Map.Entry::getKey).orElse(""));
    for (JsonNode each : rule.matcher().path("rules")) {
      MatchingRule ofKey = new MatchingRule("body", rule.key(), each, false, rule.place());
      samples(ofKey, example).stream()
          .filter(sample -> schemas.member(schema, sample.asText()).isEmpty())
          .findFirst()
          .ifPresent(sample -> looser(rule, sample, contract.meant(schema.get(0)).pointer()));
    }
  }

  static boolean isOfKeys(MatchingRule rule) {
    return rule.kind().matches("each-?[Kk]ey");
  }

  private void count(MatchingRule rule, List<Spot> schema) {
    for (Spot part : schema.stream().flatMap(each -> schemas.parts(each).stream()).toList()) {
      int most = part.node().path("maxItems").asInt(Integer.MAX_VALUE);
      if (CASCADING.contains(rule.kind())
          && rule.matcher().path("max").asInt(Integer.MAX_VALUE) > most) {
        report.add(
            "matcher.looser",
            rule.place(),
            part.to("maxItems").pointer(),
            "takes lists of more than %d, which the contract does not allow".formatted(most));
      }
    }
  }

  /** A matcher of nothing is a slip of the pen: the example beside it stays a literal. */
  private void reaches(MatchingRule rule, boolean something, String inContract) {
    if (!something) {
      report.add(
          prefix(rule) + "unused",
          rule.place(),
          inContract,
          "leads to nothing in the example beside it");
    }
  }

  private void looser(MatchingRule rule, JsonNode sample, String inContract) {
    String shown = sample.toString();
    report.add(
        isGenerator(rule) ? "generator.value" : "matcher.looser",
        rule.place(),
        inContract,
        "the %s %s, which the contract does not allow"
            .formatted(
                isGenerator(rule)
                    ? "generator " + rule.matcher().path("type").asText() + " makes"
                    : "matcher " + rule.kind() + " takes",
                shown.length() > 60 ? shown.substring(0, 60) + "..." : shown));
  }

  private static boolean isGenerator(MatchingRule rule) {
    return rule.kind().equals(Generator.KIND);
  }

  private static String prefix(MatchingRule rule) {
    return isGenerator(rule) ? "generator." : "matcher.";
  }

  private List<String> example(String part, String name) {
    Map<String, List<String>> values = part.equals("query") ? side.query() : side.headers();
    return values.getOrDefault(name, List.of());
  }

  private static boolean same(String part, String one, String other) {
    return part.equals("header")
        ? one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT))
        : one.equals(other);
  }

  private static List<String> with(List<String> place, String step) {
    List<String> further = new ArrayList<>(place);
    further.add(step);
    return further;
  }
}
