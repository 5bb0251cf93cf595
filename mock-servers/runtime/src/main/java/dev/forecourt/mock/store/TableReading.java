package dev.forecourt.mock.store;

import dev.forecourt.mock.text.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows read from JSON that are not in their table yet. */
final class TableReading<K, T> {

  private final Table<K, T> table;
  private final RowType<T> type;
  private final Function<T, K> keyOf;
  private final List<T> read = new ArrayList<>();
  private final Set<K> keys = new HashSet<>();
  // of the rows in the order read: to weigh them takes as long as to read them
  private long[] weights = new long[16];

  TableReading(Table<K, T> table, RowType<T> type, Function<T, K> keyOf) {
    this.table = table;
    this.type = type;
    this.keyOf = keyOf;
  }

  /** Reads one more row and says how many bytes it takes. Throws {@link StateProblem}. */
  @SuppressWarnings("unchecked") // JSON objects have string keys
  long add(@Nullable Object json) {
    try {
      if (!(json instanceof Map<?, ?>)) {
        throw new RowProblem("must be an object but was " + Shown.value(json));
      }
      T row = type.read((Map<String, @Nullable Object>) json);
      if (!keys.add(keyOf.apply(row))) {
        throw new RowProblem("has the same key as another row: " + keyOf.apply(row));
      }
      long weight = table.weight(row);
      if (read.size() == weights.length) {
        weights = Arrays.copyOf(weights, 2 * weights.length);
      }
      weights[read.size()] = weight;
      read.add(row);
      return weight;
    } catch (RowProblem e) {
      throw new StateProblem(
          "table '%s', row %d: %s".formatted(table.name(), keys.size() + 1, e.getMessage()));
    }
  }

  /** Forgets the rows that were read, not how many they were. */
  void forget() {
    read.clear();
  }

  /** Puts the rows into the table, which keeps those it has. */
  void put() {
    for (int i = 0; i < read.size(); i++) {
      T row = read.get(i);
      table.put(keyOf.apply(row), row, weights[i]);
    }
  }

  /** Puts the rows in the place of those that the table has. */
  void replaceAll() {
    table.clear();
    put();
  }
}
