package dev.forecourt.contract.inventory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the differences, each once. */
final class Findings {
  private final Set<InventoryFinding> all = new LinkedHashSet<>();

  List<InventoryFinding> all() {
    return List.copyOf(all);
  }

  /** A line that the contract contradicts. */
  void differs(InventoryLine line, String column, String said, Trail place, String found) {
    all.add(
        new InventoryFinding(
            line.number(), line.source(), line.address(), column, said, place.toString(), found));
  }

  /** Something that the contract states as documented and no line has. */
  void uncovered(Trail address, String column, Trail place, String found) {
    all.add(
        new InventoryFinding(
            0, null, address.toString(), column, "nothing", place.toString(), found));
  }
}
