package dev.forecourt.mock.autengo;

import static dev.forecourt.mock.autengo.ColumnType.DAY;
import static dev.forecourt.mock.autengo.ColumnType.NUMBER;
import static dev.forecourt.mock.autengo.ColumnType.TEXT;

import dev.forecourt.mock.store.SeedRows;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column by which vehicles are filtered and ordered: most are fields, {@code price} is the field
 * {@code dealerPrice}, five are no field at all.
 *
 * @param place where a row of the state has its value
 */
record Column(
    String name, String place, ColumnType type, Function<Vehicle, @Nullable Object> valueOf) {

  private static final Map<String, Column> BY_NAME = new LinkedHashMap<>();

  static {
    hidden("makeId", NUMBER, Vehicle.Columns::makeId);
    hidden("modelId", NUMBER, Vehicle.Columns::modelId);
    hidden("constructionDate", DAY, Vehicle.Columns::constructionDate);
    hidden("trimLine", TEXT, Vehicle.Columns::trimLine);
    hidden("modelRange", TEXT, Vehicle.Columns::modelRange);
    add("price", "dealerPrice", NUMBER, vehicle -> vehicle.shown().dealerPrice());
    for (String[] row : SeedRows.of(Column.class, "autengo/columns.psv")) {
      add(row[0], row[0], ColumnType.valueOf(row[1]), vehicle -> vehicle.shown().get(row[0]));
    }
  }

  /** The column of a name that has passed the contract's check. */
  static Column of(String name) {
    Column column = BY_NAME.get(name);
    if (column == null) {
      throw new IllegalArgumentException("There is no column " + name);
    }
    return column;
  }

  /** All columns of the contract. */
  static Collection<Column> all() {
    return BY_NAME.values();
  }

  /** The value of a vehicle, or null. */
  @Nullable Object value(Vehicle vehicle) {
    return valueOf.apply(vehicle);
  }

  /** What a vehicle is compared by, or null. */
  @Nullable Comparable<?> comparable(Vehicle vehicle) {
    Object value = value(vehicle);
    return value == null ? null : type.parse(value.toString());
  }

  private static void hidden(
      String name, ColumnType type, Function<Vehicle.Columns, @Nullable Object> valueOf) {
    add(name, "columns." + name, type, vehicle -> valueOf.apply(vehicle.columns()));
  }

  private static void add(
      String name, String place, ColumnType type, Function<Vehicle, @Nullable Object> valueOf) {
    BY_NAME.put(name, new Column(name, place, type, valueOf));
  }
}
