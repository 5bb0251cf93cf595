package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What values have in common that were seen in one place: enough to write a schema, not more. */
final class Inference {
  private static final int DEEPEST = 6;
  private static final int MOST_MEMBERS = 60;

  private final Set<String> types = new LinkedHashSet<>();
  private final Map<String, Inference> members = new TreeMap<>();
  private final int depth;
  private @Nullable Inference items;
  private boolean nulls;
  private @Nullable String format;
  private boolean texts;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  Inference() {
    this(0);
  }

  private Inference(int depth) {
    this.depth = depth;
  }

  void add(JsonNode value) {
    switch (value.getNodeType()) {
      case NULL -> nulls = true;
      case BOOLEAN -> types.add("boolean");
      case NUMBER -> number(value);
      case STRING -> text(value.textValue());
      case ARRAY -> list(value);
      case OBJECT -> object(value);
      default -> {}
    }
  }

  /** Adds what was seen elsewhere. */
  void addAll(Inference other) {
    types.addAll(other.types);
    nulls |= other.nulls;
    if (other.texts) {
      format = texts && !Objects.equals(other.format, format) ? "" : other.format;
      texts = true;
    }
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
    if (other.items != null) {
      items = items == null ? new Inference(depth + 1) : items;
      items.addAll(other.items);
    }
    other.members.forEach(
        (name, member) ->
            members.computeIfAbsent(name, absent -> new Inference(depth + 1)).addAll(member));
  }

  /** Text of a parameter or header, which may stand for a number. */
  void addText(JsonNode value) {
    String text = value.asText();
    if (value.isArray()) {
      list(value);
    } else if (text.matches("-?(0|[1-9]\\d{0,17})")) {
      add(LongNode.valueOf(Long.parseLong(text)));
    } else if (text.equals("true") || text.equals("false")) {
      add(BooleanNode.valueOf(text.equals("true")));
    } else {
      add(value);
    }
    if (types.size() > 1) {
      // anything is text
      types.retainAll(Set.of("string", "array"));
      types.add("string");
    }
  }

  private void number(JsonNode value) {
    types.add(value.isIntegralNumber() ? "integer" : "number");
    bound(value.doubleValue());
  }

  private void bound(double number) {
    least = Math.min(least, number);
    most = Math.max(most, number);
  }

  private void text(String text) {
    types.add("string");
    bound(text.length());
    String found = format(text);
    format = texts && !found.equals(format) ? "" : found;
    texts = true;
  }

  private static String format(String text) {
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return "date";
    }
    if (text.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}")) {
      return "local-date-time";
    }
    return text.matches(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})")
        ? "date-time"
        : "";
  }

  private void list(JsonNode value) {
    types.add("array");
    bound(value.size());
    if (items == null) {
      items = new Inference(depth + 1);
    }
    if (depth < DEEPEST) {
      value.forEach(items::add);
    }
  }

  private void object(JsonNode value) {
    types.add("object");
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      boolean room = depth < DEEPEST && members.size() < MOST_MEMBERS;
      if (room || members.containsKey(each.getKey())) {
        members
            .computeIfAbsent(each.getKey(), absent -> new Inference(depth + 1))
            .add(each.getValue());
      }
    }
  }

  Set<String> types() {
    return types;
  }

  Map<String, Inference> members() {
    return members;
  }

  @Nullable Inference items() {
    return items;
  }

  boolean nulls() {
    return nulls;
  }

  /** That of all texts; empty if they have none in common. */
  String format() {
    return format == null ? "" : format;
  }

  /** The least number, length of a text or of a list. */
  double least() {
    return least;
  }

  /** The greatest number, length of a text or of a list. */
  double most() {
    return most;
  }
}
