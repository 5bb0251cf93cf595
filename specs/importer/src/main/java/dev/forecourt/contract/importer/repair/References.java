package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.edit.Walk;
import dev.forecourt.contract.importer.place.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every reference leads to a component of its kind, and none leads to itself. */
public final class References implements Step {
  /** Keywords beside a reference that change nothing: 3.0 ignores them, and so may everybody. */
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "$ref",
          "description",
          "title",
          "example",
          "summary",
          "type",
          "format",
          "externalDocs",
          "xml");

  @Override
  public void apply(Draft draft) {
    extensions(draft);
    pathItems(draft);
    Map<String, String> copies = new HashMap<>();
    List<Walk.Spot> spots = new ArrayList<>(Walk.of(draft.root()));
    // later ones first: dropping an entry of a list moves those behind it
    Collections.reverse(spots);
    for (Walk.Spot spot : spots) {
      JsonNode ref = spot.node().path("$ref");
      if (spot.node().isObject()
          && spot.node().has("$ref")
          && spot.kind() != Kind.PATH_ITEM
          && !spot.kind().isMap()) {
        if (ref.isTextual()) {
          one(draft, spot, ref.textValue(), copies);
        } else {
          unknown(draft, spot, ref.toString());
        }
      }
    }
    siblings(draft);
    new Circles(draft).cut();
    mappings(draft);
  }

  /** Prism and others follow a reference wherever it stands, and do not start without its file. */
  private static void extensions(Draft draft) {
    for (Walk.Spot spot : Walk.of(draft.root())) {
      if (!spot.node().isObject() || spot.kind().isMap()) {
        continue;
      }
      for (Map.Entry<String, JsonNode> each : List.copyOf(spot.node().properties())) {
        List<String> files =
            each.getValue().findValuesAsText("$ref").stream()
                .filter(ref -> !ref.startsWith("#"))
                .toList();
        if (each.getKey().startsWith("x-") && !files.isEmpty()) {
          draft.drop(
              spot.place().key(each.getKey()),
              "extension " + each.getKey(),
              "it refers to " + files.get(0) + ", which is no part of the contract",
              "client and stub do not use it");
        }
      }
    }
  }

  /** Discriminators name schemas that there are. */
  private static void mappings(Draft draft) {
    for (Walk.Spot spot : Walk.of(draft.root(), Kind.SCHEMA)) {
      Place mapping = spot.place().key("discriminator").key("mapping");
      for (Map.Entry<String, JsonNode> each :
          List.copyOf(spot.node().at("/discriminator/mapping").properties())) {
        String target = each.getValue().asText();
        boolean leads =
            target.startsWith("#/")
                ? !draft
                    .at(Place.ofPointer(decoded(target.substring(1)), draft.root()))
                    .isMissingNode()
                : draft.root().at("/components/schemas").has(target);
        if (leads) {
          continue;
        }
        Place at = mapping.key(each.getKey());
        String meant = Nearest.component(draft.root(), "schemas", target);
        if (meant == null) {
          draft.drop(
              at, "alternative " + target, "there is no such schema", "it is told by its form");
        } else {
          draft.mend(
              at,
              Draft.text("#/components/schemas/" + meant),
              target + " leads nowhere",
              "it can only mean " + meant);
        }
      }
    }
  }

  private static void pathItems(Draft draft) {
    for (int round = 0; round < 5; round++) {
      boolean changed = false;
      for (Walk.Spot spot : Walk.of(draft.root(), Kind.PATH_ITEM)) {
        String ref = spot.node().path("$ref").asText();
        if (!spot.node().has("$ref")) {
          continue;
        }
        changed = true;
        JsonNode target =
            ref.startsWith("#/")
                ? draft.at(Place.ofPointer(decoded(ref.substring(1)), draft.root()))
                : null;
        Place at = spot.place();
        if (target instanceof ObjectNode item && round < 4) {
          ObjectNode copy = item.deepCopy();
          draft.remove(at.key("$ref"), "Path items stand where they are used.");
          draft.merge(at, copy, "Path items stand where they are used.", false);
        } else {
          draft.drop(
              at.key("$ref"),
              "$ref " + ref,
              "it leads to no path item",
              "its operations are unknown");
        }
      }
      if (!changed) {
        return;
      }
    }
  }

  private static void one(Draft draft, Walk.Spot spot, String ref, Map<String, String> copies) {
    String group = spot.kind().component();
    Place at = spot.place();
    String pointer = ref.startsWith("#") ? decoded(ref.substring(1)) : "?";
    Place target = pointer.startsWith("/") ? Place.ofPointer(pointer, draft.root()) : Place.of("?");
    JsonNode content = draft.at(target);
    boolean component =
        target.steps().size() == 3
            && target.steps().get(0).equals("components")
            && target.steps().get(1).equals(group);
    if (component && !content.isMissingNode()) {
      String right = "#" + target.pointer();
      if (!right.equals(ref) && !ref.contains("%")) {
        draft.mend(at.key("$ref"), Draft.text(right), "is no pointer", "written as one");
      }
      return;
    }
    String meant = Nearest.component(draft.root(), group, ref);
    if (content.isMissingNode() && meant != null) {
      draft.mend(
          at.key("$ref"),
          Draft.text("#/components/" + group + "/" + meant.replace("~", "~0").replace("/", "~1")),
          "$ref " + ref + " leads nowhere",
          "it can only mean " + meant);
    } else if (content.isObject() && !group.isEmpty() && fits(target, group)) {
      deep(draft, spot, ref, target, copies);
    } else if (content.isMissingNode() || !content.isObject()) {
      unknown(draft, spot, ref);
    } else {
      unknown(draft, spot, ref);
    }
  }

  /** Whether what stands at the target is not a component of another kind. */
  private static boolean fits(Place target, String group) {
    return target.steps().size() != 3
        || !target.steps().get(0).equals("components")
        || target.steps().get(1).equals(group);
  }

  /** A reference into the middle of something: what is there becomes a component. */
  private static void deep(
      Draft draft, Walk.Spot spot, String ref, Place target, Map<String, String> copies) {
    String group = spot.kind().component();
    if (target.steps().size() <= spot.place().steps().size()
        && spot.place().steps().subList(0, target.steps().size()).equals(target.steps())) {
      // what stands within itself
      unknown(draft, spot, ref);
      return;
    }
    String name = copies.get(group + ref);
    if (name == null) {
      name = Names.free(draft.root(), group, Names.of(target));
      copies.put(group + ref, name);
      Components.ensure(draft, group);
      draft.copy(
          target,
          Place.of("components", group, name),
          "References lead to components; this one is what " + ref + " meant.");
    }
    draft.set(
        spot.place().key("$ref"),
        Draft.text("#/components/" + group + "/" + name),
        "References lead to components.");
  }

  private static void unknown(Draft draft, Walk.Spot spot, String ref) {
    Place at = spot.place();
    String why = "it leads to nothing in the document";
    switch (spot.kind()) {
      case SCHEMA -> {
        draft.drop(at.key("$ref"), "$ref " + ref, why, "any value is taken");
      }
      case RESPONSE -> {
        draft.leftOut(at, "$ref " + ref, why, "the content of this answer is unknown");
        draft.set(
            at,
            Draft.object().put("description", "Not known: " + ref + " leads nowhere."),
            "Left out: " + ref + " leads nowhere.");
      }
      default -> draft.drop(at, "$ref " + ref, why, "it is not there");
    }
  }

  /** In 3.0 nothing counts beside a reference; some of it is meant. */
  private static void siblings(Draft draft) {
    if (draft.is31()) {
      return;
    }
    for (Walk.Spot spot : Walk.of(draft.root(), Kind.SCHEMA)) {
      JsonNode node = draft.at(spot.place());
      if (!node.path("$ref").isTextual() || node.size() == 1) {
        continue;
      }
      boolean meant =
          node.properties().stream()
              .anyMatch(
                  each -> !SAYS_NOTHING.contains(each.getKey()) && !each.getKey().startsWith("x-"));
      if (meant) {
        draft.repaired(
            spot.place(), "has keywords beside $ref, which 3.0 ignores", "$ref stands in allOf");
        ArrayNode all = Draft.array();
        all.addObject().set("$ref", node.path("$ref"));
        draft.remove(spot.place().key("$ref"), "3.0 ignores what stands beside $ref.");
        draft.set(spot.place().key("allOf"), all, "3.0 ignores what stands beside $ref.");
      }
    }
  }

  private static String decoded(String pointer) {
    try {
      return URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return pointer;
    }
  }
}
