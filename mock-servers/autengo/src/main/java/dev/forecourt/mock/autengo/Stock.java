package dev.forecourt.mock.autengo;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The vehicles, in every order they can be asked for. Whoever asks holds the state's monitor. */
final class Stock {

  /** The newest first; by id where two were added in the same second. */
  private static final Comparator<Vehicle> NEWEST_FIRST =
      Comparator.comparing(Vehicle::created).reversed().thenComparing(Vehicle::sellingId);

  private final List<Vehicle> newestFirst;
  private final Map<String, List<Vehicle>> ordered = new HashMap<>();

  Stock(Collection<Vehicle> vehicles) {
    newestFirst = vehicles.stream().sorted(NEWEST_FIRST).toList();
  }

  /** All vehicles that pass a filter, newest first; null filter: all. */
  List<Vehicle> all(@Nullable Predicate<Vehicle> filter) {
    return filtered(newestFirst, filter);
  }

  /** The same by a column. Those without a value come last, whatever the direction. */
  List<Vehicle> by(Column column, boolean descending, @Nullable Predicate<Vehicle> filter) {
    return filtered(
        ordered.computeIfAbsent(column.name() + descending, key -> sort(column, descending)),
        filter);
  }

  private static List<Vehicle> filtered(List<Vehicle> list, @Nullable Predicate<Vehicle> filter) {
    return filter == null ? list : list.stream().filter(filter).toList();
  }

  private List<Vehicle> sort(Column column, boolean descending) {
    Comparator<Vehicle> values =
        (one, other) -> descending ? compare(column, other, one) : compare(column, one, other);
    Comparator<Vehicle> order =
        Comparator.comparingInt(each -> each.comparable(column) == null ? 1 : 0);
    return newestFirst.stream().sorted(order.thenComparing(values)).toList();
  }

  private static int compare(Column column, Vehicle one, Vehicle other) {
    Comparable<?> first = one.comparable(column);
    Comparable<?> second = other.comparable(column);
    return first == null || second == null ? 0 : Comparison.compare(first, second);
  }

  /** Makes by their ids, in the order of their names. */
  List<Map.Entry<Long, String>> makes() {
    Map<Long, String> names = new HashMap<>();
    for (Vehicle each : newestFirst) {
      note(each.columns().makeId(), each.shown().makeName(), names);
    }
    return byName(names);
  }

  /** The models of a make likewise. */
  List<Map.Entry<Long, String>> models(long makeId) {
    Map<Long, String> names = new HashMap<>();
    for (Vehicle each : newestFirst) {
      if (Long.valueOf(makeId).equals(each.columns().makeId())) {
        note(each.columns().modelId(), each.shown().modelName(), names);
      }
    }
    return byName(names);
  }

  private static void note(@Nullable Long id, @Nullable String name, Map<Long, String> names) {
    if (id != null) {
      names.put(id, String.valueOf(name));
    }
  }

  private static List<Map.Entry<Long, String>> byName(Map<Long, String> names) {
    return names.entrySet().stream()
        .sorted(
            Map.Entry.<Long, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /** The values of a column that occur, smallest first. */
  Collection<Object> values(Column column) {
    Map<Comparable<?>, Object> values = new TreeMap<>(Comparison::compare);
    for (Vehicle each : newestFirst) {
      Comparable<?> comparable = each.comparable(column);
      Object value = column.value(each);
      if (comparable != null && value != null) {
        values.put(comparable, value);
      }
    }
    return values.values();
  }
}
