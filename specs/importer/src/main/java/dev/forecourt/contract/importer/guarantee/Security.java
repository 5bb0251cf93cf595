package dev.forecourt.contract.importer.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.repair.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Security schemes have names that are identifiers, and requirements name schemes that there are.
 */
public final class Security implements Step {
  private static final Place SCHEMES = Place.of("components", "securitySchemes");

  @Override
  public void apply(Draft draft) {
    Map<String, String> renamed = names(draft);
    requirements(draft, Place.ROOT, renamed);
    for (Operation each : Operation.of(draft.root())) {
      requirements(draft, each.place(), renamed);
    }
  }

  private static Map<String, String> names(Draft draft) {
    Map<String, String> renamed = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, JsonNode> each : List.copyOf(draft.at(SCHEMES).properties())) {
      String name = each.getKey();
      if (name.matches("[A-Za-z][A-Za-z0-9_-]*") && taken.add(lower(name))) {
        continue;
      }
      String wanted = JavaNames.camelCase(name);
      wanted = wanted.isEmpty() ? "scheme" : wanted;
      String right = wanted;
      for (int i = 2; !taken.add(lower(right)); i++) {
        right = wanted + i;
      }
      draft.repaired(SCHEMES.key(name), "is no name for Java", "called " + right);
      draft.copy(
          SCHEMES.key(name),
          SCHEMES.key(right),
          "Repaired: " + name + " is no name for Java; called " + right + ".");
      draft.remove(SCHEMES.key(name), "Repaired: called " + right + " now.");
      renamed.put(name, right);
    }
    return renamed;
  }

  private static String lower(String name) {
    return Names.camel(name).toLowerCase(Locale.ROOT);
  }

  private static void requirements(Draft draft, Place holder, Map<String, String> renamed) {
    Place at = holder.key("security");
    JsonNode old = draft.at(at);
    if (old.isMissingNode()) {
      return;
    }
    ArrayNode right = Draft.array();
    Iterable<JsonNode> all = old.isObject() ? List.of(old) : old;
    Set<String> unknown = new HashSet<>();
    for (JsonNode each : all) {
      ObjectNode requirement = Draft.object();
      boolean known = each.isObject();
      for (Map.Entry<String, JsonNode> scheme : each.properties()) {
        String name = renamed.getOrDefault(scheme.getKey(), scheme.getKey());
        String other = alike(draft, name);
        if (other == null) {
          known = false;
          unknown.add(name);
        } else {
          requirement.set(other, scopes(scheme.getValue()));
        }
      }
      if (known) {
        right.add(requirement);
      }
    }
    if (right.equals(old)) {
      return;
    }
    unknown.stream()
        .sorted()
        .forEach(
            name ->
                draft.leftOut(
                    at,
                    "security requirement " + name,
                    "no scheme has this name",
                    "callers do not authenticate by it"));
    if (right.isEmpty() && !unknown.isEmpty() || !old.isArray() && !old.isObject()) {
      draft.remove(at, "Left out: requirements of schemes that there are not.");
    } else {
      draft.set(at, right, "Requirements by the names of the schemes.");
    }
  }

  private static ArrayNode scopes(JsonNode scopes) {
    ArrayNode list = Draft.array();
    scopes.forEach(each -> list.add(each.asText()));
    return list;
  }

  /** The scheme of this name, or the only one that differs in spelling. */
  private static @org.jspecify.annotations.Nullable String alike(Draft draft, String name) {
    if (draft.at(SCHEMES).has(name)) {
      return name;
    }
    List<String> alike =
        draft.at(SCHEMES).properties().stream()
            .map(Map.Entry::getKey)
            .filter(each -> lower(each).equals(lower(name)))
            .toList();
    return alike.size() == 1 ? alike.get(0) : null;
  }
}
