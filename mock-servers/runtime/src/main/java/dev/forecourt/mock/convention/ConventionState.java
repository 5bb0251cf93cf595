package dev.forecourt.mock.convention;

import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What such a stub remembers: a table for each collection, whose rows hold an item, its id as text
 * and the values of the path above it; and the tokens that were given out.
 */
public final class ConventionState implements VendorState {

  private static final int MOST_TOKENS = 1000;

  private static final Pattern COUNTED = Pattern.compile("(|.*[_-])(\\d{1,18})");

  private final Tables tables = new Tables();
  private final Map<String, Table<String, Map<String, @Nullable Object>>> byName =
      new LinkedHashMap<>();
  private final Map<String, Collection> collections = new LinkedHashMap<>();
  private final Table<String, Map<String, @Nullable Object>> tokens;
  private final Ids ids;
  private final Supplier<byte[]> seed;
  private final Clock clock;

  /** Begins with a seed: an object with an array of rows for each collection. */
  public ConventionState(List<Collection> collections, Supplier<byte[]> seed, Clock clock) {
    this.seed = seed;
    this.clock = clock;
    for (Collection each : collections) {
      Table<String, Map<String, @Nullable Object>> table =
          tables.add(each.name(), RowType.objects(String.class, "id"), ConventionState::id);
      byName.put(each.name(), table);
      this.collections.put(each.name(), each);
    }
    tokens =
        tables
            .add(
                "access_tokens",
                RowType.objects(String.class, "token", "expires"),
                row -> String.valueOf(row.get("token")))
            .atMost(MOST_TOKENS);
    ids = new Ids(tables);
    byName.forEach((name, table) -> ids.avoid(name, table, ConventionState::number));
  }

  private static String id(Map<String, @Nullable Object> row) {
    return String.valueOf(row.get("id"));
  }

  private static long number(Map<String, @Nullable Object> row) {
    Matcher counted = COUNTED.matcher(id(row));
    return counted.matches() ? Long.parseLong(counted.group(2)) : 0;
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void fill() {
    tables.fillLater(seed);
  }

  Collection collection(String name) {
    return Objects.requireNonNull(collections.get(name), name);
  }

  /** The rows of a collection; the seed is in. */
  Table<String, Map<String, @Nullable Object>> rows(String name) {
    tables.fill();
    return Objects.requireNonNull(byName.get(name), name);
  }

  long nextId(String collection) {
    tables.fill();
    return ids.next(collection);
  }

  /** The same as a text that looks like the ids that are there, such as {@code td_17}. */
  String nextText(String collection) {
    String next = Long.toString(nextId(collection));
    return rows(collection).rows().stream()
        .map(row -> COUNTED.matcher(id(row)))
        .filter(Matcher::matches)
        .findFirst()
        .map(counted -> counted.group(1) + next)
        .orElse(next);
  }

  static Map<String, @Nullable Object> item(Map<String, @Nullable Object> row) {
    return JsonTree.object(row.get("item"));
  }

  /** Remembers a token that was given out. */
  void remember(String token, Instant expires, String scope) {
    tables.fill();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("token", token);
    row.put("expires", expires.toString());
    row.put("scope", scope);
    tokens.put(row);
  }

  /** Whether a token was given out and has not expired. */
  boolean knows(String token) {
    Map<String, @Nullable Object> row = tokens.find(token);
    return row != null
        && clock.instant().isBefore(Instant.parse(String.valueOf(row.get("expires"))));
  }
}
