package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Says "one of these values, or null" in one schema. As an alternative of its own, {@code enum:
 * [null]} becomes a type without a name, or code that does not compile.
 */
final class NullAlternatives {

  private NullAlternatives() {}

  static void apply(ObjectNode document) {
    References references = new References(document);
    SchemaWalk.forEach(document, schema -> rewrite(schema, references));
  }

  private static void rewrite(ObjectNode schema, References references) {
    if (!(schema.path("anyOf") instanceof ArrayNode alternatives)
        || alternatives.size() != 2
        || !isNull(alternatives.get(1))
        || schema.has("type")) {
      return;
    }
    JsonNode target = references.target(alternatives.get(0));
    if (!target.path("type").isTextual() || !(target.path("enum") instanceof ArrayNode)) {
      return;
    }
    schema.remove("anyOf");
    for (var member : target.properties()) {
      if (!schema.has(member.getKey())) {
        schema.set(member.getKey(), member.getValue().deepCopy());
      }
    }
    schema.put("nullable", true);
    schema.withArray("/enum").addNull();
  }

  private static boolean isNull(JsonNode alternative) {
    JsonNode values = alternative.path("enum");
    return alternative.size() == 1 && values.size() == 1 && values.get(0).isNull();
  }
}
