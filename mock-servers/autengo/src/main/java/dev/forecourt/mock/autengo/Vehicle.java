package dev.forecourt.mock.autengo;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
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

  // for a column without value: a concurrent map holds no null
  private enum Absent {
    NONE
  }

  private final String sellingId;
  private final String created;
  private final @Nullable Supplier<Map<String, @Nullable Object>> source;
  private final Map<String, @Nullable Object> hidden;
  private final Map<String, Comparable<?>> comparables = new ConcurrentHashMap<>(8);
  private final Map<String, byte[]> json = new ConcurrentHashMap<>(2);
  // worked out when first asked for: a stub that starts should not wait for 200 vehicles
  private volatile @Nullable Map<String, @Nullable Object> fields;
  private volatile @Nullable String searched;

  private Vehicle(
      String sellingId,
      @Nullable String created,
      @Nullable Supplier<Map<String, @Nullable Object>> source,
      @Nullable Map<String, @Nullable Object> fields,
      Map<String, @Nullable Object> hidden) {
    this.sellingId = sellingId;
    this.created = created == null ? "" : created;
    this.source = source;
    this.fields = fields;
    this.hidden = hidden;
  }

  /** A vehicle that is not of the seed. */
  static Vehicle imported(
      String sellingId,
      @Nullable String created,
      Map<String, @Nullable Object> fields,
      Map<String, @Nullable Object> hidden) {
    return new Vehicle(sellingId, created, null, fields, hidden);
  }

  /**
   * A vehicle of the seed with these fields, and with these columns that are no fields.
   *
   * @param created as in the fields; null if it is not known
   */
  Vehicle(
      String sellingId,
      @Nullable String created,
      Supplier<Map<String, @Nullable Object>> fields,
      Map<String, @Nullable Object> hidden) {
    this(sellingId, created, fields, null, hidden);
  }

  /** Whether it is of the seed. */
  boolean isOfSeed() {
    return source != null;
  }

  String sellingId() {
    return sellingId;
  }

  /** Time at which it was added, as text that sorts like the time; empty if it is not known. */
  String created() {
    return created;
  }

  /** What answers show, in order; keys instead of texts. */
  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> known = fields;
    if (known == null && source != null) {
      // two threads may both work it out: with the same result
      known = source.get();
      fields = known;
    }
    return Objects.requireNonNull(known);
  }

  /** Columns that are no fields. */
  Map<String, @Nullable Object> hidden() {
    return hidden;
  }

  /** The value of a field or column, or null. */
  @Nullable Object value(String name) {
    String field = field(name);
    return fields().containsKey(field) ? fields().get(field) : hidden.get(field);
  }

  private static String field(String name) {
    return name.equals("price") ? "dealerPrice" : name;
  }

  /** Where a row has the value of a column. */
  String place(String column) {
    String field = field(column);
    return fields().containsKey(field) ? field : "columns." + field;
  }

  /** What a column is compared by, or null. */
  @Nullable Comparable<?> comparable(String column) {
    Comparable<?> comparable = comparables.computeIfAbsent(column, this::read);
    return comparable == Absent.NONE ? null : comparable;
  }

  private Comparable<?> read(String column) {
    Object value = value(column);
    Comparable<?> read = value == null ? null : ColumnType.of(column).parse(value.toString());
    return read == null ? Absent.NONE : read;
  }

  /** The text that a free search looks into, in lower case. */
  String searched() {
    String known = searched;
    if (known == null) {
      known =
          Stream.of(SEARCHED)
              .map(this::value)
              .filter(Objects::nonNull)
              .map(value -> value.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" "));
      searched = known;
    }
    return known;
  }

  /** Its JSON in a language; written once. */
  byte[] json(String language, Function<Vehicle, byte[]> writer) {
    return json.computeIfAbsent(language, each -> writer.apply(this));
  }
}
