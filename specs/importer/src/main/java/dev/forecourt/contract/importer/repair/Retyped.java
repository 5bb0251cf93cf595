package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.util.Map;

/** A value whose numbers, texts and booleans are of the types that its schema has. */
final class Retyped {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Retyped() {}

  static JsonNode of(Draft draft, Place schema, JsonNode value) {
    return of(draft, schema, value, 0);
  }

  private static JsonNode of(Draft draft, Place place, JsonNode value, int depth) {
    if (depth > 30) {
      return value;
    }
    JsonNode schema = draft.at(place);
    String ref = schema.path("$ref").asText();
    if (ref.startsWith("#/")) {
      return of(draft, Place.ofPointer(ref.substring(1), draft.root()), value, depth + 1);
    }
    JsonNode result = value;
    for (int i = 0; i < schema.path("allOf").size(); i++) {
      result = of(draft, place.key("allOf").at(i), result, depth + 1);
    }
    String type = schema.path("type").asText();
    if (result.isTextual() && (type.equals("object") || type.equals("array"))) {
      result = parsed(result);
    }
    if (result instanceof ObjectNode object && schema.path("properties").isObject()) {
      ObjectNode copy = Draft.object();
      for (Map.Entry<String, JsonNode> each : object.properties()) {
        Place property = place.key("properties").key(each.getKey());
        copy.set(
            each.getKey(),
            draft.at(property).isObject()
                ? of(draft, property, each.getValue(), depth + 1)
                : each.getValue());
      }
      return copy;
    }
    if (result instanceof ArrayNode array && schema.path("items").isObject()) {
      ArrayNode copy = Draft.array();
      array.forEach(each -> copy.add(of(draft, place.key("items"), each, depth + 1)));
      return copy;
    }
    if (type.isEmpty() || result.isNull() || result.isContainerNode()) {
      return result;
    }
    JsonNode other = SchemaValues.as(type, result);
    return other == null ? result : other;
  }

  /** JSON that stands in a text. */
  private static JsonNode parsed(JsonNode text) {
    try {
      JsonNode tree = JSON.readTree(text.textValue());
      return tree.isContainerNode() ? tree : text;
    } catch (JsonProcessingException e) {
      return text;
    }
  }
}
