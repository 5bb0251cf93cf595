package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.util.List;

/** What documents of 3.x still say as 2.0 did. */
final class Old30 {
  private static final List<String> OF_SCHEMAS =
      List.of(
          "type",
          "format",
          "items",
          "enum",
          "default",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "nullable",
          "minItems",
          "maxItems",
          "uniqueItems",
          "multipleOf");

  private Old30() {}

  static void move(Draft draft, Place place, String shape) {
    switch (shape) {
      case "Parameter", "Header" -> intoSchema(draft, place);
      case "Response" -> intoContent(draft, place);
      case "Operation" -> bodies(draft, place);
      case "MediaType" -> looseSchema(draft, place);
      default -> {}
    }
  }

  private static void intoSchema(Draft draft, Place place) {
    ObjectNode schema = Draft.object();
    for (String key : OF_SCHEMAS) {
      if (draft.at(place).has(key)) {
        schema.set(key, draft.at(place.key(key)).deepCopy());
        draft.remove(place.key(key), "Repaired: " + key + " belongs into the schema.");
      }
    }
    if (schema.isEmpty()) {
      return;
    }
    draft.repaired(place, "says its type beside the schema, as 2.0 did", "moved into the schema");
    if (draft.at(place.key("schema")).isObject()) {
      schema.properties().stream()
          .filter(each -> !draft.at(place.key("schema")).has(each.getKey()))
          .toList()
          .forEach(
              each ->
                  draft.set(
                      place.key("schema").key(each.getKey()),
                      each.getValue(),
                      "Repaired: belongs into the schema."));
    } else {
      draft.set(place.key("schema"), schema, "Repaired: a parameter's type stands in its schema.");
    }
  }

  private static void intoContent(Draft draft, Place place) {
    JsonNode schema = draft.at(place.key("schema"));
    if (schema.isObject()) {
      draft.remove(place.key("schema"), "Repaired: a schema belongs into the content.");
      if (!draft.at(place).has("content")) {
        ObjectNode content = Draft.object();
        content.putObject("application/json").set("schema", schema.deepCopy());
        draft.mend(
            place.key("content"),
            content,
            "has a schema without a media type, as 2.0 did",
            "read as application/json");
      }
    }
  }

  private static void bodies(Draft draft, Place place) {
    JsonNode parameters = draft.at(place.key("parameters"));
    for (int i = parameters.size() - 1; i >= 0; i--) {
      JsonNode each = parameters.get(i);
      if (each.path("in").asText().equals("body")) {
        ObjectNode body = Draft.object();
        JsonNode schema = each.path("schema").isObject() ? each.path("schema") : Draft.object();
        body.putObject("content").putObject("application/json").set("schema", schema.deepCopy());
        body.put("required", each.path("required").asBoolean());
        boolean first = !draft.at(place).has("requestBody");
        draft.mendByRemoval(
            place.key("parameters").at(i), "is a body among the parameters", "moved");
        if (first) {
          draft.set(place.key("requestBody"), body, "Repaired: a body is no parameter.");
        }
      } else if (each.path("in").asText().equals("formData")) {
        form(draft, place, i, each);
      }
    }
  }

  private static void form(Draft draft, Place place, int i, JsonNode each) {
    draft.mendByRemoval(place.key("parameters").at(i), "is a form among the parameters", "moved");
    Place schema =
        place
            .key("requestBody")
            .key("content")
            .key("application/x-www-form-urlencoded")
            .key("schema");
    if (!draft.at(place).has("requestBody")) {
      ObjectNode body = Draft.object();
      body.putObject("content")
          .putObject("application/x-www-form-urlencoded")
          .putObject("schema")
          .put("type", "object")
          .putObject("properties");
      draft.set(place.key("requestBody"), body, "Repaired: a form is no parameter.");
    }
    if (draft.at(schema).isObject()) {
      JsonNode property =
          each.path("schema").isObject()
              ? each.path("schema")
              : Draft.object().put("type", "string");
      draft.set(
          schema.key("properties").key(each.path("name").asText()),
          property.deepCopy(),
          "Repaired: a form is no parameter.");
      if (each.path("required").asBoolean()) {
        ArrayNode required = Draft.array();
        draft.at(schema.key("required")).forEach(required::add);
        draft.set(
            schema.key("required"),
            required.add(each.path("name").asText()),
            "Repaired: a form is no parameter.");
      }
    }
  }

  /** A media type that is itself a schema. */
  private static void looseSchema(Draft draft, Place place) {
    JsonNode media = draft.at(place);
    if (!media.has("schema")
        && (media.path("type").isTextual() || media.path("properties").isObject())) {
      ObjectNode schema = media.deepCopy();
      draft.repaired(place, "is a schema, not a media type with one", "read as its schema");
      for (String key : schema.properties().stream().map(java.util.Map.Entry::getKey).toList()) {
        draft.remove(place.key(key), "Repaired: belongs into the schema.");
      }
      draft.set(place.key("schema"), schema, "Repaired: a media type holds a schema.");
    }
  }
}
