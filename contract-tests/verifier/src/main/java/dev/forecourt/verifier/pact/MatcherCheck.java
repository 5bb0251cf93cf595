package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.verifier.check.AnswerCheck;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Findings;
import dev.forecourt.verifier.check.MatchingRule;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
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

  /** Kinds that hold for what is further in as well. */
  static final Set<String> CASCADING = Set.of("type", "min", "max");

  private final ContractTree contract;
  private final SchemaCheck schemas;
  private final Message side;
  private final Direction direction;
  private final MatcherReport report;
  private final MatcherValues values;
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
    this.report = new MatcherReport(report);
    this.values = new MatcherValues(contract, schemas, direction, this.report);
  }

  private List<MatchingRule> rules(String part) {
    return side.rules().stream().filter(rule -> rule.part().equals(part)).toList();
  }

  /** Whatever the path's matchers take must be a path of the same operation. */
  void path(Exchange call, Spot operation) {
    for (MatchingRule rule : rules("path")) {
      for (JsonNode sample : report.samples(rule, TextNode.valueOf(call.path()))) {
        Optional<String> template = contract.template(sample.asText());
        Spot found = contract.operation(template.orElse(""), call.method());
        if (!found.pointer().equals(operation.pointer())) {
          report.looser(rule, sample, operation.pointer().replaceFirst("/[a-z]+$", ""));
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
        report.reaches(rule, !example(part, name).isEmpty(), operation.pointer());
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
      report.reaches(rule, !example("header", name).isEmpty(), response.pointer());
    }
  }

  /** A class of statuses says nothing of the documented ones. */
  void statuses(Spot operation) {
    for (MatchingRule rule : rules("status")) {
      if (rule.kind().equals("statusCode") && !rule.matcher().path("status").isArray()) {
        report.looser(
            rule,
            operation.to("responses").pointer(),
            "takes every status of a class, also those that the operation does not answer");
      }
      for (JsonNode status : rule.matcher().path("status")) {
        if (AnswerCheck.response(contract, operation, status.asInt()).isEmpty()) {
          report.looser(rule, status, operation.to("responses").pointer());
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
        report.looser(rule, TextNode.valueOf(type), content.pointer());
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
      rules.forEach(rule -> report.reaches(rule, met.contains(rule), schema.pointer()));
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
      values.value(here, schema, value, false);
    } else if (direction == Direction.SENT && value.isArray()) {
      here.forEach(rule -> values.count(rule, schema));
    } else if (value.isObject()) {
      here.forEach(rule -> values.keys(rule, schema, value));
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
      values.value(one, List.of(schema), TextNode.valueOf(example.get(0)), true);
    }
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
