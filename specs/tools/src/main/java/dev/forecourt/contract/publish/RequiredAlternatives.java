package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Says "e-mail or phone" beside the properties as {@code allOf: [{anyOf: …}]}. With the {@code
 * anyOf} itself beside them, openapi-typescript makes one type of either, which is {@code unknown}:
 * code that leaves out both compiles, and code that sends anything else as well.
 */
final class RequiredAlternatives {

  // an alternative of nothing else says what must be there, not of which type the value is
  private static final Set<String> ASSERTIONS =
      Set.of("required", "properties", "not", "minProperties", "maxProperties");

  private RequiredAlternatives() {}

  static void rewrite(ObjectNode schema) {
    if (!schema.has("properties")) {
      return;
    }
    for (String keyword : List.of("anyOf", "oneOf")) {
      JsonNode alternatives = schema.path(keyword);
      if (!alternatives.isEmpty() && all(alternatives)) {
        schema.remove(keyword);
        schema.withArray("/allOf").addObject().set(keyword, alternatives);
      }
    }
  }

  private static boolean all(JsonNode alternatives) {
    for (JsonNode each : alternatives) {
      for (var member : each.properties()) {
        if (!ASSERTIONS.contains(member.getKey())) {
          return false;
        }
      }
    }
    return true;
  }
}
