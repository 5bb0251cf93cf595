package dev.forecourt.autengo;

import dev.forecourt.autengo.model.Column;
import dev.forecourt.runtime.json.FilterValue;
import dev.forecourt.runtime.json.OpenEnum;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a {@link VehicleQuery} can be compared with. Each method adds one condition and
 * leads back to the query.
 *
 * <p>Times are sent in whole seconds and without a zone. Text that holds a bar is sent behind
 * {@code =|}, so it is never taken for an operator. Null is refused: Autengo has no operator for
 * it.
 */
public abstract sealed class VehicleComparison permits VehicleCondition, VehicleAlternative {
  final VehicleQuery.Builder query;
  final Column column;

  VehicleComparison(VehicleQuery.Builder query, Column column) {
    this.query = query;
    this.column = column;
  }

  abstract VehicleQuery.Builder add(FilterValue value);

  abstract VehicleQuery.Builder addOneOf(List<FilterValue> values);

  /** The column equals this text. */
  public VehicleQuery.Builder is(String text) {
    return compare(Operator.EQUAL, text);
  }

  /** The column equals this number. */
  public VehicleQuery.Builder is(Number number) {
    return compare(Operator.EQUAL, number);
  }

  /** The column says yes, or no. */
  public VehicleQuery.Builder is(boolean yes) {
    return compare(Operator.EQUAL, yes);
  }

  /** The column equals this day. */
  public VehicleQuery.Builder is(LocalDate day) {
    return compare(Operator.EQUAL, day);
  }

  /** The column equals this time. */
  public VehicleQuery.Builder is(LocalDateTime time) {
    return compare(Operator.EQUAL, time);
  }

  /** The column equals this key, such as {@code FuelType.DIESEL}. */
  public VehicleQuery.Builder is(OpenEnum<?> key) {
    return compare(Operator.EQUAL, key);
  }

  /** The column equals anything but this text. */
  public VehicleQuery.Builder not(String text) {
    return compare(Operator.NOT_EQUAL, text);
  }

  /** The column equals anything but this number. */
  public VehicleQuery.Builder not(Number number) {
    return compare(Operator.NOT_EQUAL, number);
  }

  /** The column does not say yes, or does not say no. */
  public VehicleQuery.Builder not(boolean yes) {
    return compare(Operator.NOT_EQUAL, yes);
  }

  /** The column equals anything but this day. */
  public VehicleQuery.Builder not(LocalDate day) {
    return compare(Operator.NOT_EQUAL, day);
  }

  /** The column equals anything but this time. */
  public VehicleQuery.Builder not(LocalDateTime time) {
    return compare(Operator.NOT_EQUAL, time);
  }

  /** The column equals anything but this key, such as {@code FuelType.DIESEL}. */
  public VehicleQuery.Builder not(OpenEnum<?> key) {
    return compare(Operator.NOT_EQUAL, key);
  }

  /** The column is below this number. */
  public VehicleQuery.Builder lessThan(Number number) {
    return compare(Operator.LESS, number);
  }

  /** The column is before this day. */
  public VehicleQuery.Builder lessThan(LocalDate day) {
    return compare(Operator.LESS, day);
  }

  /** The column is before this time. */
  public VehicleQuery.Builder lessThan(LocalDateTime time) {
    return compare(Operator.LESS, time);
  }

  /** The column is below this text, in the vendor's order of texts. */
  public VehicleQuery.Builder lessThan(String text) {
    return compare(Operator.LESS, text);
  }

  /** The column is this number or below. */
  public VehicleQuery.Builder atMost(Number number) {
    return compare(Operator.AT_MOST, number);
  }

  /** The column is this day or before. */
  public VehicleQuery.Builder atMost(LocalDate day) {
    return compare(Operator.AT_MOST, day);
  }

  /** The column is this time or before. */
  public VehicleQuery.Builder atMost(LocalDateTime time) {
    return compare(Operator.AT_MOST, time);
  }

  /** The column is this text or below, in the vendor's order of texts. */
  public VehicleQuery.Builder atMost(String text) {
    return compare(Operator.AT_MOST, text);
  }

  /** The column is above this number. */
  public VehicleQuery.Builder greaterThan(Number number) {
    return compare(Operator.GREATER, number);
  }

  /** The column is after this day. */
  public VehicleQuery.Builder greaterThan(LocalDate day) {
    return compare(Operator.GREATER, day);
  }

  /** The column is after this time. */
  public VehicleQuery.Builder greaterThan(LocalDateTime time) {
    return compare(Operator.GREATER, time);
  }

  /** The column is above this text, in the vendor's order of texts. */
  public VehicleQuery.Builder greaterThan(String text) {
    return compare(Operator.GREATER, text);
  }

  /** The column is this number or above. */
  public VehicleQuery.Builder atLeast(Number number) {
    return compare(Operator.AT_LEAST, number);
  }

  /** The column is this day or after. */
  public VehicleQuery.Builder atLeast(LocalDate day) {
    return compare(Operator.AT_LEAST, day);
  }

  /** The column is this time or after. */
  public VehicleQuery.Builder atLeast(LocalDateTime time) {
    return compare(Operator.AT_LEAST, time);
  }

  /** The column is this text or above, in the vendor's order of texts. */
  public VehicleQuery.Builder atLeast(String text) {
    return compare(Operator.AT_LEAST, text);
  }

  /** The column equals one of these texts. See {@link #isOneOf(Collection)}. */
  public VehicleQuery.Builder isOneOf(String... texts) {
    return isOneOf(Arrays.asList(texts));
  }

  /** The column equals one of these numbers. See {@link #isOneOf(Collection)}. */
  public VehicleQuery.Builder isOneOf(Number... numbers) {
    return isOneOf(Arrays.asList(numbers));
  }

  /** The column equals one of these days. See {@link #isOneOf(Collection)}. */
  public VehicleQuery.Builder isOneOf(LocalDate... days) {
    return isOneOf(Arrays.asList(days));
  }

  /** The column equals one of these keys. See {@link #isOneOf(Collection)}. */
  public VehicleQuery.Builder isOneOf(OpenEnum<?>... keys) {
    return isOneOf(Arrays.asList(keys));
  }

  /**
   * The column equals one of these: texts, numbers, booleans, days, times or keys. Throws {@code
   * IllegalArgumentException} if there is none.
   *
   * <p>Sent in the group {@code or}: there an array means alternatives, while under {@code and}, as
   * in a range, all of its values must hold. Autengo has one such group: see {@link
   * VehicleQuery.Builder#where}.
   */
  public VehicleQuery.Builder isOneOf(Collection<?> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(
          "VehicleQuery: isOneOf on '%s' has no values, and Autengo would not see it. Give at least one, or leave it out."
              .formatted(column));
    }
    return addOneOf(values.stream().map(value -> Operator.EQUAL.on(read(value))).toList());
  }

  private VehicleQuery.Builder compare(Operator operator, @Nullable Object value) {
    return add(operator.on(read(value)));
  }

  final FilterValue read(@Nullable Object value) {
    try {
      return FilterValue.from(value);
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "VehicleQuery: '%s': %s".formatted(column, unfit.getMessage()), unfit);
    }
  }
}
