package dev.forecourt.contracttests.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Spells out query parameters that are objects, such as {@code and}, by the names that their
 * members have on the wire: {@code and[makeName]} and {@code and[kilometers][]}. Pact's comparator
 * reads no objects from a query.
 */
final class DeepObjects {
  private final ObjectNode document;

  private DeepObjects(ObjectNode document) {
    this.document = document;
  }

  static void spellOut(ObjectNode document) {
    DeepObjects objects = new DeepObjects(document);
    for (JsonNode path : document.path("paths")) {
      path.forEach(operation -> objects.spellOut(operation.path("parameters")));
    }
  }

  private void spellOut(JsonNode parameters) {
    for (int i = parameters.size() - 1; i >= 0; i--) {
      JsonNode parameter = resolved(parameters.get(i));
      if (parameter.path("style").asText().equals("deepObject")) {
        ((ArrayNode) parameters).remove(i);
        String name = parameter.path("name").asText();
        resolved(parameter.path("schema"))
            .path("properties")
            .properties()
            .forEach(
                member ->
                    add(
                        (ArrayNode) parameters,
                        name + "[" + member.getKey() + "]",
                        member.getValue()));
      }
    }
  }

  private void add(ArrayNode parameters, String name, JsonNode schema) {
    query(parameters, name).set("schema", schema.deepCopy());
    JsonNode list = list(schema);
    if (list != null) {
      query(parameters, name + "[]").set("schema", list.deepCopy());
    }
  }

  private static ObjectNode query(ArrayNode parameters, String name) {
    return parameters.addObject().put("name", name).put("in", "query").put("explode", true);
  }

  /** The alternative of a schema that is a list, if it has one. */
  private @Nullable JsonNode list(JsonNode schema) {
    JsonNode here = resolved(schema);
    if (here.path("type").asText().equals("array")) {
      return here;
    }
    for (String combination : new String[] {"allOf", "anyOf", "oneOf"}) {
      for (JsonNode part : here.path(combination)) {
        JsonNode found = list(part);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? resolved(document.at(node.path("$ref").asText().substring(1))) : node;
  }
}
