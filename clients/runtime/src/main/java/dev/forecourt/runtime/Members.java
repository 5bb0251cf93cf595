package dev.forecourt.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
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
  private static final Members NONE = new Members(Map.of(), Map.of(), Map.of(), null, false);

  private final Map<String, JsonNode> unknown;
  private final Map<String, JsonNode> nulls;
  private final Map<String, String> spellings;
  private final @Nullable List<String> order;
  private final boolean bare;

  private Members(
      Map<String, JsonNode> unknown,
      Map<String, JsonNode> nulls,
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
  public Map<String, JsonNode> unknown() {
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

  /** What is written beside the typed members, under the names that were read. Unmodifiable. */
  public Map<String, JsonNode> written() {
    if (!spellings.isEmpty()) {
      Map<String, JsonNode> spelled = new LinkedHashMap<>();
      nulls.forEach((name, value) -> spelled.put(spelling(name), value));
      unknown.forEach((name, value) -> spelled.put(spelling(name), value));
      return spelled;
    }
    if (nulls.isEmpty()) {
      return unknown;
    }
    if (unknown.isEmpty()) {
      return nulls;
    }
    Map<String, JsonNode> written = new LinkedHashMap<>(nulls);
    written.putAll(unknown);
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
    // not List.copyOf: a vendor's list may hold null
    return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
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
    private Map<String, JsonNode> unknown = Map.of();
    private Map<String, JsonNode> nulls = Map.of();
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
        nulls = with(nulls, name, NullNode.getInstance());
      } else if (!nulls.isEmpty()) {
        nulls.remove(name);
      }
    }

    /** Keeps a member as it is. */
    public void unknown(String name, JsonNode value) {
      noteOrder(name);
      if (!nulls.isEmpty()) {
        nulls.remove(name);
      }
      unknown = with(unknown, name, value);
    }

    /** Notes under which other name a typed member was read. */
    public void spelled(String name, String spelling) {
      spellings = with(spellings, name, spelling);
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
