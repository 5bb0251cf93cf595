package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonValue;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.memory.Share;
import dev.forecourt.mock.text.Spelling;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All tables of a vendor's state.
 *
 * <pre>{@code
 * Tables tables = new Tables();
 * Table<Long, Lead> leads = tables.add("leads", RowType.of(Lead.class), Lead::number);
 * }</pre>
 *
 * <p>Not safe for use by several threads: whoever uses it holds the monitor of the state.
 */
public final class Tables {

  // what one line of a file holds of a large table
  private static final int ROWS_AT_ONCE = 500;
  private static final int BYTES_AT_ONCE = 256 * 1024;

  private final Map<String, Table<?, ?>> byName = new LinkedHashMap<>();
  private final Share share = new Share(this, Budgets.ofThisJvm().state());
  private Runnable commit = () -> {};
  // the start data that is still to come: a document, and what is done after it
  private @Nullable Supplier<byte[]> start;
  private @Nullable Runnable later;
  private @Nullable SeedDocument seed;
  private final Set<Table<?, ?>> filled = new HashSet<>();
  private boolean filling;

  /** No tables yet. */
  public Tables() {}

  /** A new table; keys are texts or whole numbers. */
  public <K, T> Table<K, T> add(String name, RowType<T> type, Function<T, K> keyOf) {
    Table<K, T> table = new Table<>(name, type, keyOf, this);
    byName.put(name, table);
    return table;
  }

  /**
   * The same of generated answer records, found by a member that a contract may leave optional:
   * here each row must have it.
   */
  public <K, T extends Record & JsonValue<T>> Table<K, T> add(
      String name, Class<T> type, String member, Function<T, @Nullable K> keyOf) {
    return add(
        name,
        RowType.of(type),
        row -> {
          K key = keyOf.apply(row);
          if (key == null) {
            throw new RowProblem(
                "field '%s' is required but was missing or null".formatted(member));
          }
          return key;
        });
  }

  /** What the rows take of the memory of this JVM. */
  public Share share() {
    return share;
  }

  /** For rows that take so many bytes, when they do not fit beside what is there. */
  public StateTooLarge tooLarge(long bytes) {
    Budget budget = share.budget();
    String option = budget.optionFor(budget.used() + bytes);
    return new StateTooLarge(
        "it takes about %s of memory, and %s of %s are left for %s. Start Java with %s (documentation, \"Limits of the mocks\")"
            .formatted(
                Budget.shown(bytes),
                Budget.shown(budget.limit() - budget.used()),
                Budget.shown(budget.limit()),
                budget.what(),
                option),
        option);
  }

  /**
   * Puts the rows of an exported state into the tables, which are empty, when they are first
   * needed, which is when somebody reads or changes a table: a stub starts without reading its
   * start data.
   */
  public void fillLater(Supplier<byte[]> document) {
    fillLater(document, () -> {});
  }

  /** The same; then adds the rows that no document can hold, because today's date is in them. */
  public void fillLater(Supplier<byte[]> document, Runnable more) {
    start = document;
    later = more;
  }

  /** The same for start data that is worked out: this puts it into the tables. */
  public void fillLaterBy(Runnable fill) {
    later = fill;
  }

  /**
   * Puts in the rows that are to come, if there are any. Throws {@link StateTooLarge} when they do
   * not fit; then the tables are empty, and the next one to need them tries again.
   */
  public void fill() {
    Runnable more = later;
    if (more != null && !filling) {
      fillUpTo(null);
      later = null;
      more.run();
    }
  }

  /**
   * Puts in the rows of this table and of those before it in the document. For who reads this table
   * alone: the others follow when somebody reads those, or changes anything.
   */
  public void fill(Table<?, ?> table) {
    if (later != null && !filling && !filled.contains(table)) {
      fillUpTo(table);
    }
  }

  /** Called before somebody reads this table. */
  void need(Table<?, ?> table) {
    if (later != null && !filled.contains(table)) {
      fill();
    }
  }

  /** Called before somebody changes a table. */
  void needAll() {
    if (later != null) {
      fill();
    }
  }

  private void fillUpTo(@Nullable Table<?, ?> wanted) {
    Supplier<byte[]> document = start;
    if (document == null) {
      return;
    }
    filling = true; // who listens to the new rows may read tables
    try {
      SeedDocument reading = seed == null ? new SeedDocument(document.get(), this) : seed;
      seed = reading;
      Table<?, ?> done = reading.fillNext();
      while (done != null && filled.add(done) && done != wanted) {
        done = reading.fillNext();
      }
      if (done == null) {
        closeSeed();
      }
    } catch (RuntimeException e) {
      Runnable more = later;
      clear();
      start = document;
      later = more;
      throw e;
    } finally {
      filling = false;
    }
  }

  private void closeSeed() {
    if (seed != null) {
      seed.close();
    }
    seed = null;
    start = null;
  }

  /**
   * Writes what has changed to the file in which the state is kept, if it is. To be called, with
   * the monitor held, at the end of what happens outside of requests. Throws a Refusal when the
   * file cannot be written; the tables are then as they were after the last commit.
   */
  public void commit() {
    commit.run();
  }

  /** Writes all tables as the members of an object. */
  public void write(JsonWriter out) {
    fill();
    byName.values().forEach(each -> each.write(out));
  }

  /** Removes all rows of all tables. */
  public void clear() {
    later = null;
    closeSeed();
    filled.clear();
    byName.values().forEach(Table::clear);
  }

  /** Notes changes from now on; each commit is handed to this. */
  public void track(Runnable onCommit) {
    byName.values().forEach(Table::track);
    commit = onCommit;
  }

  /** Whether anything has changed since the last commit. */
  public boolean isChanged() {
    for (Table<?, ?> each : byName.values()) {
      if (each.isChanged()) {
        return true;
      }
    }
    return false;
  }

  /** Takes what has changed for written. */
  public void forgetChanges() {
    byName.values().forEach(Table::forgetChanges);
  }

  /** What has changed since the last commit: keys to remove first, then rows to put. */
  public byte[] changes() {
    return JsonWriter.object(
        out -> {
          out.object("removed", to -> byName.values().forEach(each -> each.writeRemoved(to)));
          out.object("rows", to -> byName.values().forEach(each -> each.writeChanged(to)));
        });
  }

  /** Everything as changes to empty tables, in parts of bearable size. */
  public void writeParts(Consumer<byte[]> parts) {
    fill();
    byName.values().forEach(each -> writeParts(each, parts));
  }

  private static <T> void writeParts(Table<?, T> table, Consumer<byte[]> parts) {
    Iterator<T> rows = table.rows().iterator();
    while (rows.hasNext()) {
      parts.accept(
          JsonWriter.object(
              out ->
                  out.object("removed", to -> {})
                      .object("rows", to -> table.write(rows, ROWS_AT_ONCE, BYTES_AT_ONCE, to))));
    }
  }

  /**
   * Makes changes that were written by {@link #changes} or {@link #writeParts}. Throws {@link
   * StateProblem} when a row does not fit.
   */
  public void apply(Map<?, ?> changes) {
    fill();
    members(changes.get("removed"))
        .forEach((name, keys) -> items(keys).forEach(named(text(name))::removeRead));
    members(changes.get("rows"))
        .forEach(
            (name, rows) -> {
              TableReading<?, ?> reading = named(text(name)).reading();
              items(rows).forEach(reading::add);
              reading.put();
            });
  }

  private static Map<?, ?> members(@Nullable Object object) {
    return object instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> items(@Nullable Object array) {
    return array instanceof List<?> list ? list : List.of();
  }

  private static String text(Object name) {
    return name.toString();
  }

  /** The table with this name. Throws {@link StateProblem} naming the nearest one. */
  Table<?, ?> named(String name) {
    Table<?, ?> table = byName.get(name);
    if (table == null) {
      throw new StateProblem(
          "table '%s' is not known; nearest is '%s'. Known: %s"
              .formatted(name, Spelling.nearest(name, names()), String.join(", ", names())));
    }
    return table;
  }

  private Collection<String> names() {
    return byName.keySet();
  }
}
