package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;

/** Keywords of the other version. */
final class New31 {
  private New31() {}

  /** A keyword that 3.0 lacks, as 3.0 would say it, else not at all. */
  static void in30(Draft draft, Place place, String key, boolean checks) {
    Place at = place.key(key);
    JsonNode value = draft.at(at);
    switch (key) {
      case "const" -> {
        draft.repaired(at, "3.0 has no const", "an enumeration of one value");
        draft.set(place.key("enum"), Draft.array().add(value.deepCopy()), "3.0 has no const.");
        draft.remove(at, "3.0 has no const.");
      }
      case "examples" -> {
        JsonNode first =
            value.isArray()
                ? value.path(0)
                : value.properties().isEmpty()
                    ? value.path(0)
                    : value.properties().iterator().next().getValue();
        if (first.isObject() && first.has("value") && value.isObject()) {
          first = first.path("value");
        }
        draft.repaired(at, "3.0 has one example in a schema", "the first");
        if (!draft.at(place).has("example") && !first.isMissingNode()) {
          draft.set(place.key("example"), first.deepCopy(), "3.0 has one example in a schema.");
        }
        draft.remove(at, "3.0 has one example in a schema.");
      }
      case "examle", "exmaple", "Example" -> {
        draft.repaired(at, "is misspelt", "example");
        draft.set(place.key("example"), value.deepCopy(), "Repaired: misspelt example.");
        draft.remove(at, "Repaired: misspelt example.");
      }
      default -> {
        if (key.equals("patternProperties")
            && value.size() == 1
            && !draft.at(place).has("additionalProperties")) {
          draft.set(
              place.key("additionalProperties"),
              value.iterator().next().deepCopy(),
              "3.0 has no patterns of names.");
        }
        draft.drop(
            at,
            "the keyword " + key,
            "schemas of 3.0 have none of that name",
            checks ? "values are not checked by it" : "none");
      }
    }
  }

  /** {@code nullable} in 3.1: null is one of the types. */
  static void nullable(Draft draft, Place place) {
    boolean nullable = draft.at(place.key("nullable")).asBoolean();
    JsonNode schema = draft.at(place);
    draft.mendByRemoval(
        place.key("nullable"),
        "is a keyword of 3.0, and the file is of 3.1",
        nullable ? "null is one of the types" : "removed");
    if (!nullable) {
      return;
    }
    String why = "3.1 has no nullable.";
    JsonNode type = schema.path("type");
    if (type.isTextual() && !type.asText().equals("null")) {
      draft.set(place.key("type"), Draft.array().add(type.asText()).add("null"), why);
      nullInEnumeration(draft, place);
    } else if (schema.has("$ref")) {
      ObjectNode ref = Draft.object();
      ref.set("$ref", schema.path("$ref"));
      ArrayNode any = Draft.array().add(ref);
      any.addObject().put("type", "null");
      draft.remove(place.key("$ref"), why);
      if (!draft.at(place).has("anyOf")) {
        draft.set(place.key("anyOf"), any, why);
      }
    } else if (schema.path("anyOf").isArray() || schema.path("oneOf").isArray()) {
      Place list = place.key(schema.path("anyOf").isArray() ? "anyOf" : "oneOf");
      ArrayNode longer = (ArrayNode) draft.at(list).deepCopy();
      longer.addObject().put("type", "null");
      draft.set(list, longer, why);
    } else if (schema.path("allOf").isArray()) {
      ObjectNode all = Draft.object();
      all.set("allOf", schema.path("allOf").deepCopy());
      ArrayNode any = Draft.array().add(all);
      any.addObject().put("type", "null");
      draft.remove(place.key("allOf"), why);
      draft.set(place.key("anyOf"), any, why);
    }
  }

  private static void nullInEnumeration(Draft draft, Place place) {
    JsonNode values = draft.at(place.key("enum"));
    if (values.isArray()) {
      ArrayNode longer = (ArrayNode) values.deepCopy();
      boolean has = false;
      for (JsonNode each : values) {
        has |= each.isNull();
      }
      if (!has) {
        draft.set(place.key("enum"), longer.addNull(), "3.1 has no nullable.");
      }
    }
  }
}
