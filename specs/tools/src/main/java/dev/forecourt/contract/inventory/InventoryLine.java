package dev.forecourt.contract.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of an inventory. What a column does not say is null or empty and never compared.
 *
 * @param number line number in the file
 * @param address where the vendor has it, such as {@code GET /api/local query page}
 * @param type what it may hold
 * @param required whether it has to be there
 * @param standard the literal that counts when nothing is sent; {@code none} if there is none
 * @param values all documented values; empty if the text says that they are not limited
 * @param bounds limits by name, such as {@code max} and {@code 100}
 * @param source file and line of the vendor's text
 */
record InventoryLine(
    int number,
    String address,
    FieldType type,
    @Nullable Boolean required,
    @Nullable String standard,
    @Nullable Set<String> values,
    Map<String, String> bounds,
    String source) {

  static final String UNSAID = "-";
  static final String NONE = "none";
  private static final int COLUMNS = 7;
  private static final Map<String, Boolean> REQUIRED = Map.of("yes", true, "no", false);

  /** Throws {@link IllegalArgumentException} that says what is wrong with the line. */
  static InventoryLine parse(int number, String text) {
    String[] cells = text.split(" \\| ", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "%d columns instead of %d: %s".formatted(cells.length, COLUMNS, text));
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].strip();
      if (cells[i].isEmpty()) {
        throw new IllegalArgumentException("column %d is empty; write -".formatted(i + 1));
      }
    }
    if (!REQUIRED.containsKey(cells[2]) && !cells[2].equals(UNSAID)) {
      throw new IllegalArgumentException("required is yes, no or -, not '" + cells[2] + "'");
    }
    return new InventoryLine(
        number,
        cells[0],
        FieldType.parse(cells[1]),
        REQUIRED.get(cells[2]),
        cells[3].equals(UNSAID) ? null : cells[3],
        values(cells[4]),
        bounds(cells[5]),
        cells[6]);
  }

  private static @Nullable Set<String> values(String cell) {
    if (cell.equals(UNSAID)) {
      return null;
    }
    Set<String> values = new LinkedHashSet<>();
    if (!cell.equals(NONE)) {
      Collections.addAll(values, cell.split(", *"));
    }
    return values;
  }

  private static Map<String, String> bounds(String cell) {
    Map<String, String> bounds = new LinkedHashMap<>();
    if (!cell.equals(UNSAID)) {
      for (String bound : cell.split(", *")) {
        int space = bound.indexOf(' ');
        if (space < 0) {
          throw new IllegalArgumentException("a bound is a word and a limit, not '" + bound + "'");
        }
        Bounds.keyword(bound.substring(0, space));
        bounds.put(bound.substring(0, space), bound.substring(space + 1));
      }
    }
    return bounds;
  }

  /** The items of this array: their type and values, the rest unsaid. */
  InventoryLine items(FieldType itemType) {
    return new InventoryLine(
        number, address + Fact.ITEMS, itemType, null, null, values, Map.of(), source);
  }

  /** This line without its values, which are those of the items. */
  InventoryLine withoutValues() {
    return new InventoryLine(number, address, type, required, standard, null, bounds, source);
  }
}
