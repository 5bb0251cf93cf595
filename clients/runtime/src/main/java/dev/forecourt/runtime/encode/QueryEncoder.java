package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.contract.QueryParameters;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.Model;
import dev.forecourt.runtime.json.OrderedModel;
import dev.forecourt.runtime.json.WireText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@link QueryParameters} into encoded text. A list repeats its name, with JSON for the lists
 * and {@link Json} objects in it; null is left out; a model becomes {@code name[member]=value} and
 * {@code name[member][]=value}, byte for byte as npm's qs with bracket arrays writes an object
 * whose members were set in the same order.
 */
public final class QueryEncoder {

  private QueryEncoder() {}

  /** Encoded names with their encoded values, in order. */
  public static Map<String, Object> encode(Map<String, ? extends @Nullable Object> query) {
    if (query.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> encoded = new LinkedHashMap<>();
    query.forEach((name, value) -> add(encoded, name, value));
    // Feign's interfaces ask for a map of objects
    return new LinkedHashMap<>(encoded);
  }

  private static void add(Map<String, List<String>> encoded, String name, @Nullable Object value) {
    if (value instanceof Styled styled) {
      styled
          .query(name)
          .forEach(
              (key, texts) ->
                  encoded.computeIfAbsent(key, unused -> new ArrayList<>()).addAll(texts));
    } else if (value instanceof Model model) {
      addTree(encoded, name, inOrder(model, Json.from(model)));
    } else if (value instanceof Iterable<?> several) {
      several.forEach(single -> addElement(encoded, name, single));
    } else if (value != null) {
      put(encoded, name, WireText.of(value));
    }
  }

  /** A list in a list has no place of its own in a query: as JSON. */
  private static void addElement(
      Map<String, List<String>> encoded, String name, @Nullable Object element) {
    add(encoded, name, element instanceof Iterable<?> ? Json.ofRequest(element) : element);
  }

  private static Json inOrder(Model model, Json tree) {
    if (model instanceof OrderedModel ordered && tree.isObject()) {
      Map<String, Json> sorted = new LinkedHashMap<>();
      for (String member : ordered.memberOrder()) {
        Json value = tree.get(member);
        if (value != null) {
          sorted.put(member, value);
        }
      }
      return Json.object(sorted);
    }
    return tree;
  }

  private static void addTree(Map<String, List<String>> encoded, String name, Json value) {
    if (value.isObject()) {
      value
          .members()
          .forEach((member, inside) -> addTree(encoded, name + "[" + member + "]", inside));
    } else if (value.isArray()) {
      value.elements().forEach(element -> addTree(encoded, name + "[]", element));
    } else if (!value.isNull()) {
      put(encoded, name, WireText.of(value));
    }
  }

  private static void put(Map<String, List<String>> encoded, String name, String text) {
    encoded
        .computeIfAbsent(Rfc3986.encode(name), unused -> new ArrayList<>())
        .add(Rfc3986.encode(text));
  }
}
