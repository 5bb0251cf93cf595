package dev.forecourt.mock.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Entities of one kind: found by id, listed all together or by group, kept with their serialised
 * form.
 *
 * <p>An unfiltered page costs the page, however many entities there are; a filtered one walks over
 * the list, because the total has to be true. Not safe for use by several threads: the state that
 * owns it holds one lock over all of its stores.
 *
 * @param <K> type of the ids, and of the groups
 * @param <T> type of the entities, which should not change once stored
 */
public final class EntityStore<K, T> {

  private final Function<T, K> idOf;
  private final Function<T, byte[]> serialiser;
  private final Map<K, Stored<T>> byId = new HashMap<>();
  private final List<Stored<T>> all = new ArrayList<>();
  private final Map<Object, List<Stored<T>>> groups = new HashMap<>();

  /**
   * An empty store; it lists in the order in which entities were added, so that no page shifts when
   * one is added.
   */
  public EntityStore(Function<T, K> idOf, Function<T, byte[]> serialiser) {
    this.idOf = idOf;
    this.serialiser = serialiser;
  }

  /** Forgets everything. */
  public void clear() {
    byId.clear();
    all.clear();
    groups.clear();
  }

  /** Adds a new entity to the list of all, and to those of the groups named. */
  public void add(T entity, Object... groupKeys) {
    Stored<T> stored = new Stored<>(entity);
    byId.put(idOf.apply(entity), stored);
    all.add(stored);
    for (Object key : groupKeys) {
      groups.computeIfAbsent(key, each -> new ArrayList<>()).add(stored);
    }
  }

  /** Puts a changed entity in the place of the one with its id. */
  public void replace(T entity) {
    Stored<T> stored = byId.get(idOf.apply(entity));
    if (stored != null) {
      stored.entity = entity;
      stored.json = null;
    }
  }

  /** Forgets the serialised form of an entity, because something it shows has changed. */
  public void touch(K id) {
    Stored<T> stored = byId.get(id);
    if (stored != null) {
      stored.json = null;
    }
  }

  /** The entity with this id, or null. */
  public @Nullable T find(K id) {
    Stored<T> stored = byId.get(id);
    return stored == null ? null : stored.entity;
  }

  /** The serialised form of the entity with this id, or null. */
  public byte @Nullable [] json(K id) {
    Stored<T> stored = byId.get(id);
    return stored == null ? null : json(stored);
  }

  /** Number of entities. */
  public int size() {
    return all.size();
  }

  /** All entities in the order of insertion. */
  public List<T> entities() {
    return all.stream().map(stored -> stored.entity).toList();
  }

  /** Number of entities in a group. */
  public int size(Object group) {
    return groups.getOrDefault(group, List.of()).size();
  }

  /** One page of all entities that pass the filter; null filter: of all. */
  public Page page(@Nullable Predicate<T> filter, long number, long limit) {
    return page(all, filter, number, limit);
  }

  /** One page of a group. */
  public Page page(Object group, @Nullable Predicate<T> filter, long number, long limit) {
    return page(groups.getOrDefault(group, List.of()), filter, number, limit);
  }

  private Page page(List<Stored<T>> list, @Nullable Predicate<T> filter, long number, long limit) {
    List<Stored<T>> matching =
        filter == null ? list : list.stream().filter(each -> filter.test(each.entity)).toList();
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
    byte[] json = stored.json;
    if (json == null) {
      json = serialiser.apply(stored.entity);
      stored.json = json;
    }
    return json;
  }

  private static final class Stored<T> {
    private T entity;
    private byte @Nullable [] json;

    Stored(T entity) {
      this.entity = entity;
    }
  }
}
