package dev.forecourt.mock.autengo;

import dev.forecourt.mock.memory.Weight;
import dev.forecourt.mock.store.RowProblem;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.text.Shown;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final List<String> HIDDEN =
      List.of("makeId", "modelId", "constructionDate", "trimLine", "modelRange");

  @Override
  public Map<String, @Nullable Object> write(Vehicle vehicle) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>(vehicle.fields());
    members.put(COLUMNS, vehicle.hidden());
    return members;
  }

  /** Those of the seed are shared by all stubs. */
  @Override
  public long weight(Vehicle vehicle) {
    return vehicle.isOfSeed() ? 0 : WRITTEN_BYTES + Weight.of(vehicle.fields());
  }

  @Override
  public Vehicle read(Map<String, @Nullable Object> members) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(members);
    Map<String, @Nullable Object> hidden = hidden(fields.remove(COLUMNS));
    known(fields, Documented.vehicle().keySet(), "");
    if (!(fields.get("sellingId") instanceof String sellingId)) {
      throw new RowProblem(
          "field 'sellingId' must be a text but was " + Shown.value(fields.get("sellingId")));
    }
    Object created = fields.get("created");
    Vehicle vehicle =
        Vehicle.imported(sellingId, created == null ? null : created.toString(), fields, hidden);
    ColumnType.all().forEach((column, type) -> refuseOther(vehicle, column, type));
    return vehicle;
  }

  private static Map<String, @Nullable Object> hidden(@Nullable Object columns) {
    if (columns == null) {
      return Map.of();
    }
    if (!(columns instanceof Map<?, ?>)) {
      throw new RowProblem("field 'columns' must be an object but was " + Shown.value(columns));
    }
    @SuppressWarnings("unchecked") // JSON objects have string keys
    Map<String, @Nullable Object> hidden = (Map<String, @Nullable Object>) columns;
    known(hidden, HIDDEN, "columns.");
    return hidden;
  }

  private static void known(Map<String, ?> fields, Collection<String> names, String place) {
    for (String name : fields.keySet()) {
      if (!names.contains(name)) {
        throw RowProblem.unknown(place, name, names);
      }
    }
  }

  private static void refuseOther(Vehicle vehicle, String column, ColumnType type) {
    Object value = vehicle.value(column);
    if (value != null && type.parse(value.toString()) == null) {
      throw new RowProblem(
          "field '%s' must be %s but was %s"
              .formatted(vehicle.place(column), type.words(), Shown.value(value)));
    }
  }
}
