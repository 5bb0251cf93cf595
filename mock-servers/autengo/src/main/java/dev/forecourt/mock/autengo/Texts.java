package dev.forecourt.mock.autengo;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.SeedRows;
import java.util.HashMap;
import java.util.Map;
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

  /** Writes a value: {@code {key, text}} if the field is translated, as it is if not. */
  void write(String field, @Nullable Object value, String language, JsonWriter out) {
    Map<String, String[]> texts = byField.get(field);
    if (texts == null || value == null) {
      out.tree(value);
    } else {
      out.startObject().name("key").tree(value);
      out.field("text", text(texts, value.toString(), language.equals("en") ? 1 : 0)).endObject();
    }
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
