package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths begin with a slash, no two of one shape share a method, variables are declared. */
public final class Paths implements Step {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)\\}");
  private static final Place PATHS = Place.of("paths");

  @Override
  public void apply(Draft draft) {
    for (Map.Entry<String, JsonNode> each : List.copyOf(draft.at(PATHS).properties())) {
      if (!each.getKey().startsWith("x-")) {
        spelling(draft, each.getKey());
      }
    }
    shapes(draft);
    for (Map.Entry<String, JsonNode> each : List.copyOf(draft.at(PATHS).properties())) {
      if (each.getValue().isObject() && !each.getKey().startsWith("x-")) {
        variables(draft, each.getKey());
      }
    }
  }

  private static void spelling(Draft draft, String path) {
    Place at = PATHS.key(path);
    String right = path.trim();
    int cut = right.indexOf('#');
    right = cut < 0 ? right : right.substring(0, cut);
    int query = right.indexOf('?');
    String queryText = query < 0 ? "" : right.substring(query + 1);
    right = query < 0 ? right : right.substring(0, query);
    right = right.startsWith("/") ? right : "/" + right;
    if (right.equals(path)) {
      return;
    }
    if (draft.at(PATHS).has(right)) {
      merged(draft, path, right);
      return;
    }
    draft.repaired(at, "is no path of OpenAPI", "read as " + right);
    draft.copy(at, PATHS.key(right), "Repaired: the path " + path + ".");
    draft.remove(at, "Repaired: the path " + path + " is now " + right + ".");
    fixedQuery(draft, PATHS.key(right), queryText);
  }

  /** Operations move to the path that is there already, where it has none of that method. */
  private static void merged(Draft draft, String path, String right) {
    Place from = PATHS.key(path);
    Place to = PATHS.key(right);
    for (String method : Kind.METHODS.stream().sorted().toList()) {
      if (draft.at(from.key(method)).isObject() && !draft.at(to).has(method)) {
        draft.repaired(from.key(method), "stands under no path of OpenAPI", "moved to " + right);
        draft.copy(from.key(method), to.key(method), "Repaired: the path " + path + ".");
        draft.remove(from.key(method), "Repaired: moved to " + right + ".");
      }
    }
    boolean all =
        draft.at(from).properties().stream()
            .noneMatch(each -> Kind.METHODS.contains(each.getKey()));
    if (all) {
      draft.remove(from, "Repaired: its operations are under " + right + ".");
    } else {
      draft.drop(
          from, "path " + path, right + " has the same methods", "its operations are missing");
    }
  }

  /** What a path had after a question mark becomes parameters. */
  private static void fixedQuery(Draft draft, Place item, String query) {
    for (String pair : query.split("&")) {
      String name = pair.replaceAll("=.*", "");
      if (name.isBlank() || name.contains("{")) {
        continue;
      }
      ArrayNode list = Draft.array();
      draft.at(item.key("parameters")).forEach(each -> list.add(each.deepCopy()));
      ObjectNode schema = Draft.object().put("type", "string");
      String value = pair.contains("=") ? pair.substring(pair.indexOf('=') + 1) : "";
      if (!value.isEmpty() && !value.contains("{")) {
        schema.putArray("enum").add(value);
      }
      list.addObject()
          .put("name", name)
          .put("in", "query")
          .put("required", true)
          .set("schema", schema);
      draft.set(item.key("parameters"), list, "Repaired: a query is no part of a path.");
    }
  }

  private static void shapes(Draft draft) {
    Map<String, String> seen = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : List.copyOf(draft.at(PATHS).properties())) {
      String path = each.getKey();
      String shape = VARIABLE.matcher(path).replaceAll("{}");
      for (String method : Kind.METHODS.stream().sorted().toList()) {
        if (each.getValue().path(method).isObject()) {
          String first = seen.putIfAbsent(method + shape, path);
          if (first != null) {
            draft.drop(
                PATHS.key(path).key(method),
                method.toUpperCase(Locale.ROOT) + " " + path,
                "no address tells it apart from " + first,
                "Client and stub have that one only.");
          }
        }
      }
    }
  }

  private static void variables(Draft draft, String path) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = VARIABLE.matcher(path);
    while (matcher.find()) {
      if (matcher.group(1).isBlank() || !names.add(matcher.group(1))) {
        draft.drop(
            PATHS.key(path),
            "path " + path,
            matcher.group(1).isBlank() ? "a variable has no name" : "a variable stands twice",
            "its operations are missing");
        return;
      }
    }
    Place item = PATHS.key(path);
    Set<String> shared = inPath(draft, item, names);
    for (String method : Kind.METHODS.stream().sorted().toList()) {
      Place operation = item.key(method);
      if (draft.at(operation).isObject()) {
        Set<String> declared = new HashSet<>(shared);
        declared.addAll(inPath(draft, operation, names));
        for (String name : names) {
          if (!declared.contains(name)) {
            declare(draft, operation, name, declared);
          }
        }
      }
    }
  }

  /**
   * Names of path parameters; those that the path does not have are dropped, as are repeated ones.
   */
  private static Set<String> inPath(Draft draft, Place holder, Set<String> names) {
    Place list = holder.key("parameters");
    Set<String> declared = new HashSet<>();
    Set<String> all = new HashSet<>();
    List<Place> drops = new ArrayList<>();
    JsonNode parameters = draft.at(list);
    for (int i = 0; i < parameters.size(); i++) {
      JsonNode each = resolved(draft, parameters.get(i));
      String name = each.path("name").asText();
      String in = each.path("in").asText();
      if (!all.add(in + " " + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name))) {
        drops.add(list.at(i));
      } else if (in.equals("path")) {
        if (names.contains(name)) {
          declared.add(name);
        } else {
          String meant = meant(name, names, declared);
          if (meant != null && !parameters.get(i).has("$ref")) {
            draft.mend(
                list.at(i).key("name"),
                Draft.text(meant),
                "the path has no " + name,
                "it means " + meant);
            declared.add(meant);
          } else {
            drops.add(list.at(i));
          }
        }
      }
    }
    for (int i = drops.size() - 1; i >= 0; i--) {
      JsonNode each = resolved(draft, draft.at(drops.get(i)));
      draft.drop(
          drops.get(i),
          "parameter " + each.path("name").asText(),
          each.path("in").asText().equals("path") && !names.contains(each.path("name").asText())
              ? "the path has no such variable"
              : "it is declared twice",
          "none");
    }
    if (draft.at(list).isArray() && draft.at(list).isEmpty() && !drops.isEmpty()) {
      draft.remove(list, "No parameters are left.");
    }
    return declared;
  }

  private static @org.jspecify.annotations.Nullable String meant(
      String name, Set<String> names, Set<String> declared) {
    List<String> alike =
        names.stream()
            .filter(each -> !declared.contains(each))
            .filter(each -> plain(each).equals(plain(name)))
            .toList();
    return alike.size() == 1 ? alike.get(0) : null;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static JsonNode resolved(Draft draft, JsonNode parameter) {
    String ref = parameter.path("$ref").asText();
    return ref.startsWith("#/")
        ? draft.at(Place.ofPointer(ref.substring(1), draft.root()))
        : parameter;
  }

  private static void declare(Draft draft, Place operation, String name, Set<String> declared) {
    ObjectNode parameter = Draft.object().put("name", name).put("in", "path").put("required", true);
    parameter.putObject("schema").put("type", "string");
    draft.repaired(operation, "the variable " + name + " of its path is not declared", "a text");
    Place list = operation.key("parameters");
    String reason = "Repaired: the path's variable " + name + " is not declared.";
    if (draft.at(list).isArray()) {
      draft.act(
          dev.forecourt.contract.importer.overlay.Action.update(
              list.jsonPath(), reason, false, parameter));
    } else {
      draft.set(list, Draft.array().add(parameter), reason);
    }
    declared.add(name);
  }
}
