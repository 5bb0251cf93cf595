package dev.forecourt.contracttests.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.tools.random.PatternText;
import java.util.Map;
import java.util.Random;

/** A value that a contract shows, or one that its schema allows where it shows none. */
final class Sample {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;

  /** Of what is required within itself there is no value. */
  private static final int ENDLESS = 20;

  private static final Map<String, String> BY_FORMAT =
      Map.ofEntries(
          Map.entry("date", "2026-01-02"),
          Map.entry("date-time", "2026-01-02T03:04:05Z"),
          Map.entry("duration", "P1D"),
          Map.entry("email", "someone@example.com"),
          Map.entry("hostname", "example.com"),
          Map.entry("ipv4", "192.0.2.1"),
          Map.entry("ipv6", "2001:db8::1"),
          Map.entry("time", "03:04:05Z"),
          Map.entry("uri", "https://example.com"),
          Map.entry("url", "https://example.com"),
          Map.entry("uuid", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"));

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
      fill(object, schema, depth);
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
      case "integer" -> JSON.numberNode((long) number(schema, 1));
      case "number" -> JSON.numberNode(number(schema, 1.5));
      case "string" -> JSON.textNode(text(schema));
      default -> JSON.objectNode();
    };
  }

  private ArrayNode list(JsonNode schema, int depth) {
    ArrayNode list = JSON.arrayNode();
    for (int i = 0; depth < ENDLESS && i < Math.max(1, schema.path("minItems").asInt(1)); i++) {
      list.add(ofSchema(schema.path("items"), depth + 1));
    }
    return list;
  }

  private static double number(JsonNode schema, double otherwise) {
    double step = schema.path("multipleOf").asDouble(0);
    double number = step == 0 ? otherwise : step;
    // a flag in 3.0, a number in 3.1
    JsonNode above = schema.path("exclusiveMinimum");
    double least =
        above.isNumber()
            ? above.asDouble() + 1
            : schema.path("minimum").asDouble(number) + (above.asBoolean() ? 1 : 0);
    double most = schema.path("maximum").asDouble(Double.MAX_VALUE);
    double chosen = Math.min(Math.max(number, least), most);
    return step == 0 ? chosen : Math.ceil(chosen / step) * step;
  }

  private static String text(JsonNode schema) {
    String pattern = schema.path("pattern").asText();
    if (!pattern.isEmpty()) {
      try {
        return PatternText.of(pattern, new Random(1));
      } catch (IllegalArgumentException unsupported) {
        // the stub says what is wrong with the text below
      }
    }
    String text = BY_FORMAT.getOrDefault(schema.path("format").asText(), "text");
    text += "x".repeat(Math.max(0, schema.path("minLength").asInt() - text.length()));
    return text.substring(
        0, Math.min(text.length(), schema.path("maxLength").asInt(text.length())));
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
          && (required ? depth < ENDLESS : depth < DEEPEST && property.has("example"))) {
        object.set(each.getKey(), ofSchema(property, depth + 1));
      }
    }
  }

  /** Some that nothing asks for by name, where an object must not be that empty. */
  private void fill(ObjectNode object, JsonNode schema, int depth) {
    for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
      JsonNode property = resolved(each.getValue());
      if (object.size() < schema.path("minProperties").asInt()
          && depth < ENDLESS
          && !object.has(each.getKey())
          && !property.path("readOnly").asBoolean()) {
        object.set(each.getKey(), ofSchema(property, depth + 1));
      }
    }
  }

  private static JsonNode first(JsonNode examples) {
    return examples.isEmpty() ? MissingNode.getInstance() : examples.elements().next();
  }
}
