package dev.forecourt.mock.control;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.UnknownName;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that a control was sent. Each method refuses what it does not expect with 400.
 */
public final class ControlBody {

  private final Map<?, ?> fields;

  private ControlBody(Map<?, ?> fields) {
    this.fields = fields;
  }

  /** Reads the body of a request. */
  public static ControlBody of(MockRequest request) {
    try {
      if (JsonReader.read(request.body()) instanceof Map<?, ?> object) {
        return new ControlBody(object);
      }
      throw new Refusal(400, "body must be a JSON object");
    } catch (JsonProblem e) {
      throw new Refusal(400, "body is not valid JSON: " + e.getMessage());
    }
  }

  /** Refuses members other than these; they are nearly always a typing error. */
  public ControlBody only(String... names) {
    for (Object name : fields.keySet()) {
      if (!Set.of(names).contains(String.valueOf(name))) {
        throw UnknownName.of(String.valueOf(name), List.of(names));
      }
    }
    return this;
  }

  /** Whether the member was sent, be it null. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The value as it was sent; null when absent. */
  public @Nullable Object value(String name) {
    return fields.get(name);
  }

  /** A text, or a number as text; null when absent. */
  public @Nullable String text(String name) {
    Object value = fields.get(name);
    if (value == null || value instanceof String || value instanceof Number) {
      return value == null ? null : value.toString();
    }
    throw new Refusal(400, "'%s' must be a text".formatted(name));
  }

  /** A whole number between two that are themselves allowed; null when absent. */
  public @Nullable Long whole(String name, long least, long most) {
    Object value = fields.get(name);
    if (value == null || (value instanceof Long number && number >= least && number <= most)) {
      return (Long) value;
    }
    throw new Refusal(
        400, "'%s' must be a whole number between %d and %d".formatted(name, least, most));
  }

  /** A number above 0 and up to 1; the other when absent. */
  double fraction(String name, double otherwise) {
    Object value = fields.get(name);
    double number = value instanceof Number sent ? sent.doubleValue() : otherwise;
    if ((value == null || value instanceof Number) && number > 0 && number <= 1) {
      return number;
    }
    throw new Refusal(400, "'%s' must be a number above 0 and up to 1".formatted(name));
  }

  /** An array of objects, required. */
  List<ControlBody> objects(String name) {
    List<ControlBody> out = new ArrayList<>();
    if (fields.get(name) instanceof List<?> items) {
      for (Object each : items) {
        if (each instanceof Map<?, ?> object) {
          out.add(new ControlBody(object));
        }
      }
      if (out.size() == items.size()) {
        return out;
      }
    }
    throw new Refusal(400, "'%s' must be an array of objects".formatted(name));
  }
}
