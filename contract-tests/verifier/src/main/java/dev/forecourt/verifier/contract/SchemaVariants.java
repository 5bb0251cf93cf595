package dev.forecourt.verifier.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** The schemas of a contract as one side of a call has to keep them (specs/docs/extensions.md). */
public final class SchemaVariants {
  private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum");
  private static final Set<String> MAPS =
      Set.of("properties", "schemas", "patternProperties", "headers", "responses");

  /** What the format of that name looks like; validators do not know it. */
  static final String LOCAL_DATE_TIME = "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$";

  private SchemaVariants() {}

  public static JsonNode ofRequests(JsonNode contract) {
    JsonNode variant = contract.deepCopy();
    change(variant, false, false);
    return variant;
  }

  public static JsonNode ofAnswers(JsonNode contract) {
    JsonNode variant = contract.deepCopy();
    change(variant, false, true);
    return variant;
  }

  /**
   * For traffic that was seen, of either side: all that is written holds, open enumerations too.
   */
  public static JsonNode ofTraffic(JsonNode contract) {
    JsonNode variant = contract.deepCopy();
    formats(variant, false);
    return variant;
  }

  private static void formats(JsonNode node, boolean names) {
    if (node instanceof ObjectNode object && !names) {
      localDateTime(object);
    }
    if (node.isArray()) {
      node.forEach(each -> formats(each, false));
    }
    node.properties().stream()
        .filter(member -> names || !VALUES.contains(member.getKey()))
        .forEach(member -> formats(member.getValue(), !names && MAPS.contains(member.getKey())));
  }

  private static void localDateTime(ObjectNode schema) {
    if (schema.path("format").asText().equals("local-date-time") && !schema.has("pattern")) {
      schema.put("pattern", LOCAL_DATE_TIME);
    }
  }

  /** {@code names}: whether the members of this node are names of the contract, not keywords. */
  private static void change(JsonNode node, boolean names, boolean answer) {
    if (node instanceof ObjectNode object && !names) {
      keywords(object, answer);
    }
    if (node.isArray()) {
      node.forEach(each -> change(each, false, answer));
    }
    node.properties().stream()
        .filter(member -> names || !VALUES.contains(member.getKey()))
        .forEach(
            member -> change(member.getValue(), !names && MAPS.contains(member.getKey()), answer));
  }

  private static void keywords(ObjectNode schema, boolean answer) {
    localDateTime(schema);
    if (schema.path("x-checked-later").asBoolean()
        || answer && schema.path("x-open-enum").asBoolean()) {
      schema.remove("enum");
    }
    if (!answer) {
      withoutReadOnly(schema);
    } else {
      if (schema.path("required").isArray()) {
        schema.remove("required");
      }
      schema.remove(List.of("minProperties", "not"));
      if (schema.has("oneOf") && !schema.has("anyOf")) {
        // without required names, several alternatives may fit
        schema.set("anyOf", schema.remove("oneOf"));
      }
    }
  }

  /** What only the vendor sets is required of its answers alone. */
  private static void withoutReadOnly(ObjectNode schema) {
    if (!schema.path("required").isArray()) {
      return;
    }
    Iterator<JsonNode> names = schema.get("required").iterator();
    while (names.hasNext()) {
      JsonNode property = schema.path("properties").path(names.next().asText());
      if (property.path("readOnly").asBoolean()) {
        names.remove();
      }
    }
    if (schema.get("required").isEmpty()) {
      schema.remove("required");
    }
  }
}
