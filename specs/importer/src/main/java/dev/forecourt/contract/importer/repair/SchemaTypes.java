package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code type} is one that there is. */
final class SchemaTypes {
  static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "number", "object", "string");

  /** What people write for a type and a format. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int32", "integer int32"),
          Map.entry("int64", "integer int64"),
          Map.entry("long", "integer int64"),
          Map.entry("bigint", "integer"),
          Map.entry("float", "number float"),
          Map.entry("double", "number double"),
          Map.entry("decimal", "number"),
          Map.entry("numeric", "number"),
          Map.entry("bool", "boolean"),
          Map.entry("str", "string"),
          Map.entry("text", "string"),
          Map.entry("char", "string"),
          Map.entry("uuid", "string uuid"),
          Map.entry("email", "string email"),
          Map.entry("uri", "string uri"),
          Map.entry("url", "string uri"),
          Map.entry("date", "string date"),
          Map.entry("datetime", "string date-time"),
          Map.entry("date-time", "string date-time"),
          Map.entry("timestamp", "string date-time"),
          Map.entry("file", "string binary"),
          Map.entry("binary", "string binary"),
          Map.entry("list", "array"),
          Map.entry("dict", "object"),
          Map.entry("map", "object"),
          Map.entry("hash", "object"),
          Map.entry("json", "object"));

  private SchemaTypes() {}

  static void check(Draft draft, Place place) {
    JsonNode type = draft.at(place.key("type"));
    if (type.isMissingNode()) {
      return;
    }
    if (type.isArray()) {
      list(draft, place, type);
    } else if (!type.isTextual()) {
      draft.mendByRemoval(place.key("type"), "is no text", "any type");
    } else if (!TYPES.contains(type.asText())) {
      one(draft, place, type.asText());
    }
  }

  private static void one(Draft draft, Place place, String type) {
    if (type.equals("null")) {
      if (!draft.is31()) {
        draft.repaired(place.key("type"), "is null, which 3.0 does not know", "a nullable value");
        draft.remove(place.key("type"), "3.0 has no type null.");
        draft.set(place.key("nullable"), Draft.object().booleanNode(true), "3.0 has no type null.");
      }
      return;
    }
    String lower = type.trim().toLowerCase(Locale.ROOT);
    String meant = TYPES.contains(lower) ? lower : MEANT.get(lower);
    if (meant != null) {
      String[] parts = meant.split(" ");
      draft.mend(place.key("type"), Draft.text(parts[0]), "is '" + type + "'", meant);
      if (parts.length > 1 && !draft.at(place).has("format")) {
        draft.set(
            place.key("format"), Draft.text(parts[1]), "Repaired: the format of " + type + ".");
      }
    } else if (draft.at(Place.of("components", "schemas", type)).isObject()) {
      ObjectNode ref = Draft.object().put("$ref", "#/components/schemas/" + type);
      draft.mendByRemoval(place.key("type"), "names the schema " + type, "a reference to it");
      if (draft.is31() || draft.at(place).isEmpty()) {
        draft.set(place.key("$ref"), ref.path("$ref"), "Repaired: a reference.");
      } else {
        draft.set(place.key("allOf"), Draft.array().add(ref), "Repaired: a reference.");
      }
    } else {
      draft.drop(place.key("type"), "type '" + type + "'", "there is none", "any value is taken");
    }
  }

  private static void list(Draft draft, Place place, JsonNode list) {
    List<String> types = new ArrayList<>();
    list.forEach(
        each -> {
          String lower = each.isNull() ? "null" : each.asText().trim().toLowerCase(Locale.ROOT);
          String meant = MEANT.getOrDefault(lower, lower).split(" ")[0];
          if ((TYPES.contains(meant) || meant.equals("null")) && !types.contains(meant)) {
            types.add(meant);
          }
        });
    if (draft.is31()) {
      ArrayNode right = Draft.array();
      types.forEach(right::add);
      if (types.isEmpty()) {
        draft.mendByRemoval(place.key("type"), "names no type", "any type");
      } else if (!right.equals(list)) {
        draft.mend(place.key("type"), right, "names types that there are not", "those that are");
      }
      return;
    }
    boolean nullable = types.remove("null");
    draft.repaired(
        place.key("type"),
        "is a list, which 3.0 does not know",
        types.isEmpty() ? "null" : String.join(" or ", types) + (nullable ? ", or null" : ""));
    draft.remove(place.key("type"), "3.0 has no list of types.");
    if (types.size() == 1) {
      draft.set(place.key("type"), Draft.text(types.get(0)), "3.0 has no list of types.");
    } else if (!types.isEmpty() && !draft.at(place).has("anyOf")) {
      ArrayNode any = Draft.array();
      types.forEach(type -> any.add(alternative(draft, place, type)));
      draft.set(place.key("anyOf"), any, "3.0 has no list of types.");
    }
    if (nullable) {
      draft.set(
          place.key("nullable"), Draft.object().booleanNode(true), "3.0 has no list of types.");
    }
  }

  private static ObjectNode alternative(Draft draft, Place place, String type) {
    ObjectNode schema = Draft.object().put("type", type);
    if (type.equals("array")) {
      JsonNode items = draft.at(place.key("items"));
      schema.set("items", items.isObject() ? items.deepCopy() : Draft.object());
    }
    return schema;
  }
}
