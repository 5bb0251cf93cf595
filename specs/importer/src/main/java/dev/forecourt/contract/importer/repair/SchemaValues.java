package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values in a schema are of its type: of an enumeration, and the default. */
final class SchemaValues {
  private SchemaValues() {}

  static void check(Draft draft, Place place) {
    JsonNode value = draft.at(place.key("default"));
    String type = draft.at(place.key("type")).asText();
    if (value.isMissingNode() || type.isEmpty() || value.isNull()) {
      return;
    }
    JsonNode right = as(type, value);
    if (right == null) {
      draft.drop(
          place.key("default"), "default " + value, "it is no " + type, "no default is known");
    } else if (!right.equals(value)) {
      draft.mend(place.key("default"), right, "is no " + type, "read as " + right);
    }
  }

  static void enumeration(Draft draft, Place place) {
    Place at = place.key("enum");
    JsonNode values = draft.at(at);
    if (values.isTextual()) {
      values = Draft.array().add(values.asText());
    }
    if (!values.isArray() || values.isEmpty()) {
      draft.drop(at, "enum", "it lists no values", "any value is taken");
      return;
    }
    String type = draft.at(place.key("type")).asText();
    Set<JsonNode> right = new LinkedHashSet<>();
    for (JsonNode each : values) {
      JsonNode read = type.isEmpty() || each.isNull() ? each : as(type, each);
      if (read != null) {
        right.add(read);
      }
    }
    if (right.isEmpty()) {
      draft.drop(at, "enum", "none of its values is a " + type, "any value is taken");
      draft.remove(place.key("type"), "Left out: type and enumeration contradict each other.");
      return;
    }
    ArrayNode list = Draft.array();
    right.forEach(list::add);
    if (!list.equals(draft.at(at))) {
      draft.mend(
          at, list, "holds values that are no " + type + ", or one twice", "read as " + list);
    }
    boolean nullListed = right.stream().anyMatch(JsonNode::isNull);
    if (nullListed && !draft.is31() && !draft.at(place.key("nullable")).asBoolean()) {
      draft.mend(
          place.key("nullable"),
          Draft.object().booleanNode(true),
          "the enumeration has null and the schema does not",
          "the value may be null");
    } else if (nullListed && draft.is31() && draft.at(place.key("type")).isTextual()) {
      draft.mend(
          place.key("type"),
          Draft.array().add(type).add("null"),
          "the enumeration has null and the type does not",
          "the value may be null");
    }
  }

  /** The value as one of a type; null if it is none. */
  static @Nullable JsonNode as(String type, JsonNode value) {
    return switch (type) {
      case "string" ->
          value.isTextual() ? value : value.isValueNode() ? Draft.text(value.asText()) : null;
      case "integer" -> {
        JsonNode number = asNumber(value);
        yield number == null || number.isIntegralNumber() ? number : whole(number);
      }
      case "number" -> asNumber(value);
      case "boolean" ->
          value.isBoolean()
              ? value
              : value.asText().matches("(?i)true|false")
                  ? Draft.object().booleanNode(value.asText().equalsIgnoreCase("true"))
                  : null;
      case "array" -> value.isArray() ? value : null;
      case "object" -> value.isObject() ? value : null;
      default -> value;
    };
  }

  private static @Nullable JsonNode whole(JsonNode number) {
    BigDecimal value = number.decimalValue().stripTrailingZeros();
    return value.scale() <= 0 ? number(value.toBigInteger()) : null;
  }

  private static JsonNode number(BigInteger value) {
    if (value.bitLength() < 32) {
      return Draft.object().numberNode(value.intValue());
    }
    return value.bitLength() < 64
        ? Draft.object().numberNode(value.longValue())
        : Draft.object().numberNode(value);
  }

  static @Nullable JsonNode asNumber(JsonNode value) {
    if (value.isNumber()) {
      return value;
    }
    String text = value.asText().trim();
    if (value.isTextual() && text.matches("-?\\d{1,300}")) {
      return number(new BigInteger(text));
    }
    return value.isTextual() && text.matches("-?\\d{1,300}\\.\\d{1,300}")
        ? Draft.object().numberNode(new BigDecimal(text))
        : null;
  }
}
