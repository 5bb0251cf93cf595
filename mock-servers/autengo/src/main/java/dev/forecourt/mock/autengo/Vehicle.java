package dev.forecourt.mock.autengo;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle of the stock; it never changes, because no operation changes one. Those of the seed are
 * shared by all stubs of a JVM, so it is safe for use by many threads.
 */
final class Vehicle {

  /** Columns by which it is filtered and ordered and which no answer shows. */
  record Columns(
      @Nullable Long makeId,
      @Nullable Long modelId,
      @Nullable String constructionDate,
      @Nullable String trimLine,
      @Nullable String modelRange) {

    static final Columns NONE = new Columns(null, null, null, null, null);
  }

  // for a column without value: a concurrent map holds no null
  private enum Absent {
    NONE
  }

  private final VehicleJson shown;
  private final Columns columns;
  private final boolean ofSeed;
  private final Map<String, Comparable<?>> comparables = new ConcurrentHashMap<>(8);
  private final Map<String, byte[]> json = new ConcurrentHashMap<>(2);
  private volatile @Nullable String searched;

  /**
   * A vehicle with what answers show of it, keys instead of texts: those depend on the language of
   * a request.
   */
  Vehicle(VehicleJson shown, Columns columns, boolean ofSeed) {
    this.shown = shown;
    this.columns = columns;
    this.ofSeed = ofSeed;
  }

  VehicleJson shown() {
    return shown;
  }

  Columns columns() {
    return columns;
  }

  boolean isOfSeed() {
    return ofSeed;
  }

  String sellingId() {
    return Objects.requireNonNull(shown.sellingId());
  }

  /** Time at which it was added, as text that sorts like the time; empty if it is not known. */
  String created() {
    return Objects.requireNonNullElse(shown.created(), "");
  }

  /** What a column is compared by, or null. */
  @Nullable Comparable<?> comparable(Column column) {
    Comparable<?> comparable =
        comparables.computeIfAbsent(
            column.name(),
            name -> Objects.requireNonNullElse(column.comparable(this), Absent.NONE));
    return comparable == Absent.NONE ? null : comparable;
  }

  /** The text that a free search looks into, in lower case. */
  String searched() {
    String known = searched;
    if (known == null) {
      known =
          Stream.of(
                  shown.makeName(),
                  shown.modelName(),
                  shown.modelVersion(),
                  columns.trimLine(),
                  columns.modelRange(),
                  shown.sellingId(),
                  shown.internalId(),
                  shown.vin(),
                  shown.manufacturerColorName(),
                  shown.description())
              .filter(Objects::nonNull)
              .map(value -> value.toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" "));
      searched = known;
    }
    return known;
  }

  /** Its JSON in a language; written once. */
  byte[] json(String language, Function<VehicleJson, byte[]> writer) {
    return json.computeIfAbsent(language, each -> writer.apply(shown));
  }
}
