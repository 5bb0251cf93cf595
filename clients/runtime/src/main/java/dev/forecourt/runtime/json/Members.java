package dev.forecourt.runtime.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model keeps beside its typed members, so that writing it back gives the JSON that was
 * read: members the contract does not name, and which of the typed ones were null rather than
 * absent, and under which other name one was read. For what is sent in the query also the order of
 * all members. Names and order do not count for equality. Used by generated code.
 */
public final class Members {
  static final Members NONE = new Members(Map.of(), Map.of(), Map.of(), null, false);

  private final Map<String, Json> unknown;
  private final Map<String, Json> nulls;
  private final Map<String, String> spellings;
  private final @Nullable List<String> order;
  private final boolean bare;

  private Members(
      Map<String, Json> unknown,
      Map<String, Json> nulls,
      Map<String, String> spellings,
      @Nullable List<String> order,
      boolean bare) {
    this.unknown = unknown;
    this.nulls = nulls;
    this.spellings = spellings;
    this.order = order;
    this.bare = bare;
  }

  /** See {@link BareModel#isBare}. */
  public boolean bare() {
    return bare;
  }

  /** See {@link Model#additionalProperties()}. Unmodifiable. */
  public Map<String, Json> unknown() {
    return unknown;
  }

  /** See {@link OrderedModel#memberOrder}. Empty unless the builder keeps the order. */
  public List<String> order() {
    return order == null ? List.of() : order;
  }

  /** The name under which a typed member was read, and is written. */
  public String spelling(String name) {
    return spellings.getOrDefault(name, name);
  }

  /** Whether a member that has no typed value is here: kept as JSON, but not as null. */
  public boolean has(String name) {
    Json kept = unknown.get(name);
    return kept != null && !kept.isNull();
  }

  /** Whether a member was set to null, or read as null. */
  boolean isNull(String name) {
    return nulls.containsKey(name);
  }

  /** Whether typed members are all there is, under their own names. */
  boolean isPlain() {
    return unknown.isEmpty() && nulls.isEmpty() && spellings.isEmpty();
  }

  /** What is written beside the typed members, under the names that were read. */
  Map<String, Json> written() {
    Map<String, Json> written = new LinkedHashMap<>();
    nulls.forEach((name, value) -> written.put(spelling(name), value));
    unknown.forEach((name, value) -> written.put(spelling(name), value));
    return written;
  }

  /** A builder that starts with what is here. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.unknown = copy(unknown);
    builder.nulls = copy(nulls);
    builder.spellings = copy(spellings);
    builder.order = order == null ? null : new LinkedHashSet<>(order);
    builder.bare = bare;
    return builder;
  }

  /** Most models have none of these: a map is made when something is put in. */
  private static <V> Map<String, V> copy(Map<String, V> map) {
    return map.isEmpty() ? map : new LinkedHashMap<>(map);
  }

  private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
    Map<String, V> changed = map.isEmpty() ? new LinkedHashMap<>() : map;
    changed.put(name, value);
    return changed;
  }

  private static <V> Map<String, V> unmodifiable(Map<String, V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** An unmodifiable copy; null stays null. */
  public static <T> @Nullable List<T> copyOf(@Nullable List<T> list) {
    return list == null ? null : FrozenList.of(list);
  }

  /** An unmodifiable copy in the same order; null stays null. */
  public static <T> @Nullable Map<String, T> copyOf(@Nullable Map<String, T> map) {
    return map == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Members that
        && unknown.equals(that.unknown)
        && nulls.equals(that.nulls)
        && bare == that.bare;
  }

  @Override
  public int hashCode() {
    return 31 * unknown.hashCode() + nulls.hashCode();
  }

  /** Collects members. */
  public static final class Builder {
    private Map<String, Json> unknown = Map.of();
    private Map<String, Json> nulls = Map.of();
    private Map<String, String> spellings = Map.of();
    private @Nullable Set<String> order;
    private boolean bare;

    /** With nothing in it. */
    public Builder() {}

    /** Makes it note in which order members are set. */
    public Builder keepingOrder() {
      order = new LinkedHashSet<>();
      return this;
    }

    /** Notes that a typed member was set, to null or to a value. */
    public void given(String name, @Nullable Object value) {
      noteOrder(name);
      if (!unknown.isEmpty()) {
        // what was read under this name is out of date
        unknown.remove(name);
      }
      if (value == null) {
        nulls = with(nulls, name, Json.NULL);
      } else if (!nulls.isEmpty()) {
        nulls.remove(name);
      }
    }

    /** Keeps a member as it is. */
    public void unknown(String name, Json value) {
      noteOrder(name);
      if (!nulls.isEmpty()) {
        nulls.remove(name);
      }
      unknown = with(unknown, name, value);
    }

    /** Notes under which other name a typed member was read. */
    void spelled(String name, String spelling) {
      if (!name.equals(spelling)) {
        spellings = with(spellings, name, spelling);
      } else if (!spellings.isEmpty()) {
        spellings.remove(name);
      }
    }

    /** The typed member that has been read under this name. */
    String nameOf(String spelling) {
      for (Map.Entry<String, String> spelled : spellings.entrySet()) {
        if (spelled.getValue().equals(spelling)) {
          return spelled.getKey();
        }
      }
      return spelling;
    }

    /** The name under which a typed member was read. */
    String spelling(String name) {
      return spellings.getOrDefault(name, name);
    }

    /** Takes out what is kept of a member; null if there is nothing. */
    @Nullable Json remove(String name) {
      Json kept = unknown.isEmpty() ? null : unknown.remove(name);
      Json none = nulls.isEmpty() ? null : nulls.remove(name);
      return kept == null ? none : kept;
    }

    /** Whether nothing of what was read has to be looked up. */
    boolean isPlain() {
      return unknown.isEmpty() && nulls.isEmpty() && spellings.isEmpty() && order == null;
    }

    private void noteOrder(String name) {
      if (order != null) {
        order.add(name);
      }
    }

    /** See {@link BareModel#isBare}. */
    public void bare(boolean bare) {
      this.bare = bare;
    }

    /** What was collected. */
    public Members build() {
      if (unknown.isEmpty() && nulls.isEmpty() && spellings.isEmpty() && order == null && !bare) {
        return NONE;
      }
      return new Members(
          unmodifiable(unknown),
          unmodifiable(nulls),
          unmodifiable(spellings),
          order == null ? null : List.copyOf(order),
          bare);
    }
  }
}
