package dev.forecourt.runtime.kit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.json.Json;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the schemas of a vendor's contract say of JSON, as far as tests of the models need it. */
final class Schemas {
  private final Specs specs;

  Schemas(String vendor) {
    this.specs = new Specs(vendor);
  }

  /** Properties of a schema by name. */
  Map<String, JsonNode> properties(String schema) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    specs
        .yaml("components/schemas/" + schema + ".yaml")
        .path("properties")
        .properties()
        .forEach(property -> properties.put(property.getKey(), property.getValue()));
    return properties;
  }

  /** The schema that a property refers to; itself if it is none. */
  JsonNode resolved(JsonNode property) {
    if (property.has("$ref")) {
      return resolved(
          specs.yaml("components/schemas/" + property.get("$ref").asText().replaceAll(".*/", "")));
    }
    return property.path("allOf").size() == 1 ? resolved(property.get("allOf").get(0)) : property;
  }

  /** Kinds of JSON that a property may have, beside null. All of them if nothing is said. */
  Set<Json.Kind> kinds(JsonNode property) {
    Set<Json.Kind> kinds = EnumSet.noneOf(Json.Kind.class);
    add(property, kinds);
    return kinds.isEmpty() ? EnumSet.allOf(Json.Kind.class) : kinds;
  }

  private void add(JsonNode schema, Set<Json.Kind> kinds) {
    if (schema.path("x-single-or-list").asBoolean()) {
      add(resolved(schema).path("items"), kinds);
    }
    if (schema.path("$ref").asText().contains("Loose")
        || schema.path("allOf").path(0).path("$ref").asText().contains("Loose")) {
      // one type of the runtime for all schemas that are called like this
      kinds.add(Json.Kind.BOOLEAN);
      kinds.add(Json.Kind.NUMBER);
    }
    JsonNode resolved = resolved(schema);
    switch (resolved.path("type").asText()) {
      case "object" -> kinds.add(Json.Kind.OBJECT);
      case "array" -> kinds.add(Json.Kind.ARRAY);
      case "string" -> kinds.add(Json.Kind.TEXT);
      case "integer", "number" -> kinds.add(Json.Kind.NUMBER);
      case "boolean" -> kinds.add(Json.Kind.BOOLEAN);
      default -> {
        // of several types, or of any
      }
    }
    for (String alternatives : new String[] {"anyOf", "oneOf", "allOf"}) {
      resolved.path(alternatives).forEach(alternative -> add(alternative, kinds));
    }
  }
}
