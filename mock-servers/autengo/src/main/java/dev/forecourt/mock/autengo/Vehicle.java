package dev.forecourt.mock.autengo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle of the stock; it never changes, because no operation changes one.
 *
 * <p>It has fields, which answers show, and columns, by which it is filtered and ordered: most
 * columns are fields, {@code price} is the field {@code dealerPrice}, five are no field at all.
 */
final class Vehicle {

  private static final String[] SEARCHED = {
    "makeName",
    "modelName",
    "modelVersion",
    "trimLine",
    "modelRange",
    "sellingId",
    "internalId",
    "vin",
    "manufacturerColorName",
    "description"
  };

  private final Map<String, @Nullable Object> fields;
  private final Map<String, @Nullable Object> hidden;
  private final Map<String, Comparable<?>> comparables = new HashMap<>();
  private final String searched;
  private final Map<String, byte[]> json = new ConcurrentHashMap<>(2);

  /** A vehicle with these fields, and with these columns that are no fields. */
  Vehicle(Map<String, @Nullable Object> fields, Map<String, @Nullable Object> hidden) {
    this.fields = fields;
    this.hidden = hidden;
    ColumnType.all().forEach(this::remember);
    searched =
        Stream.of(SEARCHED)
            .map(this::value)
            .filter(Objects::nonNull)
            .map(value -> value.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
  }

  private void remember(String column, ColumnType type) {
    Object value = value(column);
    Comparable<?> comparable = value == null ? null : type.parse(value.toString());
    if (comparable != null) {
      comparables.put(column, comparable);
    }
  }

  String sellingId() {
    return String.valueOf(fields.get("sellingId"));
  }

  /** What answers show, in order; keys instead of texts. */
  Map<String, @Nullable Object> fields() {
    return fields;
  }

  /** Columns that are no fields. */
  Map<String, @Nullable Object> hidden() {
    return hidden;
  }

  /** The value of a field or column, or null. */
  @Nullable Object value(String name) {
    String field = name.equals("price") ? "dealerPrice" : name;
    return fields.containsKey(field) ? fields.get(field) : hidden.get(field);
  }

  /** What a column is compared by, or null. */
  @Nullable Comparable<?> comparable(String column) {
    return comparables.get(column);
  }

  /** The text that a free search looks into, in lower case. */
  String searched() {
    return searched;
  }

  /** Its JSON in a language; written once. */
  byte[] json(String language, Function<Vehicle, byte[]> writer) {
    return json.computeIfAbsent(language, each -> writer.apply(this));
  }
}
