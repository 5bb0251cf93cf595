package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;

/** Values like the right ones. */
final class OtherValues {
  private OtherValues() {}

  /**
   * Another value of the same type: of an enumeration the next that it does not list, of a list one
   * without its last element.
   */
  static JsonNode than(JsonNode value, JsonNode taken) {
    if (value.isBoolean()) {
      return BooleanNode.valueOf(!value.booleanValue());
    }
    if (value.isArray()) {
      ArrayNode shorter = value.deepCopy();
      if (shorter.isEmpty()) {
        return shorter.add("X");
      }
      shorter.remove(shorter.size() - 1);
      return shorter;
    }
    if (value.isIntegralNumber()) {
      long other = value.longValue() + 1;
      while (holds(taken, String.valueOf(other))) {
        other++;
      }
      return LongNode.valueOf(other);
    }
    return value.isNumber()
        ? DecimalNode.valueOf(value.decimalValue().add(BigDecimal.ONE))
        : TextNode.valueOf(value.asText() + "X");
  }

  private static boolean holds(JsonNode list, String text) {
    for (JsonNode each : list) {
      if (each.asText().equals(text)) {
        return true;
      }
    }
    return false;
  }
}
