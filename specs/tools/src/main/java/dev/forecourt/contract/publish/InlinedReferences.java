package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Copies a value's schema to where it is used with words of its own. The contract says {@code
 * allOf: [$ref]} there, because OpenAPI 3.0 ignores what stands beside a reference; tools take each
 * {@code allOf} for an object.
 */
final class InlinedReferences {

  private InlinedReferences() {}

  static void apply(ObjectNode document) {
    References references = new References(document);
    SchemaWalk.forEach(document, schema -> rewrite(schema, references));
  }

  private static void rewrite(ObjectNode schema, References references) {
    JsonNode parts = schema.path("allOf");
    if (parts.size() != 1 || !parts.get(0).has("$ref")) {
      return;
    }
    JsonNode target = references.target(parts.get(0));
    if (target instanceof ObjectNode inner) {
      // it may come later in the document, and be such a copy itself
      rewrite(inner, references);
    }
    if (isObject(target) || !onlyWordsBeside(schema)) {
      return;
    }
    schema.remove("allOf");
    for (var member : target.properties()) {
      if (!schema.has(member.getKey())) {
        schema.set(member.getKey(), member.getValue().deepCopy());
      }
    }
    FormFlags.textDefault(schema);
  }

  static boolean isObject(JsonNode schema) {
    return schema.path("type").asText().equals("object")
        || schema.has("properties")
        || schema.has("allOf");
  }

  private static boolean onlyWordsBeside(ObjectNode schema) {
    for (var member : schema.properties()) {
      if (!member.getKey().equals("allOf") && !References.isWords(member.getKey())) {
        return false;
      }
    }
    return true;
  }
}
