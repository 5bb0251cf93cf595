package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema of what was seen, as lines of YAML, and an example that is nobody's. */
final class SeenSchema {
  private SeenSchema() {}

  /** Keywords, each line without indentation of its own. */
  static List<String> lines(Inference seen) {
    List<String> lines = new ArrayList<>();
    List<String> types = types(seen);
    if (types.size() > 1) {
      lines.add("anyOf:");
      for (String type : types) {
        List<String> one = ofType(seen, type);
        lines.add("  - " + one.get(0));
        one.subList(1, one.size()).forEach(line -> lines.add("    " + line));
      }
    } else if (types.size() == 1) {
      lines.addAll(ofType(seen, types.get(0)));
    } else if (seen.nulls()) {
      lines.add("nullable: true");
    } else {
      lines.add("{}");
    }
    return lines;
  }

  /** A whole number is a number as well. */
  private static List<String> types(Inference seen) {
    List<String> types = new ArrayList<>(seen.types());
    if (types.contains("number")) {
      types.remove("integer");
    }
    return types;
  }

  private static List<String> ofType(Inference seen, String type) {
    List<String> lines = new ArrayList<>();
    lines.add("type: " + type);
    if (type.equals("integer")
        && (seen.most() > Integer.MAX_VALUE || seen.least() < Integer.MIN_VALUE)) {
      lines.add("format: int64");
    }
    if (type.equals("string") && !seen.format().isEmpty()) {
      lines.add("format: " + seen.format());
    }
    if (seen.nulls()) {
      lines.add("nullable: true");
    }
    if (type.equals("array")) {
      Inference items = seen.items();
      List<String> each = items == null ? List.of("{}") : lines(items);
      if (each.equals(List.of("{}"))) {
        lines.add("items: {}");
      } else {
        lines.add("items:");
        each.forEach(line -> lines.add("  " + line));
      }
    }
    if (type.equals("object") && !seen.members().isEmpty()) {
      members(seen, lines);
    }
    return lines;
  }

  private static void members(Inference seen, List<String> lines) {
    if (!seen.members().keySet().stream().allMatch(each -> Shapes.name(each).equals(each))) {
      // the names can be somebody's: a map
      lines.add("additionalProperties: true");
      return;
    }
    lines.add("properties:");
    for (Map.Entry<String, Inference> each : seen.members().entrySet()) {
      List<String> schema = lines(each.getValue());
      if (schema.equals(List.of("{}"))) {
        lines.add("  " + key(each.getKey()) + ": {}");
      } else {
        lines.add("  " + key(each.getKey()) + ":");
        schema.forEach(line -> lines.add("    " + line));
      }
    }
  }

  /** Something that fits the schema and says nothing of anybody. */
  static JsonNode example(Inference seen) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    List<String> types = types(seen);
    if (types.isEmpty()) {
      return NullNode.getInstance();
    }
    return switch (types.get(0)) {
      case "boolean" -> json.booleanNode(true);
      case "integer" -> json.numberNode(1);
      case "number" -> json.numberNode(1.5);
      case "array" -> json.arrayNode();
      case "object" -> object(seen);
      default -> text(seen.format());
    };
  }

  private static JsonNode object(Inference seen) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    if (seen.members().keySet().stream().allMatch(each -> Shapes.name(each).equals(each))) {
      seen.members().forEach((name, member) -> object.set(name, example(member)));
    }
    return object;
  }

  private static JsonNode text(String format) {
    return TextNode.valueOf(
        switch (format) {
          case "date" -> "2026-01-31";
          case "date-time" -> "2026-01-31T10:00:00Z";
          case "local-date-time" -> "2026-01-31 10:00:00";
          default -> "text";
        });
  }

  /** A key of YAML: quoted where it would mean something else. */
  static String key(String name) {
    boolean plain =
        name.matches("[A-Za-z_][\\w-]*") && !name.matches("(?i)y|n|yes|no|on|off|true|false|null");
    return plain ? name : quoted(name);
  }

  static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}
