package dev.forecourt.autengo;

import dev.forecourt.autengo.model.Column;
import dev.forecourt.autengo.model.VehicleFilter;
import dev.forecourt.runtime.json.FilterValue;
import dev.forecourt.runtime.json.VendorJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One group of conditions, {@code and} or {@code or}: for each column, in the order in which they
 * were first named, what it is compared with.
 */
final class Conditions {
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private final Map<Column, List<FilterValue>> parts = new HashMap<>();
  private final Map<Column, FilterValue> values = new LinkedHashMap<>();

  /** Adds a condition; the second one on a column makes an array of both. */
  void add(Column column, FilterValue value) {
    List<FilterValue> known = parts.computeIfAbsent(column, unused -> new ArrayList<>());
    known.add(value);
    values.put(column, known.size() == 1 ? value : array(known));
  }

  /** Adds conditions as an array, even if it is one. */
  void addArray(Column column, List<FilterValue> several) {
    List<FilterValue> known = parts.computeIfAbsent(column, unused -> new ArrayList<>());
    known.addAll(several);
    values.put(column, array(known));
  }

  /** Null if there is no condition. */
  @Nullable Column firstColumn() {
    return values.isEmpty() ? null : values.keySet().iterator().next();
  }

  /** Null if there is no condition. */
  @Nullable VehicleFilter filter() {
    if (values.isEmpty()) {
      return null;
    }
    // by JSON, as a column of the caller's own has no method; it keeps the order of the columns
    Map<String, FilterValue> members = new LinkedHashMap<>();
    values.forEach((column, value) -> members.put(whole(column.value()), value));
    return VendorJson.read(VendorJson.write(members), VehicleFilter.class);
  }

  /** Jackson reads no name that holds half a character; on the wire it is U+FFFD in any case. */
  private static String whole(String name) {
    return HALF.matcher(name).replaceAll("\uFFFD");
  }

  private static FilterValue array(List<FilterValue> values) {
    return FilterValue.all(values.toArray(FilterValue[]::new));
  }
}
