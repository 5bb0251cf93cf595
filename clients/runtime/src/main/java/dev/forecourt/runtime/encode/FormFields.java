package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.WireText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fields of a form in the order of the contract. A list repeats its name; null is left out. */
final class FormFields {

  private FormFields() {}

  static List<Map.Entry<String, String>> of(Object form) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    Json.from(form).members().forEach((name, value) -> add(fields, name, value));
    return fields;
  }

  private static void add(List<Map.Entry<String, String>> fields, String name, Json value) {
    if (value.isArray()) {
      value.elements().forEach(element -> fields.add(Map.entry(name, text(element))));
    } else if (!value.isNull()) {
      fields.add(Map.entry(name, text(value)));
    }
  }

  private static String text(Json value) {
    if (value.bool().isPresent()) {
      // the vendors' form readers are PHP, where the text "false" counts as true
      return value.bool().get() ? "1" : "0";
    }
    return value.isObject() || value.isArray() ? value.toString() : WireText.of(value);
  }
}
