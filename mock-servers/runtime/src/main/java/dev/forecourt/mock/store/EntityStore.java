package dev.forecourt.mock.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table listed in pages, all together or by group, and kept with their serialised
 * form.
 *
 * <p>An unfiltered page costs the page, however many rows there are; a filtered one walks over the
 * list, because the total has to be true. Not safe for use by several threads: the state that owns
 * it holds one lock over all of its stores.
 *
 * @param <K> type of the keys
 * @param <T> type of the rows, which should not change once stored
 */
public final class EntityStore<K, T> {

  // the value under which every row is found
  private static final Object ALL = "";

  private final Table<K, T> table;
  private final Function<T, byte[]> serialiser;
  private final Index<Object, T> all;
  private final Index<Object, T> groups;

  /** Lists a table that has no groups; whatever happens to the table is seen here. */
  public EntityStore(Table<K, T> table, Function<T, byte[]> serialiser) {
    this(table, row -> null, serialiser);
  }

  /** Lists a table by groups too. */
  public EntityStore(
      Table<K, T> table,
      Function<T, ? extends @Nullable Object> groupOf,
      Function<T, byte[]> serialiser) {
    this.table = table;
    this.serialiser = serialiser;
    all = table.index(row -> ALL);
    groups = table.index(groupOf);
  }

  /** The table that is listed. */
  public Table<K, T> table() {
    return table;
  }

  /** Adds a row to the table, or puts it in the place of the one with its key. */
  public void put(T entity) {
    table.put(entity);
  }

  /** Forgets the serialised form of an entity, because something it shows has changed. */
  public void touch(K id) {
    table.forgetJson(id);
  }

  /** The entity with this id, or null. */
  public @Nullable T find(K id) {
    return table.find(id);
  }

  /** The serialised form of the entity with this id, or null. */
  public byte @Nullable [] json(K id) {
    Stored<T> stored = table.stored(id);
    return stored == null ? null : json(stored);
  }

  /**
   * The serialised form of an entity stored a moment ago. Not kept, because most of what is created
   * is not read again.
   */
  public byte[] freshJson(T entity) {
    return serialiser.apply(entity);
  }

  /** Number of entities. */
  public int size() {
    return all.stored(ALL).size();
  }

  /** One page of all entities that pass the filter; null filter: of all. */
  public Page page(@Nullable Predicate<T> filter, long number, long limit) {
    return page(all.stored(ALL), filter, number, limit);
  }

  /** One page of a group. */
  public Page page(Object group, @Nullable Predicate<T> filter, long number, long limit) {
    return page(groups.stored(group), filter, number, limit);
  }

  private Page page(List<Stored<T>> list, @Nullable Predicate<T> filter, long number, long limit) {
    List<Stored<T>> matching =
        filter == null ? list : list.stream().filter(each -> filter.test(each.row())).toList();
    int total = matching.size();
    // page numbers may be absurd: (number - 1) * limit must not overflow
    int start = number - 1 > total / limit ? total : (int) Math.min(total, (number - 1) * limit);
    int end = (int) Math.min(total, start + limit);
    List<byte[]> items = new ArrayList<>(end - start);
    for (int i = start; i < end; i++) {
      items.add(json(matching.get(i)));
    }
    return new Page(number, limit, total, items);
  }

  private byte[] json(Stored<T> stored) {
    byte[] json = stored.json();
    if (json == null) {
      json = serialiser.apply(stored.row());
      table.keepJson(stored, json);
    }
    return json;
  }
}
