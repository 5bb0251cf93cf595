package dev.forecourt.trials.mutation;

import dev.forecourt.contract.inventory.Inventory;
import dev.forecourt.contract.inventory.InventoryFinding;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The second reading of the vendor's text, as {@code InventoryAgreesWithContract} compares it. */
final class InventoryChecker implements Checker {
  private final Inventory inventory;

  InventoryChecker(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public Set<String> problems(ContractCopy contract, @Nullable Mutant mutant) {
    return inventory.compare(contract.bundle()).stream()
        .map(InventoryFinding::toString)
        .collect(Collectors.toSet());
  }
}
