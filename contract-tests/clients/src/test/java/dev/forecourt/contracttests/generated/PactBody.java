package dev.forecourt.contracttests.generated;

import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.JsonPath;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.SchemaVariants;
import dev.forecourt.verifier.contract.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a client needs it: an example, and matchers that take what the contract allows and
 * nothing else. Left out is what a client lives without: nulls, empty lists, members that the
 * contract does not name, what not every item of a list has, and what an example of the contract
 * lacks, for a server may answer that.
 */
final class PactBody {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> SAYING =
      List.of("type", "enum", "const", "properties", "additionalProperties", "items");

  private final SchemaCheck schemas;
  private final ScalarMatchers scalars;
  private final Map<String, MatchingRule> rules = new LinkedHashMap<>();
  private final JsonNode example;

  private PactBody(JsonNode document, Spot schema, JsonNode answer, List<JsonNode> examples) {
    // without what a consumer need not keep, such as enumerations that may grow
    ContractTree contract = new ContractTree(SchemaVariants.ofAnswers(document));
    schemas = SchemaCheck.ofAnswers(contract);
    scalars = new ScalarMatchers(contract, schemas);
    Spot here = new Spot(schema.pointer(), contract.root().node().at(schema.pointer()));
    List<JsonNode> answers =
        Stream.concat(
                Stream.of(answer),
                examples.stream().filter(each -> each.getNodeType() == answer.getNodeType()))
            .toList();
    JsonNode shown = value(here.exists() ? List.of(here) : List.of(), answers, "$");
    example = shown == null ? answer : shown;
  }

  /** The answer of an operation, whose schema and examples stand in that contract. */
  static PactBody of(JsonNode contract, Spot schema, JsonNode answer, List<JsonNode> examples) {
    return new PactBody(contract, schema, answer, examples);
  }

  JsonNode example() {
    return example;
  }

  /** Matchers by their paths in the body. */
  Map<String, MatchingRule> rules() {
    return rules;
  }

  /** One value for all of these, which stand at one place; null if they have none in common. */
  private @Nullable JsonNode value(List<Spot> schema, List<JsonNode> values, String path) {
    JsonNode first = values.get(0);
    boolean mixed = values.stream().anyMatch(each -> each.getNodeType() != first.getNodeType());
    if (mixed || !schema.isEmpty() && schema.stream().anyMatch(this::allowsAnything)) {
      return null;
    }
    return switch (first.getNodeType()) {
      case OBJECT -> object(schema, values, path);
      case ARRAY -> list(schema, values, path);
      case STRING, NUMBER, BOOLEAN -> scalar(schema, values, path);
      default -> null;
    };
  }

  /** Whether a schema says nothing of a value, not even its type. */
  private boolean allowsAnything(Spot schema) {
    return schemas.parts(schema).stream()
        .allMatch(part -> SAYING.stream().noneMatch(part.node()::has));
  }

  private @Nullable JsonNode scalar(List<Spot> schema, List<JsonNode> values, String path) {
    MatchingRule rule = scalars.of(schema, values);
    if (rule == EqualsMatcher.INSTANCE && values.stream().distinct().count() > 1) {
      return null;
    }
    rules.put(path, rule);
    return values.get(0);
  }

  private JsonNode object(List<Spot> schema, List<JsonNode> values, String path) {
    if (isMap(schema)) {
      return map(schema, values, path);
    }
    ObjectNode object = JSON.objectNode();
    for (String name : (Iterable<String>) values.get(0)::fieldNames) {
      List<Spot> member = schemas.member(schema, name);
      boolean known = !member.isEmpty() || schema.isEmpty() || schemas.isOpen(schema);
      if (known && values.stream().allMatch(each -> each.has(name))) {
        List<JsonNode> all = values.stream().map(each -> each.get(name)).toList();
        JsonNode shown = value(member, all, path + JsonPath.member(name));
        if (shown != null) {
          object.set(name, shown);
        }
      }
    }
    if (object.isEmpty()) {
      // an empty object by itself would allow no member at all
      rules.put(path, TypeMatcher.INSTANCE);
    }
    return object;
  }

  /** Whether the names of an object's members are data: another server shows others. */
  private boolean isMap(List<Spot> schema) {
    List<Spot> parts = schema.stream().flatMap(each -> schemas.parts(each).stream()).toList();
    return parts.stream().noneMatch(part -> part.node().has("properties"))
        && parts.stream().anyMatch(part -> part.node().has("additionalProperties"));
  }

  private JsonNode map(List<Spot> schema, List<JsonNode> values, String path) {
    ObjectNode map = JSON.objectNode();
    List<JsonNode> all = children(values);
    if (!values.get(0).isEmpty()) {
      String name = values.get(0).fieldNames().next();
      JsonNode shown = value(schemas.member(schema, name), all, path + ".*");
      if (shown != null) {
        rules.put(path, ValuesMatcher.INSTANCE);
        return map.set(name, shown);
      }
    }
    rules.put(path, TypeMatcher.INSTANCE);
    return map;
  }

  private @Nullable JsonNode list(List<Spot> schema, List<JsonNode> values, String path) {
    if (values.stream().anyMatch(JsonNode::isEmpty)) {
      return null;
    }
    JsonNode shown = value(schemas.items(schema), children(values), path + "[*]");
    if (shown == null) {
      return null;
    }
    rules.put(path, new MinTypeMatcher(1));
    return JSON.arrayNode().add(shown);
  }

  private static List<JsonNode> children(List<JsonNode> values) {
    return values.stream().flatMap(JsonNode::valueStream).toList();
  }
}
