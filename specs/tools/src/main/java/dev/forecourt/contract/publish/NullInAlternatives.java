package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Says "one of these, or null" of 3.1 in the words of 3.0, where null is no type: an alternative
 * that may be null.
 */
final class NullInAlternatives {

  private NullInAlternatives() {}

  /** Makes a schema allow null, and nothing else. */
  static void onlyNull(ObjectNode schema) {
    schema.remove("enum");
    schema.put("type", "object").put("nullable", true).putObject("not").put("type", "object");
  }

  static void rewrite(ObjectNode schema, References references) {
    for (String keyword : new String[] {"anyOf", "oneOf"}) {
      if (schema.path(keyword) instanceof ArrayNode alternatives && alternatives.size() > 1) {
        int place = indexOfNull(alternatives);
        if (place >= 0) {
          JsonNode onlyNull = alternatives.remove(place);
          if (!nullable(schema, keyword, alternatives, references)) {
            alternatives.add(onlyNull);
          }
        }
      }
    }
  }

  private static int indexOfNull(ArrayNode alternatives) {
    ObjectNode onlyNull = alternatives.objectNode();
    onlyNull(onlyNull);
    for (int i = 0; i < alternatives.size(); i++) {
      JsonNode each = alternatives.get(i);
      if (each instanceof ObjectNode object && onlyNull.equals(withoutWords(object))) {
        return i;
      }
    }
    return -1;
  }

  private static ObjectNode withoutWords(ObjectNode schema) {
    ObjectNode copy = schema.deepCopy();
    schema
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (References.isWords(name)) {
                copy.remove(name);
              }
            });
    return copy;
  }

  private static boolean nullable(
      ObjectNode schema, String keyword, ArrayNode alternatives, References references) {
    for (JsonNode each : alternatives) {
      if (each.path("type").isTextual()) {
        mayBeNull((ObjectNode) each);
        return true;
      }
    }
    JsonNode only = alternatives.get(0);
    JsonNode target = references.target(only);
    // a copy: what is referred to is not null elsewhere
    if (alternatives.size() > 1
        || only.size() != 1
        || !target.path("type").isTextual()
        || !onlyWordsBeside(schema, keyword)) {
      return false;
    }
    schema.remove(keyword);
    for (var member : target.properties()) {
      if (!schema.has(member.getKey())) {
        schema.set(member.getKey(), member.getValue().deepCopy());
      }
    }
    mayBeNull(schema);
    return true;
  }

  private static boolean onlyWordsBeside(ObjectNode schema, String keyword) {
    return schema.properties().stream()
        .allMatch(each -> each.getKey().equals(keyword) || References.isWords(each.getKey()));
  }

  private static void mayBeNull(ObjectNode schema) {
    schema.put("nullable", true);
    if (schema.path("enum") instanceof ArrayNode values) {
      values.addNull();
    }
  }
}
