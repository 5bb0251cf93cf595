package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.memory.Share;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind that a stub remembers, in the order in which they were added. A changed row
 * keeps its place. Everything else that a stub knows of them follows from the rows: see {@link
 * #index}, {@link #shownBy(Index, Function)} and {@link #onChange}.
 *
 * <p>Not safe for use by several threads: the state that owns it holds one lock over all of its
 * tables.
 *
 * @param <K> type of the keys: {@link Long} or {@link String}
 * @param <T> type of the rows, which do not change once stored
 */
public final class Table<K, T> {

  // its place in the maps and lists that find it, and what those need for themselves
  private static final int ROW_BESIDES = 160;

  private final String name;
  private final Tables tables;
  private final Share share;
  private final RowType<T> type;
  private final Function<T, K> keyOf;
  private final Map<K, Stored<T>> rows = new LinkedHashMap<>();
  private final List<Index<?, T>> indexes = new ArrayList<>(2);
  private final List<BiConsumer<@Nullable T, @Nullable T>> listeners = new ArrayList<>(2);
  private final List<Runnable> emptied = new ArrayList<>(2);
  private final Map<K, Boolean> changes = new LinkedHashMap<>();
  private long places;
  private boolean tracked;
  private int most = Integer.MAX_VALUE;
  private boolean startsEmpty;

  /** One of several tables, whose rows are counted together. */
  Table(String name, RowType<T> type, Function<T, K> keyOf, Tables tables) {
    this.name = name;
    this.tables = tables;
    this.share = tables.share();
    this.type = type;
    this.keyOf = keyOf;
  }

  /** Keeps so many rows: with each one more the oldest goes. Default: all. */
  public Table<K, T> atMost(int rows) {
    most = rows;
    return this;
  }

  /** Says that the start data has no rows of it: who reads it does not need them. */
  public Table<K, T> startsEmpty() {
    startsEmpty = true;
    return this;
  }

  private void need() {
    if (!startsEmpty) {
      tables.need(this);
    }
  }

  /**
   * Finds rows by something that they hold; null for a row that is not to be found.
   *
   * <pre>{@code
   * Index<String, Lead> leadsByReview = leads.index(Lead::reviewId);
   * Lead newest = leadsByReview.last("r1");
   * }</pre>
   */
  public <I> Index<I, T> index(Function<T, ? extends @Nullable I> valueOf) {
    return indexAll(
        row -> {
          I value = valueOf.apply(row);
          return value == null ? List.of() : List.of(value);
        });
  }

  /** Finds rows by each of several things that they hold. */
  public <I> Index<I, T> indexAll(Function<T, ? extends Collection<? extends I>> valuesOf) {
    Index<I, T> index = new Index<>(valuesOf, this::need, each -> keepJson(each, null));
    rows.values().forEach(each -> index.changed(each, null, each.row()));
    indexes.add(index);
    return index;
  }

  /**
   * Says that the serialised rows of another table show rows of this one: when a row changes, those
   * found by this value are written anew.
   *
   * <pre>{@code
   * reviews.shownBy(leadsByReview, Review::id);
   * }</pre>
   */
  public <I> Table<K, T> shownBy(Index<I, ?> index, Function<T, ? extends @Nullable I> valueOf) {
    return forgetting(valueOf, index::forgetJson, index::forgetJson);
  }

  /** The same where each row is shown by one row at most, the one with this key. */
  public <I> Table<K, T> shownBy(Table<I, ?> other, Function<T, ? extends @Nullable I> keyOf) {
    return forgetting(keyOf, other::forgetJson, other::forgetJson);
  }

  private <I> Table<K, T> forgetting(
      Function<T, ? extends @Nullable I> valueOf, Consumer<I> forget, Runnable forgetAll) {
    return onChange(
        (before, after) -> {
          I old = before == null ? null : valueOf.apply(before);
          I now = after == null ? null : valueOf.apply(after);
          if (old != null) {
            forget.accept(old);
          }
          if (now != null && !now.equals(old)) {
            forget.accept(now);
          }
        },
        forgetAll);
  }

  /** Forgets the serialised form of a row, if there is one with this key. */
  void forgetJson(K key) {
    Stored<T> stored = rows.get(key);
    if (stored != null) {
      keepJson(stored, null);
    }
  }

  private void forgetJson() {
    rows.values().forEach(each -> keepJson(each, null));
  }

  /**
   * Tells of each change: the row before, null for a new one, and the row after, null for a removed
   * one. The second is told that all rows are gone at once.
   */
  public Table<K, T> onChange(BiConsumer<@Nullable T, @Nullable T> listener, Runnable whenEmptied) {
    listeners.add(listener);
    emptied.add(whenEmptied);
    return this;
  }

  /** Its name in an exported state. */
  public String name() {
    return name;
  }

  K key(T row) {
    return keyOf.apply(row);
  }

  /** The row with this key, or null. */
  public @Nullable T find(K key) {
    Stored<T> stored = stored(key);
    return stored == null ? null : stored.row();
  }

  @Nullable Stored<T> stored(K key) {
    need();
    return rows.get(key);
  }

  /** Number of rows. */
  public int size() {
    need();
    return rows.size();
  }

  /** All rows in their order: a view, not a copy. */
  public Collection<T> rows() {
    need();
    return new AbstractCollection<>() {
      @Override
      public Iterator<T> iterator() {
        Iterator<Stored<T>> stored = rows.values().iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return stored.hasNext();
          }

          @Override
          public T next() {
            return stored.next().row();
          }
        };
      }

      @Override
      public int size() {
        return rows.size();
      }
    };
  }

  /** Adds a row, or puts it in the place of the one with its key. */
  public void put(T row) {
    tables.needAll();
    put(keyOf.apply(row), row, weight(row));
  }

  /** The same of a row whose key and weight are known. */
  void put(K key, T row, long weight) {
    Stored<T> stored = rows.get(key);
    T before = stored == null ? null : stored.row();
    long freed = 0;
    if (stored == null) {
      stored = new Stored<>(places++, row);
      rows.put(key, stored);
    } else {
      freed = stored.weight() + stored.jsonWeight();
      stored.row(row);
    }
    stored.weight(weight);
    share.add(stored.weight() - freed);
    if (tracked) {
      // a new row comes last, as it does in the table; a removed one has to be removed first
      boolean removed =
          Boolean.TRUE.equals(before == null ? changes.remove(key) : changes.get(key));
      changes.put(key, removed);
    }
    for (Index<?, T> each : indexes) {
      each.changed(stored, before, row);
    }
    listeners.forEach(each -> each.accept(before, row));
    if (rows.size() > most) {
      remove(rows.keySet().iterator().next());
    }
  }

  /** Bytes that a row takes. */
  long weight(T row) {
    return ROW_BESIDES + type.weight(row);
  }

  /** Keeps the serialised form of a row, if there is room for it; null: forgets it. */
  void keepJson(Stored<T> stored, byte @Nullable [] json) {
    share.add(-stored.jsonWeight());
    stored.json(json != null && share.tryAdd(json.length) ? json : null);
  }

  /** Removes the row with this key, if there is one, and returns it. */
  public @Nullable T remove(K key) {
    tables.needAll();
    Stored<T> stored = rows.get(key);
    T before = stored == null ? null : stored.row();
    if (stored != null) {
      if (tracked) {
        changes.remove(key);
        changes.put(key, true);
      }
      for (Index<?, T> each : indexes) {
        each.changed(stored, before, null);
      }
      listeners.forEach(each -> each.accept(before, null));
      Stored<T> gone = rows.remove(key);
      share.add(gone == null ? 0 : -gone.weight() - gone.jsonWeight());
    }
    return before;
  }

  /** Removes all rows. */
  void clear() {
    long bytes = 0;
    for (Stored<T> each : rows.values()) {
      bytes += each.weight() + each.jsonWeight();
    }
    share.add(-bytes);
    rows.clear();
    changes.clear();
    indexes.forEach(Index::clear);
    emptied.forEach(Runnable::run);
  }

  /** Notes from now on which rows have changed. */
  void track() {
    tracked = true;
    changes.clear();
  }

  boolean isChanged() {
    return !changes.isEmpty();
  }

  void forgetChanges() {
    changes.clear();
  }

  /** Writes all rows as a member. */
  void write(JsonWriter out) {
    out.name(name).startArray();
    rows.values().forEach(each -> out.tree(type.write(each.row())));
    out.endArray();
  }

  /** Writes some rows as a member, so that a large table needs no large buffer. */
  void write(Iterator<T> some, int count, int bytes, JsonWriter out) {
    int start = out.length();
    out.name(name).startArray();
    for (int i = 0; i < count && some.hasNext() && out.length() - start < bytes; i++) {
      out.tree(type.write(some.next()));
    }
    out.endArray();
  }

  /** Writes the keys of rows that were removed, if there are any. */
  void writeRemoved(JsonWriter out) {
    List<K> removed = new ArrayList<>();
    changes.forEach(
        (key, gone) -> {
          if (gone) {
            removed.add(key);
          }
        });
    if (!removed.isEmpty()) {
      out.name(name).tree(removed);
    }
  }

  /** Writes rows that were added or changed, if there are any. */
  void writeChanged(JsonWriter out) {
    List<T> changed = new ArrayList<>();
    for (K key : changes.keySet()) {
      T row = find(key);
      if (row != null) {
        changed.add(row);
      }
    }
    if (!changed.isEmpty()) {
      write(changed.iterator(), changed.size(), Integer.MAX_VALUE, out);
    }
  }

  /** Removes a row by a key that was read from JSON. */
  @SuppressWarnings("unchecked") // keys are texts and whole numbers, as JSON has them
  void removeRead(@Nullable Object key) {
    remove((K) key);
  }

  TableReading<K, T> reading() {
    return new TableReading<>(this, type, keyOf);
  }
}
