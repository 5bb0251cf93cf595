package dev.forecourt.runtime.json;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Json} of what is written. */
final class TreeSink implements JsonSink {

  /** An object or array that is not finished; the last name is of the member that comes next. */
  private static final class Open {
    final @Nullable Map<String, Json> members;
    final List<Json> elements = new ArrayList<>();
    String name = "";

    Open(boolean object) {
      members = object ? new LinkedHashMap<>() : null;
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Json done;

  /** The value. Throws {@code NullPointerException} if none was written. */
  Json json() {
    return Objects.requireNonNull(done, "nothing was written");
  }

  private void add(Json value) {
    Open inside = open.peek();
    if (inside == null) {
      done = value;
    } else if (inside.members == null) {
      inside.elements.add(value);
    } else {
      inside.members.put(inside.name, value);
    }
  }

  @Override
  public void startObject() {
    open.push(new Open(true));
  }

  @Override
  public void endObject() {
    add(Json.object(Objects.requireNonNull(open.pop().members)));
  }

  @Override
  public void startArray() {
    open.push(new Open(false));
  }

  @Override
  public void endArray() {
    add(Json.array(open.pop().elements));
  }

  @Override
  public void name(String name) {
    open.element().name = name;
  }

  @Override
  public void text(String text) {
    add(Json.of(text));
  }

  @Override
  public void number(int number) {
    add(Json.of(number));
  }

  @Override
  public void number(long number) {
    add(Json.of(number));
  }

  @Override
  public void number(BigDecimal number) {
    add(Json.of(number));
  }

  @Override
  public void number(String spelling) {
    add(Json.numberAsRead(spelling));
  }

  @Override
  public void bool(boolean value) {
    add(Json.of(value));
  }

  @Override
  public void nothing() {
    add(Json.NULL);
  }
}
