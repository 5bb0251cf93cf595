package dev.forecourt.runtime.encode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.VendorJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fields of a form in the order of the contract. A list repeats its name; null is left out. */
final class FormFields {

  private FormFields() {}

  static List<Map.Entry<String, String>> of(Object form) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    VendorJson.tree(form).properties().forEach(member -> add(fields, member));
    return fields;
  }

  private static void add(
      List<Map.Entry<String, String>> fields, Map.Entry<String, JsonNode> member) {
    if (member.getValue().isArray()) {
      member.getValue().forEach(element -> fields.add(Map.entry(member.getKey(), text(element))));
    } else if (!member.getValue().isNull()) {
      fields.add(Map.entry(member.getKey(), text(member.getValue())));
    }
  }

  private static String text(JsonNode value) {
    if (value.isBoolean()) {
      // the vendors' form readers are PHP, where the text "false" counts as true
      return value.booleanValue() ? "1" : "0";
    }
    if (value.isBigDecimal()) {
      return value.decimalValue().toPlainString();
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
