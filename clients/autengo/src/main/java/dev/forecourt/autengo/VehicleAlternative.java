package dev.forecourt.autengo;

import dev.forecourt.autengo.model.Column;
import dev.forecourt.runtime.json.FilterValue;
import java.util.List;

/**
 * A condition of which every vehicle must meet at least one. From {@link
 * VehicleQuery.Builder#orWhere}. It has no {@code between}: in this group Autengo would read the
 * two ends as alternatives, and every vehicle meets one of those.
 */
public final class VehicleAlternative extends VehicleComparison {

  VehicleAlternative(VehicleQuery.Builder query, Column column) {
    super(query, column);
  }

  @Override
  VehicleQuery.Builder add(FilterValue value) {
    return query.any(column, value);
  }

  @Override
  VehicleQuery.Builder addOneOf(List<FilterValue> values) {
    return query.any(column, values);
  }
}
