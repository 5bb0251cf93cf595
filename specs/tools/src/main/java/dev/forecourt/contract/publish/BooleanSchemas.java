package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Says {@code true} and {@code false} as schemas, where 3.0 takes no boolean for one. */
final class BooleanSchemas {

  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final List<String> SINGLE = List.of("items", "not");

  private BooleanSchemas() {}

  static void apply(ObjectNode document) {
    members(document.at("/components/schemas"));
    for (JsonNode holder : document.findParents("schema")) {
      if (holder instanceof ObjectNode object) {
        object.set("schema", schema(object.get("schema")));
      }
    }
    SchemaWalk.forEach(document, BooleanSchemas::inside);
  }

  private static void inside(ObjectNode schema) {
    members(schema.path("properties"));
    for (String keyword : SINGLE) {
      if (schema.has(keyword)) {
        schema.set(keyword, schema(schema.get(keyword)));
      }
    }
    for (String keyword : LISTS) {
      if (schema.path(keyword) instanceof ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
          list.set(i, schema(list.get(i)));
        }
      }
    }
  }

  private static void members(JsonNode byName) {
    byName.properties().forEach(each -> each.setValue(schema(each.getValue())));
  }

  private static JsonNode schema(JsonNode given) {
    if (!given.isBoolean()) {
      return given;
    }
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (!given.booleanValue()) {
      schema.putObject("not");
    }
    return schema;
  }
}
