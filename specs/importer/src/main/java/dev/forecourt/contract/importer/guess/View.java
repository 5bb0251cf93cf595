package dev.forecourt.contract.importer.guess;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A schema, parameter or answer with its references followed.
 *
 * @param draft the document
 * @param place where it stands, after references
 * @param node its content
 */
record View(Draft draft, Place place, JsonNode node) {
  static View of(Draft draft, Place place) {
    View view = new View(draft, place, draft.at(place));
    for (int i = 0; i < 20 && view.node.path("$ref").asText().startsWith("#/"); i++) {
      Place target = Place.ofPointer(view.node.path("$ref").asText().substring(1), draft.root());
      view = new View(draft, target, draft.at(target));
    }
    // one part of allOf, as it stands around a reference
    JsonNode all = view.node.path("allOf");
    return all.size() == 1 && !view.node.has("properties") && view.place.steps().size() < 60
        ? of(draft, view.place.key("allOf").at(0))
        : view;
  }

  /** What follows a key, with its references followed. */
  View key(String key) {
    return of(draft, place.key(key));
  }

  boolean isThere() {
    return node.isObject();
  }

  /** Where this stood before references were followed has this name, if it is a component. */
  Optional<String> component() {
    return place.steps().size() == 3 && place.steps().get(1).equals("schemas")
        ? Optional.of(place.name())
        : Optional.empty();
  }

  /** The properties of a schema, those of the parts of {@code allOf} among them. */
  Map<String, View> properties() {
    Map<String, View> found = new LinkedHashMap<>();
    collect(found, 0);
    return found;
  }

  private void collect(Map<String, View> found, int depth) {
    for (int i = 0; i < node.path("allOf").size() && depth < 8; i++) {
      of(draft, place.key("allOf").at(i)).collect(found, depth + 1);
    }
    node.path("properties")
        .fieldNames()
        .forEachRemaining(name -> found.put(name, of(draft, place.key("properties").key(name))));
  }

  /** Whether it may hold a value of this type. */
  boolean is(String type) {
    JsonNode types = node.path("type");
    if (types.isTextual()) {
      return types.asText().equals(type);
    }
    for (JsonNode each : types) {
      if (each.asText().equals(type)) {
        return true;
      }
    }
    return types.isMissingNode()
        && switch (type) {
          case "object" -> node.has("properties") || node.has("allOf");
          case "array" -> node.has("items");
          default -> false;
        };
  }

  boolean isScalar() {
    return is("string") || is("integer") || is("number") || is("boolean");
  }

  /** A name without what differs between spellings: {@code page_size} is {@code pagesize}. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
