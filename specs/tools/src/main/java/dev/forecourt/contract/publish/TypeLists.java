package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Says a list of types, and null as a type, in the words of 3.0, which has one type in a schema.
 */
final class TypeLists {

  private TypeLists() {}

  static void rewrite(ObjectNode schema) {
    JsonNode type = schema.path("type");
    if (type.asText().equals("null") || schema.path("enum").equals(schema.arrayNode().addNull())) {
      NullInAlternatives.onlyNull(schema);
      return;
    }
    if (!(type instanceof ArrayNode list)) {
      return;
    }
    List<String> types = new ArrayList<>();
    list.forEach(each -> types.add(each.asText()));
    boolean nullable = types.remove("null") && takesNull(schema);
    schema.remove("type");
    if (types.isEmpty()) {
      NullInAlternatives.onlyNull(schema);
    } else if (types.size() == 1) {
      schema.put("type", types.get(0));
      if (nullable) {
        schema.put("nullable", true);
      }
    } else {
      alternatives(schema, types, nullable);
    }
  }

  /** Null is a type, and an enumeration may leave it out. */
  private static boolean takesNull(ObjectNode schema) {
    if (!schema.has("enum")) {
      return true;
    }
    for (JsonNode value : schema.path("enum")) {
      if (value.isNull()) {
        return true;
      }
    }
    return false;
  }

  private static void alternatives(ObjectNode schema, List<String> types, boolean nullable) {
    ObjectNode holder = schema;
    if (schema.has("anyOf")) {
      holder = schema.withArray("/allOf").addObject();
    }
    ArrayNode any = holder.putArray("anyOf");
    for (String type : types) {
      ObjectNode alternative = any.addObject().put("type", type);
      if (type.equals("array")) {
        JsonNode items = schema.remove("items");
        alternative.set("items", items == null ? schema.objectNode() : items);
      }
    }
    if (nullable) {
      ((ObjectNode) any.get(0)).put("nullable", true);
    }
  }
}
