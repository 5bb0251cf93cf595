package dev.forecourt.mock.autengo;

import dev.forecourt.mock.memory.Weight;
import dev.forecourt.mock.store.RowProblem;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.text.Shown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles with the fields that answers show, keys instead of {@code {key, text}}, and with {@code
 * columns}: those by which vehicles are filtered and ordered and which no answer shows.
 */
final class VehicleRows implements RowType<Vehicle> {

  // its columns as they are compared, and its JSON in two languages
  private static final int WRITTEN_BYTES = 6000;

  private static final String COLUMNS = "columns";

  private final RowType<VehicleJson> fields = RowType.of(VehicleJson.class);
  private final RowType<Hidden> hidden = RowType.of(Hidden.class);

  private record Hidden(Vehicle.@Nullable Columns columns) {}

  @Override
  public Map<String, @Nullable Object> write(Vehicle vehicle) {
    Map<String, @Nullable Object> members = fields.write(vehicle.shown());
    members.putAll(hidden.write(new Hidden(vehicle.columns())));
    return members;
  }

  /** Those of the seed are shared by all stubs. */
  @Override
  public long weight(Vehicle vehicle) {
    return vehicle.isOfSeed() ? 0 : WRITTEN_BYTES + Weight.of(vehicle.shown());
  }

  @Override
  public Vehicle read(Map<String, @Nullable Object> members) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>(members);
    Map<String, @Nullable Object> beside = new HashMap<>();
    beside.put(COLUMNS, shown.remove(COLUMNS));
    Vehicle.Columns columns = hidden.read(beside).columns();
    if (!(shown.get("sellingId") instanceof String)) {
      throw new RowProblem(
          "field 'sellingId' must be a text but was " + Shown.value(shown.get("sellingId")));
    }
    Vehicle vehicle =
        new Vehicle(fields.read(shown), columns == null ? Vehicle.Columns.NONE : columns, false);
    Column.all().forEach(column -> refuseOther(vehicle, column));
    return vehicle;
  }

  private static void refuseOther(Vehicle vehicle, Column column) {
    Object value = column.value(vehicle);
    if (value != null && column.comparable(vehicle) == null) {
      throw new RowProblem(
          "field '%s' must be %s but was %s"
              .formatted(column.place(), column.type().words(), Shown.value(value)));
    }
  }
}
