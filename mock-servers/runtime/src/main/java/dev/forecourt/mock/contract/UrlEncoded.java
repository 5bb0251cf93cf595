package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code name=value} pairs of a query or of a urlencoded form. */
public final class UrlEncoded {

  // far more than any contract asks for; keeps a flood of parameters from costing memory
  static final int MAX_FIELDS = 1000;

  private UrlEncoded() {}

  /** Values by name, in order. Throws {@link IllegalArgumentException} saying what is wrong. */
  public static Map<String, List<String>> parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = 0;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        if (++count > MAX_FIELDS) {
          throw new IllegalArgumentException("more than " + MAX_FIELDS + " fields");
        }
        add(fields, text.substring(start, end));
      }
      start = end + 1;
    }
    return fields;
  }

  private static void add(Map<String, List<String>> fields, String pair) {
    int equals = pair.indexOf('=');
    String name = PercentDecoder.form(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : PercentDecoder.form(pair.substring(equals + 1));
    fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
  }
}
