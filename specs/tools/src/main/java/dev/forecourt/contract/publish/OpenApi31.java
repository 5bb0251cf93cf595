package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Says in the words of OpenAPI 3.1 what a document says in those of 3.0. */
final class OpenApi31 {

  private static final Map<String, String> EXCLUSIVE =
      Map.of("exclusiveMinimum", "minimum", "exclusiveMaximum", "maximum");

  private OpenApi31() {}

  static void apply(ObjectNode document) {
    document.put("openapi", "3.1.0");
    SchemaWalk.forEach(document, OpenApi31::rewrite);
  }

  private static void rewrite(ObjectNode schema) {
    nullable(schema);
    EXCLUSIVE.forEach((exclusive, bound) -> bound(schema, exclusive, bound));
    reference(schema);
    JsonNode example = schema.remove("example");
    if (example != null) {
      schema.putArray("examples").add(example);
    }
    if (schema.path("format").asText().equals("binary")) {
      schema.remove("format");
      schema.put("contentMediaType", "application/octet-stream");
    }
    if (schema.path("enum").equals(schema.arrayNode().addNull())) {
      schema.remove("enum");
      schema.put("type", "null");
    }
  }

  /** Says nothing beside another keyword than {@code type}, as the standard has it (3.0.3). */
  private static void nullable(ObjectNode schema) {
    JsonNode nullable = schema.remove("nullable");
    if (nullable != null && nullable.asBoolean() && schema.path("type").isTextual()) {
      String type = schema.path("type").textValue();
      schema.putArray("type").add(type).add("null");
    }
  }

  private static void bound(ObjectNode schema, String exclusive, String bound) {
    if (!schema.path(exclusive).isBoolean()) {
      return;
    }
    boolean applies = schema.remove(exclusive).asBoolean();
    if (applies && schema.has(bound)) {
      schema.set(exclusive, schema.remove(bound));
    }
  }

  /** A reference may have other keywords beside it. */
  private static void reference(ObjectNode schema) {
    if (schema.path("allOf") instanceof ArrayNode parts
        && parts.size() == 1
        && List.copyOf(parts.get(0).properties()).size() == 1
        && parts.get(0).has("$ref")) {
      schema.remove("allOf");
      schema.set("$ref", parts.get(0).get("$ref"));
    }
  }
}
