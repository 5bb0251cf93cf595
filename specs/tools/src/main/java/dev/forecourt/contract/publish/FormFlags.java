package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A flag of a form, "a boolean, or one of these texts", as an enumeration of texts: a form has
 * nothing but texts, and tools write a boolean beside texts as they like.
 */
final class FormFlags {

  private FormFlags() {}

  static void rewrite(ObjectNode schema) {
    if (!(schema.path("anyOf") instanceof ArrayNode alternatives) || alternatives.size() != 2) {
      return;
    }
    JsonNode flag = alternatives.get(0);
    JsonNode texts = alternatives.get(1);
    if (!flag.equals(schema.objectNode().put("type", "boolean"))
        || !texts.path("type").asText().equals("string")
        || !texts.has("enum")
        || texts.size() != 2) {
      return;
    }
    schema.remove("anyOf");
    ArrayNode values = schema.put("type", "string").putArray("enum");
    texts.path("enum").forEach(values::add);
    values.add("true").add("false");
  }

  /** A default as a text, where the type is one now. */
  static void textDefault(ObjectNode schema) {
    JsonNode value = schema.path("default");
    if (value.isBoolean() && schema.path("type").asText().equals("string")) {
      schema.set("default", TextNode.valueOf(value.asText()));
    }
  }
}
