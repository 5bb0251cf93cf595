package dev.forecourt.contract.inventory;

import org.jspecify.annotations.Nullable;

/**
 * One difference between a vendor's text, as the inventory has it, and a contract.
 *
 * @param line line of the inventory; 0 when no line covers what the contract states
 * @param source file and line of the vendor's text; null when no line covers it
 * @param address where the vendor has it, such as {@code GET /api/local query page}
 * @param column what differs: {@code address}, {@code type}, {@code null}, {@code required}, {@code
 *     default}, {@code values} or {@code bounds}
 * @param said what the text says
 * @param place where the contract has it, or should have it, as a path in the bundled document
 * @param found what the contract says
 */
public record InventoryFinding(
    int line,
    @Nullable String source,
    String address,
    String column,
    String said,
    String place,
    String found) {

  @Override
  public String toString() {
    String text = line == 0 ? "no line of the inventory" : "line %d (%s)".formatted(line, source);
    return "%s, %s: %s says %s, the contract says %s at %s"
        .formatted(address, column, text, said, found, place);
  }
}
