package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Components that are themselves, or a part of all that they have, by their references alone. */
final class Circles {
  private final Draft draft;

  Circles(Draft draft) {
    this.draft = draft;
  }

  void cut() {
    for (Map.Entry<String, JsonNode> group :
        List.copyOf(draft.root().path("components").properties())) {
      for (Map.Entry<String, JsonNode> each : List.copyOf(group.getValue().properties())) {
        alias(group.getKey(), each.getKey());
      }
    }
    for (Map.Entry<String, JsonNode> each :
        List.copyOf(draft.root().path("components").path("schemas").properties())) {
      inheritance(each.getKey(), new HashSet<>(), new ArrayDeque<>());
    }
  }

  /** A component that is only a reference, and in the end one to itself. */
  private void alias(String group, String name) {
    Set<String> seen = new HashSet<>();
    String next = name;
    while (seen.add(next)) {
      String ref = draft.at(Place.of("components", group, next, "$ref")).asText();
      String start = "#/components/" + group + "/";
      if (!ref.startsWith(start)) {
        return;
      }
      next = unescaped(ref.substring(start.length()));
    }
    Place at = Place.of("components", group, name, "$ref");
    if (next.equals(name) && draft.at(at).isTextual()) {
      draft.drop(at, "$ref of " + name, "it leads back to itself", "nothing is known of it");
    }
  }

  /** A schema that is all of itself. */
  private void inheritance(String name, Set<String> done, Deque<String> open) {
    if (!done.add(name)) {
      return;
    }
    open.push(name);
    Place all = Place.of("components", "schemas", name, "allOf");
    for (int i = draft.at(all).size() - 1; i >= 0; i--) {
      String ref = draft.at(all.at(i)).path("$ref").asText();
      if (!ref.startsWith("#/components/schemas/")) {
        continue;
      }
      String parent = unescaped(ref.substring("#/components/schemas/".length()));
      if (open.contains(parent)) {
        draft.drop(
            all.at(i),
            "allOf " + parent + " in " + name,
            "a schema cannot be a part of itself",
            name + " has its other members only");
      } else {
        inheritance(parent, done, open);
      }
    }
    if (draft.at(all).isArray() && draft.at(all).isEmpty()) {
      draft.remove(all, "An empty list says nothing.");
    }
    open.pop();
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
