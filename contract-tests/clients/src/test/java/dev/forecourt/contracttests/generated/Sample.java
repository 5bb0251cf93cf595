package dev.forecourt.contracttests.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A value that a contract shows, or one that its schema allows where it shows none. */
final class Sample {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;
  private static final Map<String, String> BY_FORMAT =
      Map.of(
          "date", "2026-01-02",
          "date-time", "2026-01-02T03:04:05Z",
          "email", "someone@example.com",
          "uri", "https://example.com",
          "uuid", "3f2504e0-4f89-41d3-9a0c-0305e82c3301");

  private final JsonNode contract;

  Sample(JsonNode contract) {
    this.contract = contract;
  }

  /** Of a parameter, or of a body in a media type: both have a schema and examples. */
  JsonNode of(JsonNode holder) {
    if (holder.has("example")) {
      return holder.get("example");
    }
    JsonNode first = first(holder.path("examples"));
    return first.isMissingNode()
        ? ofSchema(holder.path("schema"), 0)
        : resolved(first).path("value");
  }

  /** What a reference leads to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? contract.at(node.get("$ref").asText().substring(1)) : node;
  }

  private JsonNode ofSchema(JsonNode reference, int depth) {
    JsonNode schema = resolved(reference);
    for (String shown : new String[] {"example", "const", "default"}) {
      if (schema.has(shown) && !schema.get(shown).isNull()) {
        return schema.get(shown);
      }
    }
    for (String several : new String[] {"examples", "enum"}) {
      if (!schema.path(several).isEmpty()) {
        return schema.get(several).get(0);
      }
    }
    for (String choice : new String[] {"oneOf", "anyOf"}) {
      if (!schema.path(choice).isEmpty() && !schema.has("properties")) {
        return ofSchema(schema.get(choice).get(0), depth + 1);
      }
    }
    if (schema.has("properties") || schema.has("allOf")) {
      ObjectNode object = JSON.objectNode();
      addMembers(object, schema, depth);
      return object;
    }
    return ofType(schema, depth);
  }

  private JsonNode ofType(JsonNode schema, int depth) {
    JsonNode types = schema.path("type");
    String type = types.isArray() ? types.get(0).asText() : types.asText("object");
    return switch (type) {
      case "array" -> list(schema, depth);
      case "boolean" -> JSON.booleanNode(true);
      case "integer" -> JSON.numberNode(schema.path("minimum").asLong(1));
      case "number" -> JSON.numberNode(schema.path("minimum").asDouble(1.5));
      case "string" -> JSON.textNode(text(schema));
      default -> JSON.objectNode();
    };
  }

  private ArrayNode list(JsonNode schema, int depth) {
    ArrayNode list = JSON.arrayNode();
    return depth > DEEPEST ? list : list.add(ofSchema(schema.path("items"), depth + 1));
  }

  private static String text(JsonNode schema) {
    String text = BY_FORMAT.getOrDefault(schema.path("format").asText(), "text");
    return text + "x".repeat(Math.max(0, schema.path("minLength").asInt() - text.length()));
  }

  /** Those that are required, and those that the contract shows a value of. */
  private void addMembers(ObjectNode object, JsonNode schema, int depth) {
    schema.path("allOf").forEach(part -> addMembers(object, resolved(part), depth));
    for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
      JsonNode property = resolved(each.getValue());
      boolean required = false;
      for (JsonNode name : schema.path("required")) {
        required |= name.asText().equals(each.getKey());
      }
      if (!property.path("readOnly").asBoolean()
          && depth < DEEPEST
          && (required || property.has("example"))) {
        object.set(each.getKey(), ofSchema(property, depth + 1));
      }
    }
  }

  private static JsonNode first(JsonNode examples) {
    return examples.isEmpty() ? MissingNode.getInstance() : examples.elements().next();
  }
}
