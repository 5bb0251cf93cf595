package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one schema of a schema and all parts of its {@code allOf}, in the words of OpenAPI 3.0:
 * 3.1's lists of types, constants and numeric exclusive bounds become what 3.0 has for them.
 */
final class Flat {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What says how a value looks, beside what its description says. */
  private static final Set<String> SHAPE =
      Set.of(
          "type",
          "properties",
          "items",
          "prefixItems",
          "enum",
          "const",
          "oneOf",
          "anyOf",
          "allOf",
          "additionalProperties",
          "patternProperties",
          "required",
          "format");

  private final Document document;
  private final Findings findings;

  Flat(Document document, Findings findings) {
    this.document = document;
    this.findings = findings;
  }

  /** Whether it says nothing of the value's shape. */
  static boolean isBare(JsonNode schema) {
    for (String word : SHAPE) {
      if (schema.has(word)) {
        return false;
      }
    }
    return !schema.has("$ref");
  }

  ObjectNode of(JsonNode schema, String place) {
    return of(schema, place, new HashSet<>());
  }

  private ObjectNode of(JsonNode schema, String place, Set<String> open) {
    if (!schema.isObject()) {
      return NODES.objectNode();
    }
    if (schema.path("$ref").isTextual()) {
      String reference = schema.path("$ref").asText();
      JsonNode target = document.at(reference);
      if (target == null) {
        findings.refuse(place, "nothing is at " + reference + ". Correct the $ref, or add it.");
        return NODES.objectNode();
      }
      if (!open.add(reference)) {
        findings.note(place, "a part of itself (" + reference + ") is left out.");
        return NODES.objectNode();
      }
      ObjectNode flat = of(target, place, open).deepCopy();
      open.remove(reference);
      ((ObjectNode) schema).properties().forEach(word -> copySibling(flat, word));
      return flat;
    }
    ObjectNode own = version30(((ObjectNode) schema).deepCopy());
    JsonNode parts = own.remove("allOf");
    if (parts == null || !parts.isArray()) {
      return own;
    }
    ObjectNode merged = NODES.objectNode();
    for (JsonNode part : parts) {
      merge(merged, of(part, place, open), place);
    }
    merge(merged, own, place);
    return merged;
  }

  private static void copySibling(ObjectNode flat, Map.Entry<String, JsonNode> word) {
    if (!word.getKey().equals("$ref")) {
      flat.set(word.getKey(), word.getValue());
    }
  }

  private void merge(ObjectNode into, ObjectNode part, String place) {
    part.properties()
        .forEach(
            word -> {
              JsonNode before = into.get(word.getKey());
              JsonNode value = word.getValue();
              switch (word.getKey()) {
                case "properties" -> properties(into, value);
                case "required" -> union(into.withArrayProperty("required"), value);
                case "discriminator" -> {
                  // says how the whole is told apart, not this part
                }
                case "oneOf", "anyOf" -> {
                  if (before == null) {
                    into.set(word.getKey(), value);
                  } else {
                    findings.note(place, "a second " + word.getKey() + " is not looked at.");
                  }
                }
                case "nullable" -> {
                  // null only where all parts take it; the whole says it itself
                  boolean yes = value.asBoolean() && (before == null || before.asBoolean());
                  into.put("nullable", yes);
                }
                default -> into.set(word.getKey(), value);
              }
            });
  }

  private static void properties(ObjectNode into, JsonNode more) {
    ObjectNode all = into.withObjectProperty("properties");
    if (more.isObject()) {
      ((ObjectNode) more)
          .properties()
          .forEach(
              property -> {
                JsonNode before = all.get(property.getKey());
                if (before == null || before.equals(property.getValue())) {
                  all.set(property.getKey(), property.getValue());
                } else if (isBare(property.getValue())) {
                  // only a description, or readOnly
                  ObjectNode both = NODES.objectNode();
                  both.putArray("allOf").add(before);
                  if (property.getValue().isObject()) {
                    both.setAll((ObjectNode) property.getValue());
                  }
                  all.set(property.getKey(), both);
                } else {
                  // the later part is the more special one
                  all.set(property.getKey(), property.getValue());
                }
              });
    }
  }

  private static void union(ArrayNode into, JsonNode more) {
    Set<JsonNode> known = new HashSet<>();
    into.forEach(known::add);
    for (JsonNode each : more) {
      if (known.add(each)) {
        into.add(each);
      }
    }
  }

  private static ObjectNode version30(ObjectNode schema) {
    if (schema.has("const")) {
      JsonNode only = schema.remove("const");
      schema.putArray("enum").add(only);
    }
    exclusive(schema, "exclusiveMinimum", "minimum", 1);
    exclusive(schema, "exclusiveMaximum", "maximum", -1);
    JsonNode types = schema.get("type");
    if (types != null && types.isArray()) {
      List<JsonNode> real = new ArrayList<>();
      for (JsonNode type : types) {
        if (type.asText().equals("null")) {
          schema.put("nullable", true);
        } else {
          real.add(type);
        }
      }
      schema.remove("type");
      if (real.size() == 1) {
        schema.set("type", real.get(0));
      } else if (real.size() > 1) {
        several(schema, real);
      } else {
        schema.put("type", "null");
      }
    }
    return schema;
  }

  /** A list of types is a choice of one type each. */
  private static void several(ObjectNode schema, List<JsonNode> types) {
    ArrayNode choices = NODES.arrayNode();
    for (JsonNode type : types) {
      ObjectNode choice = NODES.objectNode();
      choice.set("type", type);
      switch (type.asText()) {
        case "object" -> move(schema, choice, "properties", "required", "additionalProperties");
        case "array" -> move(schema, choice, "items", "prefixItems");
        case "string" -> move(schema, choice, "format");
        default -> {}
      }
      choices.add(choice);
    }
    if (schema.has("anyOf") || schema.has("oneOf") || schema.has("enum")) {
      return; // these say more than the types
    }
    schema.set("anyOf", choices);
  }

  private static void move(ObjectNode from, ObjectNode to, String... words) {
    for (String word : words) {
      JsonNode value = from.remove(word);
      if (value != null) {
        to.set(word, value);
      }
    }
  }

  private static void exclusive(ObjectNode schema, String exclusive, String bound, int sign) {
    JsonNode value = schema.get(exclusive);
    if (value == null || !value.isNumber()) {
      return;
    }
    JsonNode other = schema.get(bound);
    boolean weaker =
        other != null
            && other.isNumber()
            && other.decimalValue().compareTo(value.decimalValue()) * sign > 0;
    if (weaker) {
      schema.remove(exclusive);
    } else {
      schema.set(bound, value);
      schema.put(exclusive, true);
    }
  }
}
