package dev.forecourt.mock.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list that a request asks for; those that it does not ask for cost nothing.
 *
 * <pre>{@code
 * Predicate<Lead> filter =
 *     new Filter<Lead>().when(request.type(), (lead, type) -> type.equals(lead.type())).build();
 * }</pre>
 */
public final class Filter<T> {

  private final List<Predicate<T>> conditions = new ArrayList<>();

  /** Lets everything pass. */
  public Filter() {}

  /** Lets only rows pass that meet what was asked for; null: it was not. */
  public <V> Filter<T> when(@Nullable V wanted, BiPredicate<T, V> met) {
    if (wanted != null) {
      conditions.add(row -> met.test(row, wanted));
    }
    return this;
  }

  /**
   * All conditions together; null when there is none, so that a page can be cut without walking
   * over the list.
   */
  public @Nullable Predicate<T> build() {
    return conditions.isEmpty() ? null : conditions.stream().reduce(Predicate::and).get();
  }
}
