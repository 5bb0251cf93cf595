package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.edit.Walk;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every schema has the keywords of its version, each of its type. */
public final class Schemas implements Step {
  private static final Set<String> IN_30 =
      Set.of(
          "title",
          "multipleOf",
          "maximum",
          "exclusiveMaximum",
          "minimum",
          "exclusiveMinimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "maxProperties",
          "minProperties",
          "required",
          "enum",
          "type",
          "not",
          "allOf",
          "oneOf",
          "anyOf",
          "items",
          "properties",
          "additionalProperties",
          "description",
          "format",
          "default",
          "nullable",
          "discriminator",
          "readOnly",
          "writeOnly",
          "example",
          "externalDocs",
          "deprecated",
          "xml",
          "$ref");

  private static final Set<String> TEXTS =
      Set.of(
          "title",
          "description",
          "format",
          "pattern",
          "$comment",
          "$id",
          "$schema",
          "$anchor",
          "contentEncoding",
          "contentMediaType");
  private static final Set<String> COUNTS =
      Set.of(
          "maxLength",
          "minLength",
          "maxItems",
          "minItems",
          "maxProperties",
          "minProperties",
          "minContains",
          "maxContains");
  private static final Set<String> BOOLEANS =
      Set.of("uniqueItems", "nullable", "readOnly", "writeOnly", "deprecated");

  /** With these a member may be declared in another schema. */
  private static final Set<String> COMPOSED =
      Set.of("allOf", "oneOf", "anyOf", "patternProperties", "$ref");

  private static final Set<String> NOT_CHECKED_BY_30 =
      Set.of(
          "if",
          "then",
          "else",
          "contains",
          "prefixItems",
          "propertyNames",
          "dependentRequired",
          "dependentSchemas",
          "dependencies",
          "unevaluatedItems",
          "unevaluatedProperties",
          "patternProperties",
          "contentSchema",
          "minContains",
          "maxContains",
          "additionalItems");

  @Override
  public void apply(Draft draft) {
    // outer schemas first; what a repair brings in is looked at again
    for (int round = 0; round < 3; round++) {
      int before = draft.actions().size();
      for (Walk.Spot spot : Walk.of(draft.root())) {
        if (spot.kind() == Kind.SCHEMA
            || spot.kind() == Kind.SCHEMAS
            || spot.kind() == Kind.SCHEMA_LIST) {
          if (!draft.at(spot.place()).isMissingNode()) {
            look(draft, spot.place(), spot.kind());
          }
        }
      }
      if (draft.actions().size() == before) {
        return;
      }
    }
  }

  private static void look(Draft draft, Place place, Kind kind) {
    JsonNode node = draft.at(place);
    if (kind == Kind.SCHEMAS) {
      if (!node.isObject()) {
        draft.drop(place, place.name(), "it is no object", "its members are not known");
      }
    } else if (kind == Kind.SCHEMA_LIST) {
      if (!node.isArray()) {
        if (node.isObject()) {
          draft.mend(place, Draft.array().add(node.deepCopy()), "is no list", "a list of one");
        } else {
          draft.drop(place, place.name(), "it is no list", "values are not checked by it");
        }
      } else if (node.isEmpty()) {
        draft.mendByRemoval(place, "is an empty list", "removed");
      }
    } else if (!node.isObject()) {
      notAnObject(draft, place, node);
    } else if (!node.path("$ref").isTextual() || draft.is31()) {
      schema(draft, place);
    }
  }

  private static void notAnObject(Draft draft, Place place, JsonNode node) {
    boolean keepsBoolean = draft.is31() || place.name().equals("additionalProperties");
    if (node.isBoolean() && keepsBoolean) {
      return;
    }
    if (node.isArray() && place.name().equals("items")) {
      if (draft.is31()) {
        JsonNode items = node.deepCopy();
        draft.mendByRemoval(place, "items is a list", "prefixItems, as 3.1 calls it");
        draft.set(place.parent().key("prefixItems"), items, "3.1 calls such items prefixItems.");
      } else if (node.size() == 1) {
        draft.mend(place, node.get(0).deepCopy(), "items is a list of one", "its one schema");
      } else {
        draft.leftOut(
            place,
            "items by position",
            "3.0 has one schema for all",
            "each item is taken that fits one of them");
        ObjectNode any = Draft.object();
        any.set("anyOf", node.deepCopy());
        draft.set(
            place, node.isEmpty() ? Draft.object() : any, "3.0 has one schema for all items.");
      }
      return;
    }
    if (node.isArray()) {
      // an array where a schema should be: only items may be one
      draft.mend(place, Draft.object(), "a schema is a list", "any value");
      return;
    }
    draft.mend(
        place,
        node.isBoolean() && !node.booleanValue()
            ? Draft.object().set("not", Draft.object())
            : Draft.object(),
        "a schema is no object",
        node.isBoolean() && !node.booleanValue() ? "no value fits" : "any value");
  }

  private static void schema(Draft draft, Place place) {
    SchemaTypes.check(draft, place);
    for (Map.Entry<String, JsonNode> member : new ArrayList<>(draft.at(place).properties())) {
      if (draft.at(place).has(member.getKey())) {
        keyword(draft, place, member.getKey(), draft.at(place.key(member.getKey())));
      }
    }
    SchemaValues.check(draft, place);
    if (draft.at(place.key("type")).asText().equals("array")
        && !draft.at(place).has("items")
        && !draft.is31()) {
      draft.mend(place.key("items"), Draft.object(), "an array has no items", "items of any kind");
    }
  }

  private static void keyword(Draft draft, Place place, String key, JsonNode value) {
    Place at = place.key(key);
    if (!draft.is31() && !IN_30.contains(key) && !key.startsWith("x-")) {
      New31.in30(draft, place, key, NOT_CHECKED_BY_30.contains(key));
      return;
    }
    if (value.isNull() && !List.of("default", "example", "const").contains(key)) {
      draft.mendByRemoval(at, "is null", "removed");
    } else if (TEXTS.contains(key) && !value.isTextual()) {
      if (value.isValueNode()) {
        draft.mend(at, Draft.text(value.asText()), "is no text", "read as text");
      } else {
        draft.mendByRemoval(at, "is no text", "removed");
      }
    } else if (COUNTS.contains(key)) {
      count(draft, at, value);
    } else if (BOOLEANS.contains(key) && !value.isBoolean()) {
      boolean yes = value.asText().matches("(?i)true|yes|1");
      draft.mend(at, Draft.object().booleanNode(yes), "is no boolean", "read as " + yes);
    } else {
      other(draft, place, key, value);
    }
  }

  private static void other(Draft draft, Place place, String key, JsonNode value) {
    Place at = place.key(key);
    switch (key) {
      case "minimum", "maximum", "multipleOf" -> number(draft, at, value);
      case "exclusiveMinimum", "exclusiveMaximum" -> Bounds.check(draft, place, key);
      case "required" -> required(draft, place, value);
      case "enum" -> SchemaValues.enumeration(draft, place);
      case "pattern" -> Patterns.check(draft, at);
      case "nullable" -> {
        if (draft.is31()) {
          New31.nullable(draft, place);
        }
      }
      case "discriminator" -> discriminator(draft, at, value);
      case "examples" -> examples(draft, at, value);
      case "externalDocs" -> {
        if (!value.path("url").isTextual()) {
          draft.mendByRemoval(at, "has no url", "removed");
        }
      }
      case "xml" -> {
        if (!value.isObject()) {
          draft.mendByRemoval(at, "is no object", "removed");
        }
      }
      default -> {}
    }
  }

  /** In 3.1 a list of values; media types have objects with names. */
  private static void examples(Draft draft, Place at, JsonNode value) {
    if (value.isArray()) {
      return;
    }
    ArrayNode list = Draft.array();
    boolean named = value.isObject() && !value.isEmpty();
    for (JsonNode each : value) {
      named &= each.isObject() && each.has("value");
    }
    if (named) {
      value.forEach(each -> list.add(each.path("value").deepCopy()));
    } else {
      list.add(value.deepCopy());
    }
    draft.mend(at, list, "is no list", named ? "the values of its members" : "a list of one");
  }

  private static void count(Draft draft, Place at, JsonNode value) {
    if (value.isIntegralNumber() && value.bigIntegerValue().signum() >= 0) {
      return;
    }
    String text = value.asText().trim();
    if (text.matches("\\d{1,9}(\\.0+)?")) {
      int count = Integer.parseInt(text.replaceAll("\\..*", ""));
      draft.mend(at, Draft.object().numberNode(count), "is no whole number", "read as " + count);
    } else {
      draft.drop(at, at.name() + " " + text, "it is no whole number from 0", "not checked");
    }
  }

  private static void number(Draft draft, Place at, JsonNode value) {
    boolean positive = !at.name().equals("multipleOf") || value.decimalValue().signum() > 0;
    if (value.isNumber() && positive) {
      return;
    }
    JsonNode read = SchemaValues.asNumber(value);
    if (read != null && (!at.name().equals("multipleOf") || read.decimalValue().signum() > 0)) {
      draft.mend(at, read, "is no number", "read as " + read);
    } else {
      draft.drop(at, at.name(), "its value " + value + " is no such number", "not checked");
    }
  }

  /**
   * {@code required} is a list of names; {@code required: true} belongs to what holds the property.
   */
  private static void required(Draft draft, Place place, JsonNode value) {
    Place at = place.key("required");
    if (value.isBoolean() || value.isTextual() && value.asText().matches("(?i)true|false")) {
      boolean yes = value.asBoolean();
      boolean property = place.steps().size() > 2 && place.parent().name().equals("properties");
      draft.mendByRemoval(
          at, "required is no list", yes && property ? "the property is required" : "removed");
      if (yes && property) {
        Place holder = place.parent().parent().key("required");
        var names = Draft.array();
        if (draft.at(holder).isArray()) {
          draft.at(holder).forEach(names::add);
        }
        if (!contains(names, place.name())) {
          draft.set(holder, names.add(place.name()), "Repaired: " + place.name() + " is required.");
        }
      }
      return;
    }
    var names = Draft.array();
    if (value.isTextual()) {
      names.add(value);
    }
    for (JsonNode each : value) {
      if (each.isValueNode() && !each.isNull() && !contains(names, each.asText())) {
        names.add(each.asText());
      }
    }
    if (names.isEmpty()) {
      draft.mendByRemoval(at, "requires nothing", "removed");
    } else if (!names.equals(value)) {
      draft.mend(at, names, "is no list of different names", "read as " + names);
    }
    forbidden(draft, place, names);
  }

  /** What is required and never allowed: no object fits, until it is required no more. */
  private static void forbidden(Draft draft, Place place, JsonNode required) {
    JsonNode schema = draft.at(place);
    boolean closed = schema.path("additionalProperties").isBoolean();
    boolean elsewhere = COMPOSED.stream().anyMatch(schema::has);
    if (!closed || schema.path("additionalProperties").booleanValue() || elsewhere) {
      return;
    }
    var left = Draft.array();
    List<String> gone = new ArrayList<>();
    for (JsonNode each : required) {
      if (schema.path("properties").has(each.asText())) {
        left.add(each);
      } else {
        gone.add("'" + each.asText() + "'");
      }
    }
    if (!gone.isEmpty()) {
      String fault =
          "names %s, which additionalProperties: false beside it does not allow"
              .formatted(String.join(", ", gone));
      if (left.isEmpty()) {
        draft.mendByRemoval(place.key("required"), fault, "not required");
      } else {
        draft.mend(place.key("required"), left, fault, "not required");
      }
    }
  }

  private static boolean contains(JsonNode names, String name) {
    for (JsonNode each : names) {
      if (each.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static void discriminator(Draft draft, Place at, JsonNode value) {
    if (value.isTextual()) {
      draft.mend(
          at,
          Draft.object().put("propertyName", value.textValue()),
          "is a name, as in 2.0",
          "an object with that name");
    } else if (!value.path("propertyName").isTextual()) {
      draft.drop(
          at, "discriminator", "it names no property", "alternatives are told by their form");
    } else {
      for (Map.Entry<String, JsonNode> each : new ArrayList<>(value.path("mapping").properties())) {
        if (!each.getValue().isTextual()) {
          draft.mendByRemoval(at.key("mapping").key(each.getKey()), "is no text", "removed");
        }
      }
    }
  }
}
