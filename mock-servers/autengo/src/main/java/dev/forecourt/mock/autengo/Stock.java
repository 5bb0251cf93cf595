package dev.forecourt.mock.autengo;

import dev.forecourt.mock.json.JsonWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The vehicles, in every order they can be asked for. Safe for use by many threads. */
final class Stock {

  /** The newest first; by id where two were added in the same second. */
  private static final Comparator<Vehicle> NEWEST_FIRST =
      Comparator.comparing(Vehicle::created).reversed().thenComparing(Vehicle::sellingId);

  private final Texts texts = new Texts();
  private final Map<String, Vehicle> byId = new HashMap<>();
  private final List<Vehicle> newestFirst;
  private final Map<String, List<Vehicle>> ordered = new ConcurrentHashMap<>();

  Stock(List<Vehicle> vehicles) {
    vehicles.forEach(each -> byId.put(each.sellingId(), each));
    newestFirst = vehicles.stream().sorted(NEWEST_FIRST).toList();
  }

  @Nullable Vehicle find(String sellingId) {
    return byId.get(sellingId);
  }

  /** All vehicles, newest first. */
  List<Vehicle> all() {
    return newestFirst;
  }

  /** All vehicles by a column. Those without a value come last, whatever the direction. */
  List<Vehicle> by(String column, boolean descending) {
    return ordered.computeIfAbsent(column + descending, key -> sort(column, descending));
  }

  private List<Vehicle> sort(String column, boolean descending) {
    Comparator<Vehicle> values =
        (one, other) -> descending ? compare(column, other, one) : compare(column, one, other);
    Comparator<Vehicle> order =
        Comparator.comparingInt(each -> each.comparable(column) == null ? 1 : 0);
    return newestFirst.stream().sorted(order.thenComparing(values)).toList();
  }

  private static int compare(String column, Vehicle one, Vehicle other) {
    Comparable<?> first = one.comparable(column);
    Comparable<?> second = other.comparable(column);
    return first == null || second == null ? 0 : Comparison.compare(first, second);
  }

  /** Writes a stretch of a list, with the number of all vehicles that pass the filter. */
  byte[] page(
      List<Vehicle> list,
      @Nullable Predicate<Vehicle> filter,
      long offset,
      long limit,
      String language) {
    List<Vehicle> matching = filter == null ? list : list.stream().filter(filter).toList();
    int start = (int) Math.min(offset, matching.size());
    int end = (int) Math.min(start + limit, matching.size());
    return JsonWriter.object(
        out -> {
          out.field("total", matching.size()).field("limit", limit).field("offset", offset);
          out.array("list", matching.subList(start, end), each -> out.raw(json(each, language)));
        });
  }

  /** A vehicle as answers show it. */
  byte[] json(Vehicle vehicle, String language) {
    return vehicle.json(
        language,
        each ->
            JsonWriter.object(
                out ->
                    each.fields()
                        .forEach(
                            (name, value) -> texts.write(name, value, language, out.name(name)))));
  }

  /** Names by id, in the order of the names. */
  List<Map.Entry<Long, String>> names(String id, String name, Predicate<Vehicle> filter) {
    Map<Long, String> names = new HashMap<>();
    newestFirst.stream()
        .filter(filter)
        .filter(each -> each.value(id) instanceof Long)
        .forEach(each -> names.put((Long) each.value(id), String.valueOf(each.value(name))));
    return names.entrySet().stream()
        .sorted(
            Map.Entry.<Long, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /** Writes the values of a field that occur, smallest first. */
  void writeValues(String field, String language, JsonWriter out) {
    Map<Comparable<?>, Object> values = new TreeMap<>(Comparison::compare);
    for (Vehicle each : newestFirst) {
      Comparable<?> comparable = each.comparable(field);
      Object value = each.value(field);
      if (comparable != null && value != null) {
        values.put(comparable, value);
      }
    }
    out.name(field).startArray();
    new ArrayList<>(values.values()).forEach(each -> texts.write(field, each, language, out));
    out.endArray();
  }
}
