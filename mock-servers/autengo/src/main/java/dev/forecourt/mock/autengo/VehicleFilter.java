package dev.forecourt.mock.autengo;

import dev.forecourt.mock.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a list of vehicles was asked for: the search, every comparison under {@code and}, and at
 * least one of those under {@code or}.
 */
final class VehicleFilter implements Predicate<Vehicle> {

  private final String search;
  private final List<Comparison> every;
  private final List<Comparison> any;

  private VehicleFilter(String search, List<Comparison> every, List<Comparison> any) {
    this.search = search;
    this.every = every;
    this.any = any;
  }

  /**
   * The filter of a request; null when every vehicle passes. Throws a {@link Refusal} with status
   * 400 that names each value a column cannot be compared with.
   */
  static @Nullable VehicleFilter of(AutengoApi.ListVehiclesRequest request) {
    List<String> problems = new ArrayList<>();
    List<Comparison> every = comparisons("and", request.and(), problems);
    List<Comparison> any = comparisons("or", request.or(), problems);
    if (!problems.isEmpty()) {
      throw new Refusal(400, String.join("; ", problems));
    }
    String search = request.search() == null ? "" : request.search().toLowerCase(Locale.ROOT);
    return search.isEmpty() && every.isEmpty() && any.isEmpty()
        ? null
        : new VehicleFilter(search, every, any);
  }

  @Override
  public boolean test(Vehicle vehicle) {
    for (Comparison each : every) {
      if (!each.accepts(vehicle)) {
        return false;
      }
    }
    return (any.isEmpty() || meetsOne(vehicle)) && vehicle.searched().contains(search);
  }

  private boolean meetsOne(Vehicle vehicle) {
    for (Comparison each : any) {
      if (each.accepts(vehicle)) {
        return true;
      }
    }
    return false;
  }

  private static List<Comparison> comparisons(
      String group, @Nullable Map<String, @Nullable Object> filter, List<String> problems) {
    List<Comparison> comparisons = new ArrayList<>();
    if (filter != null) {
      filter.forEach(
          (column, value) -> {
            for (Object each : value instanceof List<?> several ? several : List.of(text(value))) {
              Comparison read = Comparison.read(group, Column.of(column), text(each), problems);
              if (read != null) {
                comparisons.add(read);
              }
            }
          });
    }
    return comparisons;
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }
}
