package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import java.util.List;
import java.util.Set;

/** Types that keep what stands on the wire, and the rules that a request can be checked by. */
final class Scalars {
  /** Formats that become a type of Java, or hide a value; all others are text as it came. */
  private static final Set<String> FORMATS = Set.of("date", "date-time", "password");

  private Scalars() {}

  static ObjectNode text(ObjectNode schema, String place, Findings findings) {
    ObjectNode text = Schemas.type("string");
    String format = schema.path("format").asText("");
    if (FORMATS.contains(format)) {
      text.put("format", format);
    }
    copyLength(schema, text, "minLength");
    copyLength(schema, text, "maxLength");
    String pattern = schema.path("pattern").asText("");
    if (!pattern.isEmpty()) {
      try {
        EcmaPattern.toJava(pattern);
        text.put("pattern", pattern);
      } catch (UnreadablePattern e) {
        findings.note(place, "its pattern is not checked: " + e.getMessage());
      }
    }
    return text;
  }

  private static void copyLength(ObjectNode from, ObjectNode to, String word) {
    if (from.path(word).canConvertToInt() && from.path(word).isIntegralNumber()) {
      to.set(word, from.get(word));
    }
  }

  /** 64 bits, unless the contract says that 32 are enough. */
  static ObjectNode integer(ObjectNode schema) {
    ObjectNode integer = Schemas.type("integer");
    boolean small = schema.path("format").asText("").equals("int32");
    integer.put("format", small ? "int32" : "int64");
    return bounded(schema, integer);
  }

  /** Without a format: a float would lose digits. */
  static ObjectNode number(ObjectNode schema) {
    return bounded(schema, Schemas.type("number"));
  }

  private static ObjectNode bounded(ObjectNode from, ObjectNode to) {
    for (String word : List.of("minimum", "maximum", "multipleOf")) {
      JsonNode bound = from.path(word);
      if (bound.isNumber()) {
        to.set(word, bound);
      }
    }
    for (String word : List.of("exclusiveMinimum", "exclusiveMaximum")) {
      if (from.path(word).isBoolean()) {
        to.set(word, from.get(word));
      }
    }
    return to;
  }

  static void copy(ObjectNode from, ObjectNode to, String... words) {
    for (String word : words) {
      copyLength(from, to, word);
    }
  }

  /** Of elements and values of maps: the vendor checks those. */
  static ObjectNode withoutRules(ObjectNode type) {
    return type.remove(
        List.of(
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems"));
  }
}
