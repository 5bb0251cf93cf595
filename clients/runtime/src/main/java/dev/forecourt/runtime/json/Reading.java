package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that was read, and what in its JSON is not of the type that the contract names.
 *
 * @param value the model
 * @param drifts at most 100, in the order of the JSON; empty if all is as documented. Unmodifiable
 * @param <T> type of the model
 */
public record Reading<T>(T value, List<Drift> drifts) {

  /**
   * The model in this JSON. Throws {@link UnreadableJsonException} if it is no JSON, or not of the
   * type of the model as a whole.
   */
  public static <T> Reading<T> of(byte[] json, JsonReader<T> model) {
    DriftLog drifts = new DriftLog();
    try (JsonIn in = JsonIn.of(json, drifts)) {
      return one(in, model, drifts);
    }
  }

  /** The same for text. */
  public static <T> Reading<T> of(String json, JsonReader<T> model) {
    DriftLog drifts = new DriftLog();
    try (JsonIn in = JsonIn.of(json, drifts)) {
      return one(in, model, drifts);
    }
  }

  /**
   * The models in this array; none if it is null, as programs in Go write an empty list. An element
   * of another type is left out. The array may stand inside an object.
   *
   * @param wrappers members of such an object, the likeliest first
   */
  public static <T> Reading<List<T>> listOf(
      byte[] json, JsonReader<T> element, String... wrappers) {
    DriftLog drifts = new DriftLog();
    try (JsonIn in = JsonIn.of(json, drifts)) {
      return list(in, element, wrappers, drifts);
    }
  }

  /** The same for text. */
  public static <T> Reading<List<T>> listOf(
      String json, JsonReader<T> element, String... wrappers) {
    DriftLog drifts = new DriftLog();
    try (JsonIn in = JsonIn.of(json, drifts)) {
      return list(in, element, wrappers, drifts);
    }
  }

  private static <T> Reading<T> one(JsonIn in, JsonReader<T> model, DriftLog drifts) {
    in.start();
    boolean isNull = in.isAt(JsonToken.VALUE_NULL);
    T value = model.read(in);
    in.end();
    if (value == null) {
      throw isNull ? new UnreadableJsonException("it is null", "$", "") : unfit(in);
    }
    return new Reading<>(value, drifts.all());
  }

  private static UnreadableJsonException unfit(JsonIn in) {
    return new UnreadableJsonException(
        "expected "
            + Drift.withArticle(in.expected())
            + " and found "
            + Drift.withArticle(in.raw().kind().word()),
        "$",
        "");
  }

  private static <T> Reading<List<T>> list(
      JsonIn in, JsonReader<T> element, String[] wrappers, DriftLog drifts) {
    in.start();
    if (in.isAt(JsonToken.START_OBJECT) && wrappers.length > 0) {
      Json object = in.json();
      in.end();
      return wrapped(object, element, wrappers);
    }
    boolean isNull = in.isAt(JsonToken.VALUE_NULL);
    List<T> values = in.list(element);
    in.end();
    if (values == null && !isNull) {
      throw unfit(in);
    }
    return new Reading<>(orNone(values), drifts.all());
  }

  private static <T> List<T> orNone(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  private static <T> Reading<List<T>> wrapped(
      Json object, JsonReader<T> element, String[] wrappers) {
    for (String wrapper : wrappers) {
      Json inside = object.get(wrapper);
      if (inside != null && inside.isArray()) {
        DriftLog drifts = new DriftLog().under("$." + wrapper);
        try (JsonIn in = JsonIn.of(inside.toString(), drifts)) {
          return list(in, element, new String[0], drifts);
        }
      }
    }
    throw new UnreadableJsonException("expected an array and found an object", "$", "");
  }
}
