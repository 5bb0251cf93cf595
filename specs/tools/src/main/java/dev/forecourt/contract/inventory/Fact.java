package dev.forecourt.contract.inventory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an inventory says about one place, and about the places in it. */
final class Fact {
  /** The name of an array's items among its members. */
  static final String ITEMS = "[]";

  /** The name of the members of a map, whatever they are called. */
  static final String EACH = "*";

  private final Map<String, Fact> members = new LinkedHashMap<>();
  private @Nullable InventoryLine line;

  /** The line on this place itself; null if only places in it have lines. */
  @Nullable InventoryLine line() {
    return line;
  }

  Map<String, Fact> members() {
    return members;
  }

  Fact member(String name) {
    return members.computeIfAbsent(name, absent -> new Fact());
  }

  /** Throws {@link IllegalArgumentException} when another line has this address already. */
  void say(InventoryLine said) {
    said.type().mustBeOfAField();
    if (line != null && line.address().equals(said.address())) {
      throw new IllegalArgumentException("line " + line.number() + " has this address too");
    }
    FieldType items = said.type().items();
    if (items == null) {
      line = said;
      return;
    }
    line = said.withoutValues();
    Fact each = member(ITEMS);
    if (each.line == null) {
      each.say(said.items(items));
    }
  }

  /** Whether anything is said about what stands here. */
  boolean isDescribed() {
    return !members.isEmpty() || line != null && line.type().isSaid();
  }

  /** A copy that lacks some members. */
  Fact without(Set<String> names) {
    Fact copy = new Fact();
    copy.line = line;
    copy.members.putAll(members);
    copy.members.keySet().removeAll(names);
    return copy;
  }
}
