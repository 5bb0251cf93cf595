package dev.forecourt.contract.tools.random;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an operation takes.
 *
 * @param bodies schema by media type; empty when it takes no body
 */
record OperationShape(
    String id,
    String verb,
    String template,
    List<Input> inputs,
    Map<String, JsonNode> bodies,
    boolean bodyRequired) {

  private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");
  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * A parameter.
   *
   * @param example of the contract; missing if it has none
   * @param members true for an object whose members stand in brackets
   */
  record Input(
      String in,
      String name,
      boolean required,
      boolean members,
      JsonNode schema,
      JsonNode example) {

    String place() {
      return in + " " + name;
    }
  }

  /** True if the body is a form. */
  boolean isForm() {
    return bodies.containsKey(FORM);
  }

  /** All operations of a contract by id, in its order. */
  static Map<String, OperationShape> all(JsonNode document, ContractSchemas schemas) {
    Map<String, OperationShape> out = new LinkedHashMap<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(each -> VERBS.contains(each.getKey()))
                    .forEach(
                        each -> {
                          OperationShape shape =
                              of(path.getKey(), path.getValue(), each.getKey(), schemas);
                          out.put(shape.id(), shape);
                        }));
    return out;
  }

  private static OperationShape of(
      String template, JsonNode path, String verb, ContractSchemas schemas) {
    JsonNode operation = path.path(verb);
    Map<String, Input> inputs = new LinkedHashMap<>();
    for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
      for (JsonNode each : list) {
        Input input = input(schemas.resolve(each));
        inputs.put(input.place(), input);
      }
    }
    JsonNode body = schemas.resolve(operation.path("requestBody"));
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    body.path("content")
        .properties()
        .forEach(each -> bodies.put(each.getKey(), each.getValue().path("schema")));
    return new OperationShape(
        operation.path("operationId").textValue(),
        verb.toUpperCase(Locale.ROOT),
        template,
        new ArrayList<>(inputs.values()),
        bodies,
        body.path("required").asBoolean());
  }

  private static Input input(JsonNode parameter) {
    return new Input(
        parameter.path("in").textValue(),
        parameter.path("name").textValue(),
        parameter.path("required").asBoolean(),
        parameter.path("style").asText().equals("deepObject"),
        parameter.path("schema"),
        parameter.has("example")
            ? parameter.path("example")
            : parameter.path("examples").path(0).path("value"));
  }
}
