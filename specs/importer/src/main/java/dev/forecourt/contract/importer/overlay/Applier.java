package dev.forecourt.contract.importer.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Does the actions of an overlay, strictly: a target is an object or an array, except for what is
 * removed; objects are merged, arrays grow, all else is replaced.
 */
public final class Applier {
  private Applier() {}

  /**
   * Changes the document by one action.
   *
   * @return whether the target selected anything
   */
  public static boolean apply(Action action, ObjectNode document) {
    List<Place> places = Targets.of(action.target(), document);
    if (places.isEmpty()) {
      return false;
    }
    JsonNode update = action.update();
    if (update == null) {
      List<Place> backwards = new ArrayList<>(places);
      Collections.reverse(backwards);
      backwards.forEach(place -> remove(action, place, document));
      return true;
    }
    for (Place place : places) {
      JsonNode target = place.in(document);
      if (target instanceof ArrayNode array) {
        array.add(update.deepCopy());
      } else if (target instanceof ObjectNode object && update instanceof ObjectNode members) {
        merge(object, members);
      } else {
        throw new BadOverlay(
            "Action on %s: an update merges an object into an object or adds to an array; %s is a %s. Target what holds it."
                .formatted(
                    action.target(), place.jsonPath(), target.getNodeType().name().toLowerCase()));
      }
    }
    return true;
  }

  private static void remove(Action action, Place place, ObjectNode document) {
    if (place.isRoot()) {
      throw new BadOverlay("Action on " + action.target() + " would remove the whole document.");
    }
    JsonNode holder = place.parent().in(document);
    if (holder instanceof ObjectNode object) {
      object.remove((String) place.last());
    } else if (holder instanceof ArrayNode array) {
      array.remove((Integer) place.last());
    }
  }

  private static void merge(ObjectNode target, ObjectNode update) {
    update
        .properties()
        .forEach(
            member -> {
              JsonNode old = target.path(member.getKey());
              JsonNode value = member.getValue();
              if (old instanceof ObjectNode object && value instanceof ObjectNode members) {
                merge(object, members);
              } else if (old instanceof ArrayNode array && value instanceof ArrayNode more) {
                array.addAll(more.deepCopy());
              } else {
                target.set(member.getKey(), value.deepCopy());
              }
            });
  }
}
