package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Lists of values: a class of its own for text and whole numbers, else the type of the values. */
final class Enumerations {

  private Enumerations() {}

  static ObjectNode of(ObjectNode schema, String place, Schemas schemas, Supplier<String> name) {
    Set<String> kinds = new LinkedHashSet<>();
    Set<JsonNode> values = new LinkedHashSet<>();
    for (JsonNode value : schema.path("enum")) {
      if (value.isNull()) {
        schema.put("nullable", true);
      } else {
        kinds.add(kind(value));
        values.add(value);
      }
    }
    if (kinds.size() != 1) {
      return Schemas.any();
    }
    String kind = kinds.iterator().next();
    String type = schema.path("type").asText(kind);
    if (kind.equals("string") && type.equals("string") || kind.equals("integer") && isWhole(type)) {
      ObjectNode component = Schemas.type(kind);
      String called = name.get();
      component.put("description", schema.path("description").asText(called + "."));
      if (kind.equals("integer")) {
        boolean small = values.stream().allMatch(JsonNode::canConvertToInt);
        component.put("format", small ? "int32" : "int64");
      }
      ArrayNode listed = component.putArray("enum");
      values.forEach(listed::add);
      copyNames(schema, component, values.size());
      schemas.add(called, component);
      return Schemas.refer(called);
    }
    return switch (type.equals("string") || type.equals("boolean") ? type : kind) {
      case "string" -> Schemas.type("string");
      case "integer" -> Scalars.integer(schema);
      case "number" -> Schemas.type("number");
      case "boolean" -> Schemas.type("boolean");
      default -> Schemas.any();
    };
  }

  private static boolean isWhole(String type) {
    return type.equals("integer") || type.equals("");
  }

  private static void copyNames(ObjectNode from, ObjectNode to, int values) {
    for (String word : new String[] {"x-enum-varnames", "x-enum-descriptions"}) {
      if (from.path(word).isArray() && from.path(word).size() == values) {
        to.set(word, from.get(word));
      }
    }
  }

  private static String kind(JsonNode value) {
    if (value.isTextual()) {
      return "string";
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return "integer";
    }
    return value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "other";
  }
}
