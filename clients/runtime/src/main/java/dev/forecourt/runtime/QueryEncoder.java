package dev.forecourt.runtime;

import feign.QueryMapEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns {@link QueryParameters} into encoded text. A list repeats its name; null is left out. */
final class QueryEncoder implements QueryMapEncoder {

  @Override
  public Map<String, Object> encode(Object query) {
    Map<String, Object> encoded = new LinkedHashMap<>();
    ((QueryParameters) query)
        .queryParameters()
        .forEach(
            (name, value) -> {
              if (value != null) {
                encoded.put(Rfc3986.encode(name), texts(value));
              }
            });
    return encoded;
  }

  private static List<String> texts(Object value) {
    Iterable<?> values = value instanceof Iterable<?> several ? several : List.of(value);
    List<String> texts = new ArrayList<>();
    for (@Nullable Object single : values) {
      if (single != null) {
        texts.add(Rfc3986.encode(WireText.of(single)));
      }
    }
    return texts;
  }
}
