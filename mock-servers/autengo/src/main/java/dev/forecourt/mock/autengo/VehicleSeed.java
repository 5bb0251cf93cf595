package dev.forecourt.mock.autengo;

import dev.forecourt.mock.store.SeedRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stock at the start: the two vehicles of the documentation, and those of the seed files. */
final class VehicleSeed {

  private final Map<String, Row> models = new HashMap<>();

  VehicleSeed() {
    for (String[] row : SeedRows.of(VehicleSeed.class, "autengo/models.psv")) {
      models.put(row[0], new Row(row));
    }
  }

  List<Vehicle> vehicles() {
    List<Vehicle> vehicles = new ArrayList<>();
    vehicles.add(
        documented(Documented.vehicle(), hidden(191L, 3901L, "2007-04-16", "GTI", "Focus")));
    vehicles.add(
        documented(Documented.sparseVehicle(), hidden(123L, 3120L, null, null, "3er Touring")));
    for (String[] row : SeedRows.of(VehicleSeed.class, "autengo/vehicles.psv")) {
      Row model = models.get(row[2]);
      if (model == null) {
        throw new IllegalStateException("vehicles.psv names a model that is not there: " + row[2]);
      }
      vehicles.add(vehicle(vehicles.size(), new Row(row), model));
    }
    return vehicles;
  }

  private static Vehicle documented(
      Map<String, @Nullable Object> fields, Map<String, @Nullable Object> hidden) {
    String created = String.valueOf(fields.get("created"));
    return new Vehicle(String.valueOf(fields.get("sellingId")), created, () -> fields, hidden);
  }

  private static Vehicle vehicle(int number, Row stock, Row model) {
    return new Vehicle(
        String.valueOf(stock.text(0)),
        stock.text(22),
        () -> new VehicleFields(number, stock, model).all(),
        hidden(model.number(1), model.number(3), stock.text(6), model.text(7), model.text(6)));
  }

  private static Map<String, @Nullable Object> hidden(
      @Nullable Object makeId,
      @Nullable Object modelId,
      @Nullable String constructionDate,
      @Nullable String trimLine,
      @Nullable String modelRange) {
    Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
    hidden.put("makeId", makeId);
    hidden.put("modelId", modelId);
    hidden.put("constructionDate", constructionDate);
    hidden.put("trimLine", trimLine);
    hidden.put("modelRange", modelRange);
    return hidden;
  }

  /** A line of a seed file; an empty cell is no value. */
  record Row(String[] cells) {

    @Nullable String text(int cell) {
      return cells[cell].isEmpty() ? null : cells[cell];
    }

    /** A whole number where it is one, so that no {@code .0} is written. */
    @Nullable Object number(int cell) {
      String text = cells[cell];
      if (text.isEmpty()) {
        return null;
      }
      return text.contains(".") ? (Object) new BigDecimal(text) : (Object) Long.valueOf(text);
    }

    boolean flag(int cell) {
      return cells[cell].equals("1");
    }
  }
}
