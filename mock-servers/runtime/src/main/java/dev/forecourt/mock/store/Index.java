package dev.forecourt.mock.store;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a table by something that they hold, in the order of the table. It follows
 * every change of the table, so that it says the same after an import as before.
 *
 * @param <I> type of what is looked for
 * @param <T> type of the rows
 */
public final class Index<I, T> {

  private final Function<T, ? extends Collection<? extends I>> valuesOf;
  private final Runnable need;
  private final Consumer<Stored<T>> forget;
  // under a value, the row; or where there have been several, a list of them
  private final Map<I, Object> found = new HashMap<>();

  /** Finds rows that are needed, and whose serialised form is forgotten, in this way. */
  Index(
      Function<T, ? extends Collection<? extends I>> valuesOf,
      Runnable need,
      Consumer<Stored<T>> forget) {
    this.valuesOf = valuesOf;
    this.need = need;
    this.forget = forget;
  }

  /** The first row with this value, or null. */
  public @Nullable T first(@Nullable I value) {
    List<Stored<T>> rows = stored(value);
    return rows.isEmpty() ? null : rows.get(0).row();
  }

  /** The last row with this value, or null. */
  public @Nullable T last(@Nullable I value) {
    List<Stored<T>> rows = stored(value);
    return rows.isEmpty() ? null : rows.get(rows.size() - 1).row();
  }

  /** All rows with this value: not to be kept while the table changes. */
  public List<T> all(@Nullable I value) {
    List<Stored<T>> rows = stored(value);
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return rows.get(index).row();
      }

      @Override
      public int size() {
        return rows.size();
      }
    };
  }

  /** The same with their serialised form. */
  List<Stored<T>> stored(@Nullable I value) {
    need.run();
    Object there = value == null ? null : found.get(value);
    return there == null ? List.of() : rows(there);
  }

  @SuppressWarnings("unchecked") // what add() puts in
  private List<Stored<T>> rows(Object there) {
    return there instanceof Stored<?> one ? List.of((Stored<T>) one) : (ArrayList<Stored<T>>) there;
  }

  /** Follows a change of a row; null before a new one, null after one that is removed. */
  void changed(Stored<T> stored, @Nullable T before, @Nullable T after) {
    Collection<? extends I> old = before == null ? List.of() : valuesOf.apply(before);
    Collection<? extends I> now = after == null ? List.of() : valuesOf.apply(after);
    if (before != null && after != null && old.equals(now)) {
      return;
    }
    for (I value : old) {
      remove(value, stored);
    }
    for (I value : now) {
      add(value, stored);
    }
  }

  private void add(I value, Stored<T> stored) {
    Object there = found.putIfAbsent(value, stored);
    if (there == null || there == stored) {
      return;
    }
    List<Stored<T>> rows = rows(there);
    if (there instanceof Stored) {
      rows = new ArrayList<>(rows);
      found.put(value, rows);
    }
    int at = position(rows, stored);
    // one row may hold a value twice
    if (at == rows.size() || rows.get(at) != stored) {
      rows.add(at, stored);
    }
  }

  private void remove(I value, Stored<T> stored) {
    Object there = found.get(value);
    if (there == stored) {
      found.remove(value);
    }
    if (there == null || there instanceof Stored) {
      return;
    }
    List<Stored<T>> rows = rows(there);
    int at = position(rows, stored);
    if (at < rows.size() && rows.get(at) == stored) {
      rows.remove(at);
    }
    if (rows.isEmpty()) {
      found.remove(value);
    }
  }

  /** Where a row is or belongs; most belong at the end. */
  private static <T> int position(List<Stored<T>> rows, Stored<T> stored) {
    int low = 0;
    int high = rows.size();
    if (high == 0 || rows.get(high - 1).place() < stored.place()) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle).place() < stored.place()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void clear() {
    found.clear();
  }

  /** Forgets the serialised forms of all rows. */
  void forgetJson() {
    found.values().forEach(there -> rows(there).forEach(forget));
  }

  /** Forgets the serialised forms of the rows with a value. */
  void forgetJson(I value) {
    stored(value).forEach(forget);
  }
}
