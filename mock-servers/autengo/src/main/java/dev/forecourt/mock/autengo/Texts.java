package dev.forecourt.mock.autengo;

import dev.forecourt.mock.store.SeedRows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words for the keys of translated fields, in German and English. */
final class Texts {

  private static final String ANY = "*";

  private final Map<String, Map<String, String[]>> byField = new HashMap<>();

  Texts() {
    for (String[] row : SeedRows.of(Texts.class, "autengo/texts.psv")) {
      byField
          .computeIfAbsent(row[0], field -> new HashMap<>())
          .put(row[1], new String[] {row[2], row[3]});
    }
  }

  /** The fields that are translated. */
  Set<String> fields() {
    return byField.keySet();
  }

  /** A value as it is shown: {@code {key, text}} if the field is translated, as it is if not. */
  Object shown(String field, Object value, String language) {
    Map<String, String[]> texts = byField.get(field);
    if (texts == null) {
      return value;
    }
    Map<String, @Nullable Object> pair = new LinkedHashMap<>();
    pair.put("key", value);
    pair.put("text", text(texts, value.toString(), language.equals("en") ? 1 : 0));
    return pair;
  }

  private static @Nullable String text(Map<String, String[]> texts, String key, int language) {
    String[] known = texts.get(key);
    if (known != null) {
      return known[language];
    }
    // the vendor does not say what most of its codes stand for
    String[] neutral = texts.get(ANY);
    return neutral == null ? key : neutral[language] + " " + key;
  }
}
