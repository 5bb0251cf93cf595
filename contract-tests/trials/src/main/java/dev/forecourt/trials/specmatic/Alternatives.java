package dev.forecourt.trials.specmatic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Spells out what our contracts say in short and Specmatic does not read: properties beside the
 * alternatives that they belong to, alternatives that only name required properties, and null as an
 * alternative.
 */
final class Alternatives {
  private static final List<String> OF_OBJECTS =
      List.of("properties", "required", "additionalProperties", "type");

  private Alternatives() {}

  static void spellOut(JsonNode node) {
    node.forEach(Alternatives::spellOut);
    if (!(node instanceof ObjectNode schema)) {
      return;
    }
    if (schema.path("enum").size() == 1 && schema.path("enum").get(0).isNull()) {
      beNull(schema);
    }
    JsonNode only = schema.path("allOf");
    if (only.size() == 1 && OF_OBJECTS.stream().noneMatch(schema::has)) {
      // a reference with a description of its own; Specmatic looks for objects in it
      boolean nullable = schema.path("nullable").asBoolean();
      schema.removeAll();
      if (nullable) {
        ArrayNode forms = schema.putArray("oneOf");
        forms.add(only.get(0));
        beNull(forms.addObject());
      } else {
        schema.setAll((ObjectNode) only.get(0));
      }
      return;
    }
    boolean one = schema.path("oneOf").isArray();
    if (!one && !schema.path("anyOf").isArray()) {
      return;
    }
    ArrayNode alternatives = (ArrayNode) schema.remove(one ? "oneOf" : "anyOf");
    if (schema.path("properties").isObject()) {
      Set<String> named = named(alternatives);
      for (int i = 0; i < alternatives.size(); i++) {
        ObjectNode alternative = (ObjectNode) alternatives.get(i);
        if (alternative.has("required") || alternative.path("type").asText().equals("object")) {
          complete(alternative, schema, one ? named : Set.of());
        }
      }
      schema.remove(OF_OBJECTS);
    }
    // a nullable alternative would make Specmatic take all of them for one that may be null
    boolean nullable = false;
    for (JsonNode each : alternatives) {
      nullable |= !each.has("enum") && ((ObjectNode) each).remove("nullable") != null;
    }
    if (nullable) {
      beNull(alternatives.addObject());
    }
    schema.set("oneOf", alternatives);
  }

  /** The form in which Specmatic reads it. */
  private static void beNull(ObjectNode schema) {
    schema.put("type", "string").put("nullable", true).putArray("enum").addNull();
  }

  private static Set<String> named(JsonNode alternatives) {
    Set<String> named = new TreeSet<>();
    alternatives.forEach(each -> each.path("required").forEach(name -> named.add(name.asText())));
    return named;
  }

  private static void complete(ObjectNode alternative, ObjectNode schema, Set<String> exclusive) {
    List<JsonNode> required = new ArrayList<>();
    alternative.path("required").forEach(required::add);
    ObjectNode properties = schema.path("properties").deepCopy();
    exclusive.stream()
        .filter(name -> required.stream().noneMatch(each -> each.asText().equals(name)))
        .forEach(properties::remove);
    schema.path("required").forEach(required::add);
    alternative
        .path("properties")
        .properties()
        .forEach(own -> properties.set(own.getKey(), own.getValue()));
    alternative.put("type", "object").set("properties", properties);
    if (!required.isEmpty()) {
      alternative.putArray("required").addAll(required);
    }
    if (schema.has("additionalProperties")) {
      alternative.set("additionalProperties", schema.path("additionalProperties"));
    }
  }
}
