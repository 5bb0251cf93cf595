package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.forecourt.contract.rules.ContractRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks values against the schemas of a contract in one document; every object is closed. */
final class Schemas {
  private static final String CONTRACT = "https://contract.invalid/openapi.json";

  private final ObjectNode contract;
  private final Map<Boolean, SchemaRegistry> registries = new HashMap<>();
  private final Map<String, Schema> known = new HashMap<>();

  Schemas(ObjectNode contract) {
    this.contract = contract;
  }

  /** Made when it is needed: it reads the whole contract. */
  private SchemaRegistry registry(boolean text) {
    return registries.computeIfAbsent(
        text,
        loose ->
            SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(),
                builder ->
                    builder
                        .schemas(Map.of(CONTRACT, contract.toString()))
                        .schemaRegistryConfig(ContractRegistry.config().typeLoose(loose).build())));
  }

  /** Where a node of the contract really stands: follows references. */
  String meant(String pointer) {
    String found = pointer;
    JsonNode node = contract.at(found);
    while (node.path("$ref").isTextual()) {
      found = node.path("$ref").textValue().substring(1);
      node = contract.at(found);
    }
    return found;
  }

  /** The node that is meant. */
  JsonNode at(String pointer) {
    return contract.at(meant(pointer));
  }

  /**
   * What is wrong with a value, as places and keywords, without the contract's own words.
   *
   * @param text whether it came as text, so that {@code "1"} may be a number
   */
  Set<String> problems(String pointer, JsonNode value, boolean text) {
    Set<String> problems = new TreeSet<>();
    String place = meant(pointer);
    Schema schema =
        known.computeIfAbsent(
            place + text,
            absent -> registry(text).getSchema(SchemaLocation.of(CONTRACT + "#" + place)));
    for (Error error :
        schema.validate(
            value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))) {
      problems.add(error.getInstanceLocation() + " is wrong by " + error.getKeyword());
    }
    unknown(List.of(contract.at(place)), value, "", problems);
    return problems;
  }

  private void unknown(List<JsonNode> schemas, JsonNode value, String place, Set<String> problems) {
    List<JsonNode> all = new ArrayList<>();
    schemas.forEach(schema -> parts(schema, all));
    if (value.isArray()) {
      List<JsonNode> items =
          all.stream().map(s -> s.path("items")).filter(JsonNode::isObject).toList();
      value.forEach(each -> unknown(items, each, place + "[]", problems));
      return;
    }
    boolean open =
        all.stream().allMatch(s -> s.path("properties").isEmpty())
            || all.stream().anyMatch(s -> s.path("additionalProperties").asBoolean());
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      List<JsonNode> found =
          all.stream()
              .map(schema -> schema.path("properties").path(member.getKey()))
              .filter(JsonNode::isObject)
              .toList();
      String here = place + "." + member.getKey();
      if (!found.isEmpty()) {
        unknown(found, member.getValue(), here, problems);
      } else if (!open && all.stream().noneMatch(s -> s.path("additionalProperties").isObject())) {
        problems.add(here + " is unknown");
      }
    }
  }

  private void parts(JsonNode schema, List<JsonNode> all) {
    JsonNode node = schema;
    while (node.path("$ref").isTextual()) {
      node = contract.at(node.path("$ref").textValue().substring(1));
    }
    all.add(node);
    for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
      node.path(keyword).forEach(part -> parts(part, all));
    }
  }
}
