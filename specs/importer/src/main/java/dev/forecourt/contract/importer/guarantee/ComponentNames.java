package dev.forecourt.contract.importer.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.edit.Walk;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.repair.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of schemas give classes that differ in more than case and hide none of {@code java.lang}.
 * Names in small letters and with underscores stay: generators write them with capitals. Inline
 * schemas stay where they are too: OpenAPI Generator names them, the same in client and stub.
 */
public final class ComponentNames implements Step {
  private static final String SCHEMA = "[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*";
  private static final String ANY = "[A-Za-z0-9._-]+";

  @Override
  public void apply(Draft draft) {
    Map<String, String> renamed = new HashMap<>();
    for (String group :
        List.of(
            "schemas",
            "responses",
            "parameters",
            "examples",
            "requestBodies",
            "headers",
            "links",
            "callbacks")) {
      Place place = Place.of("components", group);
      List<String> names = new ArrayList<>();
      draft.at(place).fieldNames().forEachRemaining(names::add);
      Set<String> taken = new HashSet<>();
      boolean schemas = group.equals("schemas");
      List<String> wrong = new ArrayList<>();
      for (String name : names) {
        boolean right = schemas ? isClass(name) : name.matches(ANY);
        if (!right || !taken.add(schemas ? lower(name) : name)) {
          wrong.add(name);
        }
      }
      for (String name : wrong) {
        String wanted = schemas ? className(name) : name.replaceAll("[^A-Za-z0-9._-]+", "_");
        String right = wanted;
        for (int i = 2; !taken.add(schemas ? lower(right) : right); i++) {
          right = wanted + i;
        }
        draft.repaired(
            place.key(name), schemas ? fault(name) : "is no name of OpenAPI", "called " + right);
        draft.copy(
            place.key(name),
            place.key(right),
            "Repaired: " + name + " is no name for Java; called " + right + ".");
        draft.remove(place.key(name), "Repaired: called " + right + " now.");
        renamed.put(ref(group, name), ref(group, right));
      }
    }
    if (!renamed.isEmpty()) {
      references(draft, renamed);
    }
  }

  private static String ref(String group, String name) {
    return "#/components/" + group + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static boolean isClass(String name) {
    return name.matches(SCHEMA) && !JavaNames.JAVA_LANG.contains(lower(name));
  }

  private static String fault(String name) {
    if (JavaNames.JAVA_LANG.contains(lower(name))) {
      return "is the name of a class that Java has itself";
    }
    return name.matches(SCHEMA)
        ? "is the name of another schema but for case and underscores"
        : "cannot be the name of a Java class";
  }

  private static String className(String name) {
    String camel = Names.camel(name);
    if (camel.isEmpty() || Character.isDigit(camel.charAt(0))) {
      camel = "Schema" + camel;
    }
    return JavaNames.JAVA_LANG.contains(lower(camel)) ? camel + "Schema" : camel;
  }

  private static String lower(String name) {
    return Names.camel(name).toLowerCase(Locale.ROOT);
  }

  private static void references(Draft draft, Map<String, String> renamed) {
    for (Walk.Spot spot : Walk.of(draft.root())) {
      JsonNode node = spot.node();
      String right = renamed.get(decoded(node.path("$ref").asText()));
      if (right != null) {
        draft.set(spot.place().key("$ref"), Draft.text(right), "It is called so now.");
      }
      if (spot.kind() == Kind.SCHEMA) {
        mapping(draft, spot, renamed);
      }
    }
  }

  private static void mapping(Draft draft, Walk.Spot spot, Map<String, String> renamed) {
    Place mapping = spot.place().key("discriminator").key("mapping");
    for (Map.Entry<String, JsonNode> each :
        List.copyOf(spot.node().at("/discriminator/mapping").properties())) {
      String target = each.getValue().asText();
      String right = renamed.get(target.startsWith("#") ? decoded(target) : ref("schemas", target));
      if (right != null) {
        draft.set(mapping.key(each.getKey()), Draft.text(right), "It is called so now.");
      }
    }
  }

  private static String decoded(String ref) {
    return ref.contains("%")
        ? java.net.URLDecoder.decode(
            ref.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8)
        : ref;
  }
}
