package dev.forecourt.runtime.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a filter compares with: one value or several, each with or without an operator before it.
 *
 * <pre>{@code
 * FilterValue.of("inventory");
 * FilterValue.all(FilterValue.of(">=|25000"), FilterValue.of("<=|250000"));
 * }</pre>
 *
 * Immutable.
 */
public final class FilterValue implements JsonValue {
  static {
    Models.add(FilterValue.class, FilterValue::read);
  }

  private final Json raw;

  private FilterValue(Json raw) {
    this.raw = raw;
  }

  /** Text, such as {@code inventory} or {@code >=|25000}. */
  public static FilterValue of(String text) {
    return new FilterValue(Json.of(text));
  }

  /** A whole number. */
  public static FilterValue of(long number) {
    return new FilterValue(Json.of(number));
  }

  /** A number with its scale kept. */
  public static FilterValue of(BigDecimal number) {
    return new FilterValue(Json.of(number));
  }

  /** Yes or no. */
  public static FilterValue of(boolean value) {
    return new FilterValue(Json.of(value));
  }

  /**
   * Text, a number, a boolean, a {@link LocalDate}, a {@link LocalDateTime} or an {@link OpenEnum}.
   * {@code 2.50} as a double is sent as {@code 2.5}, as a BigDecimal as it is; of a time the whole
   * seconds are sent. Throws {@code IllegalArgumentException} for anything else: vendors' filters
   * know no zones.
   */
  public static FilterValue from(@Nullable Object value) {
    if (value instanceof OpenEnum<?> open) {
      return from(open.value());
    }
    if (value instanceof Boolean yes) {
      return of(yes.booleanValue());
    }
    if (value instanceof Number number) {
      return ofNumber(number);
    }
    if (value instanceof String || value instanceof LocalDate || value instanceof LocalDateTime) {
      return of(WireText.of(value));
    }
    throw new IllegalArgumentException(
        "A filter cannot compare with "
            + (value == null ? "null" : "a " + value.getClass().getName())
            + ". Expected text, a number, a boolean, a LocalDate, a LocalDateTime or a value of an"
            + " enumeration.");
  }

  private static FilterValue ofNumber(Number number) {
    if (number instanceof BigDecimal decimal) {
      return of(decimal);
    }
    if (number instanceof Double || number instanceof Float) {
      if (!Double.isFinite(number.doubleValue())) {
        throw new IllegalArgumentException(
            "A filter cannot compare with " + number + ". Expected a finite number.");
      }
      BigDecimal shortest = new BigDecimal(number.toString()).stripTrailingZeros();
      return of(shortest.setScale(Math.max(0, shortest.scale())));
    }
    BigDecimal whole = new BigDecimal(number.toString());
    return whole.unscaledValue().bitLength() < Long.SIZE ? of(whole.longValueExact()) : of(whole);
  }

  /**
   * Several values, on the wire with {@code []} behind the name of the column, even if it is one.
   */
  public static FilterValue all(FilterValue... values) {
    return new FilterValue(Json.array(Arrays.stream(values).map(value -> value.raw).toList()));
  }

  /** For generated code. */
  public static @Nullable FilterValue read(JsonIn in) {
    if (in.isNull()) {
      return in.nothing("filter value");
    }
    return new FilterValue(
        in.json(
            "filter value", Json.Kind.TEXT, Json.Kind.NUMBER, Json.Kind.BOOLEAN, Json.Kind.ARRAY));
  }

  /** The value as JSON. */
  public Json raw() {
    return raw;
  }

  @Override
  public void write(JsonOut out) {
    raw.write(out);
  }

  /**
   * A single value as it is sent, before encoding. Throws {@code IllegalStateException} if several.
   */
  public String text() {
    if (raw.scalar().isEmpty()) {
      throw new IllegalStateException("This filter has several values. Ask each for its text.");
    }
    return WireText.of(raw);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FilterValue that && raw.equals(that.raw);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  /** The number of values; they may be personal data. */
  @Override
  public String toString() {
    return "[" + (raw.isArray() ? raw.elements().size() : 1) + "]";
  }
}
