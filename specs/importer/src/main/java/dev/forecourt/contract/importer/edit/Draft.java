package dev.forecourt.contract.importer.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.overlay.Action;
import dev.forecourt.contract.importer.overlay.Applier;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.Guess;
import dev.forecourt.contract.importer.report.LeftOut;
import dev.forecourt.contract.importer.report.Repair;
import java.util.ArrayList;
import java.util.List;

/**
 * A document that becomes a contract. It is changed by actions of an overlay only, so that vendor's
 * file and overlay give the same document again.
 */
public final class Draft {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode root;
  private final List<Action> actions = new ArrayList<>();
  private final List<Guess> guesses = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /** A draft that begins with this document, which it changes. */
  public Draft(ObjectNode root) {
    this.root = root;
  }

  /** The document as it is now. Changes go through this class. */
  public ObjectNode root() {
    return root;
  }

  /** What stands at a place now. */
  public JsonNode at(Place place) {
    return place.in(root);
  }

  /** Whether the document is of 3.1 or later, where schemas are those of JSON Schema 2020-12. */
  public boolean is31() {
    return root.path("openapi").asText().startsWith("3.1");
  }

  /** An empty object to fill. */
  public static ObjectNode object() {
    return JSON.objectNode();
  }

  /** An empty array to fill. */
  public static ArrayNode array() {
    return JSON.arrayNode();
  }

  /** A text. */
  public static JsonNode text(String text) {
    return JSON.textNode(text);
  }

  /** Does an action; false if its target selects nothing, and then it is not kept. */
  public boolean act(Action action) {
    boolean done = Applier.apply(action, root);
    if (done) {
      actions.add(action);
    }
    return done;
  }

  /** Makes a place hold a value, whatever stood there. Elements of arrays cannot be set. */
  public void set(Place place, JsonNode value, String reason) {
    set(place, value, reason, false);
  }

  /** As {@link #set(Place, JsonNode, String)}, for what is concluded only. */
  public void guessed(Place place, JsonNode value, String reason) {
    set(place, value, reason, true);
  }

  private void set(Place place, JsonNode value, String reason, boolean guess) {
    if (place.last() instanceof Integer index) {
      Place holder = place.parent();
      ArrayNode array = (ArrayNode) at(holder).deepCopy();
      array.set(index, value);
      set(holder, array, reason, guess);
      return;
    }
    JsonNode old = at(place);
    if (old.equals(value)) {
      return;
    }
    if (old.isContainerNode()) {
      act(Action.remove(place.jsonPath(), reason, guess));
    }
    ObjectNode update = object();
    update.set((String) place.last(), value);
    act(Action.update(place.parent().jsonPath(), reason, guess, update));
  }

  /** Merges members into an object. */
  public void merge(Place place, ObjectNode members, String reason, boolean guess) {
    act(Action.update(place.jsonPath(), reason, guess, members));
  }

  /** Makes a new member that repeats what stands elsewhere in the vendor's document. */
  public void copy(Place from, Place to, String reason) {
    ObjectNode update = object();
    update.set((String) to.last(), at(from).deepCopy());
    act(Action.update(to.parent().jsonPath(), reason, false, update).copying(from.pointer()));
  }

  /** Removes what stands at a place. */
  public void remove(Place place, String reason) {
    act(Action.remove(place.jsonPath(), reason, false));
  }

  /** Notes a guess. */
  public void guess(Guess guess) {
    guesses.add(guess);
  }

  /** Notes a fault that was mended. */
  public void repaired(Place place, String fault, String repair) {
    repairs.add(new Repair(place.toString(), fault, repair));
  }

  /** Notes faults of the text itself. */
  public void repaired(List<Repair> more) {
    repairs.addAll(more);
  }

  /** Notes a construct that is gone or weaker. */
  public void leftOut(Place place, String what, String reason, String effect) {
    leftOut.add(new LeftOut(place.toString(), what, reason, effect));
  }

  /** Notes constructs that were left out before this draft began. */
  public void leftOut(List<LeftOut> more) {
    leftOut.addAll(more);
  }

  /** Removes a construct that cannot stay, and notes it. */
  public void drop(Place place, String what, String reason, String effect) {
    leftOut(place, what, reason, effect);
    remove(place, "Left out: " + what + ", " + reason + ".");
  }

  /** Mends a fault by setting a value, and notes it. */
  public void mend(Place place, JsonNode value, String fault, String repair) {
    repaired(place, fault, repair);
    set(place, value, "Repaired: " + fault + "; " + repair + ".");
  }

  /** Mends a fault by a removal, and notes it. */
  public void mendByRemoval(Place place, String fault, String repair) {
    repaired(place, fault, repair);
    remove(place, "Repaired: " + fault + "; " + repair + ".");
  }

  /** The actions so far. */
  public List<Action> actions() {
    return List.copyOf(actions);
  }

  /** The guesses so far. */
  public List<Guess> guesses() {
    return List.copyOf(guesses);
  }

  /** The repairs so far. */
  public List<Repair> repairs() {
    return List.copyOf(repairs);
  }

  /** What was left out so far. */
  public List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }
}
