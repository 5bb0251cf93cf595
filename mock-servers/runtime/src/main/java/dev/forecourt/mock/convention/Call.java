package dev.forecourt.mock.convention;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checked input of one call, by the names on the wire; what was not sent is not in it. */
public final class Call {

  private final Map<String, Object> path = new LinkedHashMap<>();
  private final Map<String, Object> query = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
  private @Nullable Object body;

  /** Nothing was sent yet. */
  public Call() {}

  /** A value of the path. */
  public Call path(String name, @Nullable Object value) {
    return put(path, name, value);
  }

  /** A value of the query. */
  public Call query(String name, @Nullable Object value) {
    return put(query, name, value);
  }

  /** A field of a form. */
  public Call field(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /** The body. */
  public Call body(@Nullable Object value) {
    body = value;
    return this;
  }

  private Call put(Map<String, Object> into, String name, @Nullable Object value) {
    if (value != null) {
      into.put(name, value);
    }
    return this;
  }

  @Nullable Object inPath(String name) {
    return path.get(name);
  }

  @Nullable Object inQuery(String name) {
    return query.get(name);
  }

  Map<String, Object> query() {
    return query;
  }

  Map<String, Object> path() {
    return path;
  }

  /** What the body says of an item; nothing where it is no object. */
  Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    if (body instanceof Map<?, ?> map) {
      map.forEach((name, value) -> all.put(String.valueOf(name), value));
    }
    all.putAll(fields);
    return all;
  }
}
