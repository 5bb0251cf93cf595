package dev.forecourt.autengo;

import dev.forecourt.autengo.api.VehiclesService.ListVehiclesQuery;
import dev.forecourt.autengo.model.Column;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.autengo.model.OrderDirection;
import dev.forecourt.autengo.model.VehicleOrder;
import dev.forecourt.runtime.json.FilterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which vehicles {@code listVehicles} lists, and in which order.
 *
 * <pre>{@code
 * ListVehiclesQuery query =
 *     VehicleQuery.builder()
 *         .where(Column.KILOMETERS).between(25000, 250000)
 *         .where(Column.FIRST_REGISTRATION).atLeast(LocalDate.of(2017, 1, 1))
 *         .where(Column.COLOR_ID).isOneOf(3, 4, 5)
 *         .orderBy(Column.CREATED, OrderDirection.DESC)
 *         .build();
 * client.vehicles().listVehicles(query).stream().forEach(vehicle -> System.out.println(vehicle.makeName()));
 * }</pre>
 *
 * <p>The query string is, byte for byte, what npm's {@code qs} with {@code arrayFormat: 'brackets'}
 * makes of the vendor's object {@code {search, and, or, order, offset, limit}}; inside {@code and}
 * and {@code or} the columns stand in the order in which they were first named.
 */
public final class VehicleQuery {

  private VehicleQuery() {}

  /** A query for all vehicles, newest first. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects conditions. Not for use by several threads; what it builds is immutable. */
  public static final class Builder {
    private final Conditions and = new Conditions();
    private final Conditions or = new Conditions();
    private @Nullable Column compared;
    private @Nullable Column listed;
    private @Nullable String search;
    private @Nullable VehicleOrder order;
    private @Nullable Integer offset;
    private @Nullable Integer limit;
    private @Nullable Language language;

    private Builder() {}

    /** Free text, looked for in make, model, version and other columns. */
    public Builder search(String text) {
      this.search = text;
      return this;
    }

    /**
     * Only vehicles that meet this condition and all others; the comparison follows: {@code
     * where(Column.PRICE).atMost(15000)}. A column may be named again; all its conditions hold.
     *
     * <p>{@link VehicleComparison#isOneOf} fills Autengo's only group of alternatives. So there is
     * one of it in a query, or {@link #orWhere}; more throw {@code IllegalStateException}.
     *
     * @param column a constant of {@link Column}, or {@code Column.of("x")} for one that is not
     *     documented
     */
    public VehicleCondition where(Column column) {
      return new VehicleCondition(this, begun(column));
    }

    /**
     * Only vehicles that meet at least one of the conditions that begin like this, beside all that
     * begin with {@link #where}.
     *
     * @param column as for {@link #where}
     */
    public VehicleAlternative orWhere(Column column) {
      return new VehicleAlternative(this, begun(column));
    }

    /**
     * Order of the list. Default: by {@code CREATED}, newest first. Throws {@code
     * IllegalStateException} if there is one already: Autengo orders by one column.
     */
    public Builder orderBy(Column column, OrderDirection direction) {
      if (order != null) {
        throw new IllegalStateException(
            "VehicleQuery: already ordered by '%s', and Autengo orders by one column. Remove orderBy of '%s'."
                .formatted(order.field(), column));
      }
      this.order = VehicleOrder.builder().field(named(column)).dir(direction).build();
      return this;
    }

    /** Number of vehicles to skip. Default 0. Throws {@code IllegalArgumentException} below 0. */
    public Builder offset(int vehicles) {
      this.offset = atLeast(0, "offset", vehicles);
      return this;
    }

    /**
     * Most vehicles in one answer; {@code listVehicles} asks for more answers as they are needed.
     * Default: the vendor's, which is not documented, nor is a maximum. Throws {@code
     * IllegalArgumentException} below 1.
     */
    public Builder limit(int vehicles) {
      this.limit = atLeast(1, "limit", vehicles);
      return this;
    }

    /** Language of the texts in the answer, sent as {@code Accept-Language}. Default German. */
    public Builder language(Language language) {
      this.language = language;
      return this;
    }

    /**
     * The query, for {@code listVehicles}. Throws {@code IllegalStateException} if a column was
     * named and not compared.
     */
    public ListVehiclesQuery build() {
      refuseUncompared();
      return ListVehiclesQuery.builder()
          .search(search)
          .and(and.filter())
          .or(or.filter())
          .order(order)
          .offset(offset)
          .limit(limit)
          .acceptLanguage(language)
          .build();
    }

    Builder every(Column column, FilterValue value) {
      compared = null;
      and.add(column, value);
      return this;
    }

    Builder every(Column column, List<FilterValue> values) {
      compared = null;
      and.addArray(column, values);
      return this;
    }

    Builder any(Column column, FilterValue value) {
      refuseSecondList(column, listed);
      compared = null;
      or.add(column, value);
      return this;
    }

    Builder any(Column column, List<FilterValue> values) {
      refuseSecondList(column, listed);
      compared = null;
      or.addArray(column, values);
      return this;
    }

    /** Alternatives for a column that has to meet other conditions too. */
    Builder oneOf(Column column, List<FilterValue> values) {
      refuseSecondList(column, or.firstColumn());
      any(column, values);
      listed = column;
      return this;
    }

    private Column begun(Column column) {
      refuseUncompared();
      compared = named(column);
      return column;
    }

    private void refuseUncompared() {
      if (compared != null) {
        throw new IllegalStateException(
            "VehicleQuery: '%s' is compared with nothing. Add a comparison, such as is(...), or remove the column."
                .formatted(compared));
      }
    }

    private static void refuseSecondList(Column column, @Nullable Column other) {
      if (other != null) {
        throw new IllegalStateException(
            "VehicleQuery: Autengo has one group of alternatives, and isOneOf or orWhere of '%s' is in it; '%s' beside that would mean one or the other. Keep one isOneOf, or begin all with orWhere if that is meant."
                .formatted(other, column));
      }
    }

    private static Column named(Column column) {
      if (column.value().isBlank()) {
        throw new IllegalArgumentException(
            "VehicleQuery: a column has no name. Use a constant of Column, or Column.of(\"x\").");
      }
      return column;
    }

    private static int atLeast(int least, String name, int value) {
      if (value < least) {
        throw new IllegalArgumentException(
            "VehicleQuery: %s must be %d or more, and is %d. Leave it out for the vendor's default."
                .formatted(name, least, value));
      }
      return value;
    }
  }
}
