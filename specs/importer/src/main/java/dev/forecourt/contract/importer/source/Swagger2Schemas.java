package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Kind;

/** Schemas of 2.0 as those of 3.0: new places of references, files, discriminators, nulls. */
final class Swagger2Schemas {
  private final ObjectNode old;

  Swagger2Schemas(ObjectNode old) {
    this.old = old;
  }

  ObjectNode all(JsonNode definitions) {
    ObjectNode schemas = old.objectNode();
    definitions.properties().forEach(each -> schemas.set(each.getKey(), schema(each.getValue())));
    return schemas;
  }

  JsonNode schema(JsonNode schema) {
    return converted(Kind.SCHEMA, schema);
  }

  private JsonNode converted(Kind kind, JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = old.arrayNode();
      array.forEach(each -> copy.add(converted(kind.isList() ? kind.member("") : kind, each)));
      return copy;
    }
    if (!(node instanceof ObjectNode object) || kind == Kind.OTHER) {
      return node;
    }
    ObjectNode copy = old.objectNode();
    object
        .properties()
        .forEach(
            member ->
                copy.set(
                    member.getKey(), converted(kind.member(member.getKey()), member.getValue())));
    if (kind == Kind.SCHEMA) {
      renew(copy);
    }
    return copy;
  }

  private void renew(ObjectNode schema) {
    if (schema.path("$ref").isTextual()) {
      schema.put("$ref", newRef(schema.path("$ref").textValue()));
    }
    if (schema.path("type").asText().equals("file")) {
      schema.put("type", "string").put("format", "binary");
    }
    if (schema.path("discriminator").isTextual()) {
      String property = schema.path("discriminator").textValue();
      schema.putObject("discriminator").put("propertyName", property);
    }
    if (schema.path("x-nullable").isBoolean() && !schema.has("nullable")) {
      schema.set("nullable", schema.remove("x-nullable"));
    }
  }

  /** The same content where only references have new places. */
  JsonNode withNewRefs(JsonNode node) {
    if (node.isObject() && node.path("$ref").isTextual()) {
      ObjectNode copy = old.objectNode();
      node.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
      copy.put("$ref", newRef(node.path("$ref").textValue()));
      return copy;
    }
    return node;
  }

  String newRef(String ref) {
    if (ref.startsWith("#/definitions/")) {
      return "#/components/schemas/" + ref.substring("#/definitions/".length());
    }
    if (ref.startsWith("#/responses/")) {
      return "#/components/responses/" + ref.substring("#/responses/".length());
    }
    if (ref.startsWith("#/parameters/")) {
      String name = ref.substring("#/parameters/".length());
      boolean body = old.path("parameters").path(name).path("in").asText().equals("body");
      return (body ? "#/components/requestBodies/" : "#/components/parameters/") + name;
    }
    // as people write it who know 3.0
    return ref.matches("[A-Za-z][\\w.-]*") ? "#/components/schemas/" + ref : ref;
  }
}
