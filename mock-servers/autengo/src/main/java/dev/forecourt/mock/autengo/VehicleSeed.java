package dev.forecourt.mock.autengo;

import dev.forecourt.mock.store.SeedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stock at the start: the two vehicles of the documentation, and those of the seed files. */
final class VehicleSeed {

  /** The same vehicles for all stubs of a JVM, since none changes: each takes some kilobytes. */
  private static final class Shared {
    private static final List<Vehicle> VEHICLES = new VehicleSeed().vehicles();
  }

  private final Map<@Nullable Object, Map<String, @Nullable Object>> models = new HashMap<>();

  private VehicleSeed() {
    for (Map<String, @Nullable Object> model :
        SeedRows.objects(VehicleSeed.class, "autengo/models.psv")) {
      models.put(model.remove("key"), model);
    }
  }

  /** All of them; read when they are first asked for. */
  static List<Vehicle> all() {
    return Shared.VEHICLES;
  }

  private List<Vehicle> vehicles() {
    List<Vehicle> vehicles = new ArrayList<>();
    // AIQWXW, with every field
    vehicles.add(
        documented("documented", new Vehicle.Columns(191L, 3901L, "2007-04-16", "GTI", "Focus")));
    // RQ5O9S, the vehicle of the documented lead: many fields are null or missing
    vehicles.add(
        documented("plainValues", new Vehicle.Columns(123L, 3120L, null, null, "3er Touring")));
    for (Map<String, @Nullable Object> stock :
        SeedRows.objects(VehicleSeed.class, "autengo/vehicles.psv")) {
      Object key = stock.remove("model");
      Map<String, @Nullable Object> model =
          Objects.requireNonNull(models.get(key), () -> "models.psv has no model " + key);
      vehicles.add(vehicle(stock, model));
    }
    return vehicles;
  }

  private static Vehicle documented(String example, Vehicle.Columns columns) {
    Map<String, @Nullable Object> fields =
        AutengoOperations.GET_VEHICLE.example(example).object("vehicle");
    fields.replaceAll((name, value) -> value instanceof Map<?, ?> pair ? pair.get("key") : value);
    return new Vehicle(VehicleJson.of(fields), columns, true);
  }

  private static Vehicle vehicle(
      Map<String, @Nullable Object> stock, Map<String, @Nullable Object> model) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(model);
    fields.putAll(stock);
    Vehicle.Columns columns =
        new Vehicle.Columns(
            (Long) fields.remove("makeId"),
            (Long) fields.remove("modelId"),
            (String) fields.remove("constructionDate"),
            (String) fields.remove("trimLine"),
            (String) fields.remove("modelRange"));
    // the vendor declares arrays and does not say of what
    for (String unknown : List.of("equipment", "damages", "documents", "ads")) {
      fields.put(unknown, List.of());
    }
    return new Vehicle(VehicleJson.of(fields), columns, true);
  }
}
