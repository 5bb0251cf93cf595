package dev.forecourt.autengo;

import dev.forecourt.autengo.model.Column;
import dev.forecourt.runtime.json.FilterValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** A condition that every vehicle must meet. From {@link VehicleQuery.Builder#where}. */
public final class VehicleCondition extends VehicleComparison {

  VehicleCondition(VehicleQuery.Builder query, Column column) {
    super(query, column);
  }

  /**
   * The column is one of these numbers or between them. Throws {@code IllegalArgumentException} if
   * the first is the greater one.
   */
  public VehicleQuery.Builder between(Number low, Number high) {
    FilterValue from = read(low);
    FilterValue to = read(high);
    return between(from, to, number(from).compareTo(number(to)));
  }

  private static BigDecimal number(FilterValue value) {
    return new BigDecimal(value.text());
  }

  /** The same for days, both included. */
  public VehicleQuery.Builder between(LocalDate first, LocalDate last) {
    return between(read(first), read(last), first.compareTo(last));
  }

  /** The same for times, both included. */
  public VehicleQuery.Builder between(LocalDateTime first, LocalDateTime last) {
    return between(read(first), read(last), first.compareTo(last));
  }

  private VehicleQuery.Builder between(FilterValue low, FilterValue high, int order) {
    if (order > 0) {
      throw new IllegalArgumentException(
          "VehicleQuery: between on '%s' has its ends the wrong way round: %s is above %s. Give the lower one first."
              .formatted(column, low.text(), high.text()));
    }
    return query.every(column, List.of(Operator.AT_LEAST.on(low), Operator.AT_MOST.on(high)));
  }

  @Override
  VehicleQuery.Builder add(FilterValue value) {
    return query.every(column, value);
  }

  @Override
  VehicleQuery.Builder addOneOf(List<FilterValue> values) {
    return query.oneOf(column, values);
  }
}
