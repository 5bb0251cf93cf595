package dev.forecourt.runtime.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the alternatives of a {@code oneOf} or {@code anyOf} apart. Used by generated code.
 *
 * <p>By the member that the contract names for it (its discriminator), else by shape: the one kind
 * of JSON, the one object that has all required members and the most of the known ones. What cannot
 * be told apart is kept as JSON. Whatever is chosen is written back as it was read.
 *
 * @param <T> what the alternatives have in common
 */
public final class Choice<T> {
  private final Function<Json, T> other;
  private final @Nullable String member;
  private final List<Alternative<T>> objects = new ArrayList<>();
  private final Map<Json.Kind, JsonReader<? extends T>> kinds = new EnumMap<>(Json.Kind.class);

  private record Alternative<T>(
      JsonReader<? extends T> reader,
      List<String> names,
      List<String> required,
      List<String> known,
      Map<String, String> fixed) {

    /** How many of its members there are; -1 if it cannot be this one. */
    int fit(Json object) {
      for (String name : required) {
        if (object.get(name) == null) {
          return -1;
        }
      }
      for (Map.Entry<String, String> each : fixed.entrySet()) {
        Json value = object.get(each.getKey());
        if (value != null && !value.scalar().orElse("").equals(each.getValue())) {
          return -1;
        }
      }
      return (int) known.stream().filter(name -> object.get(name) != null).count();
    }
  }

  private Choice(@Nullable String member, Function<Json, T> other) {
    this.member = member;
    this.other = other;
  }

  /** A choice without alternatives; {@code other} holds what fits none. */
  public static <T> Choice<T> of(Class<T> type, Function<Json, T> other) {
    return by(type, null, other);
  }

  /** The same, told apart by this member. */
  public static <T> Choice<T> by(Class<T> type, @Nullable String member, Function<Json, T> other) {
    Choice<T> choice = new Choice<>(member, other);
    Models.add(type, choice::read);
    return choice;
  }

  /**
   * With an object.
   *
   * @param names values of the member that mean it
   * @param required members that it cannot be without
   * @param known members that it has
   * @param fixed members that can have one value only
   */
  public Choice<T> object(
      JsonReader<? extends T> reader,
      List<String> names,
      List<String> required,
      List<String> known,
      Map<String, String> fixed) {
    objects.add(new Alternative<>(reader, names, required, known, fixed));
    return this;
  }

  /** With all values of this kind of JSON. */
  public Choice<T> kind(Json.Kind kind, JsonReader<? extends T> reader) {
    kinds.put(kind, reader);
    return this;
  }

  /** The alternative that stands here; null for null. */
  public @Nullable T read(JsonIn in) {
    if (in.isNull()) {
      return in.nothing("value");
    }
    Json json = in.json();
    JsonReader<? extends T> reader = json.isObject() ? ofObject(json) : null;
    if (reader == null) {
      reader = kinds.get(json.kind());
    }
    T value = reader == null ? null : in.within(json, reader);
    return value == null ? other.apply(json) : value;
  }

  private @Nullable JsonReader<? extends T> ofObject(Json json) {
    Json name = member == null ? null : json.get(member);
    if (name != null) {
      String text = name.scalar().orElse("");
      for (Alternative<T> each : objects) {
        if (each.names().contains(text)) {
          return each.reader();
        }
      }
      // a new one, which the contract does not know yet
      return objects.stream().anyMatch(each -> !each.names().isEmpty()) ? null : byShape(json);
    }
    return byShape(json);
  }

  private @Nullable JsonReader<? extends T> byShape(Json json) {
    JsonReader<? extends T> best = null;
    int most = -1;
    boolean tie = false;
    for (Alternative<T> each : objects) {
      int fit = each.fit(json);
      tie = fit == most || fit <= most && tie;
      if (fit > most) {
        best = each.reader();
        most = fit;
      }
    }
    return tie && most >= 0 ? null : best;
  }
}
