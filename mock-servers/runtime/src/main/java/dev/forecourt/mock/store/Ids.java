package dev.forecourt.mock.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Numbers for new rows: each is higher than any before it, also than those of rows that are gone.
 * Kept in a table of their own, {@code last_ids}.
 */
public final class Ids {

  private final Tables tables;
  private final Table<String, Last> last;
  private final Map<String, Long> highest = new HashMap<>();

  /** Adds its table to those of a state. */
  public Ids(Tables tables) {
    this.tables = tables;
    last = tables.add("last_ids", RowType.of(Last.class), Last::kind);
  }

  /** Keeps clear of the ids that rows of a table have, wherever those come from. */
  public <T> void avoid(String kind, Table<?, T> table, ToLongFunction<T> idOf) {
    table.onChange(
        (before, after) -> {
          if (before == null && after != null) {
            highest.merge(kind, idOf.applyAsLong(after), Math::max);
          }
        },
        () -> highest.remove(kind));
  }

  /** The same where rows are found by their ids. */
  public <T> void avoid(String kind, Table<Long, T> table) {
    avoid(kind, table, table::key);
  }

  /** The next id of a kind of rows; 1 is the first unless {@link #start} says another. */
  public long next(String kind) {
    tables.needAll();
    Last before = last.find(kind);
    long next = Math.max(before == null ? 0 : before.id(), highest.getOrDefault(kind, 0L)) + 1;
    last.put(new Last(kind, next));
    return next;
  }

  /** Counts on from this id. */
  public void start(String kind, long id) {
    last.put(new Last(kind, id));
  }

  private record Last(String kind, long id) {}
}
