package dev.forecourt.contract.importer.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a document: the keys and indices that lead to it.
 *
 * @param steps keys ({@code String}) and indices ({@code Integer})
 */
public record Place(List<Object> steps) {
  /** The whole document. */
  public static final Place ROOT = new Place(List.of());

  /** The place that these keys lead to. */
  public static Place of(Object... steps) {
    return new Place(List.of(steps));
  }

  /** The place that a JSON pointer such as {@code /paths/~1pets} names in this document. */
  public static Place ofPointer(String pointer, JsonNode root) {
    Place place = ROOT;
    if (pointer.isEmpty()) {
      return place;
    }
    for (String step : pointer.substring(1).split("/", -1)) {
      String key = step.replace("~1", "/").replace("~0", "~");
      boolean index = place.in(root).isArray() && key.matches("\\d{1,9}");
      place = index ? place.at(Integer.parseInt(key)) : place.key(key);
    }
    return place;
  }

  /** A member of what is here. */
  public Place key(String key) {
    return with(key);
  }

  /** An element of what is here. */
  public Place at(int index) {
    return with(index);
  }

  private Place with(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Place(List.copyOf(longer));
  }

  /** What holds this place. */
  public Place parent() {
    return new Place(steps.subList(0, steps.size() - 1));
  }

  /** The last key or index. */
  public Object last() {
    return steps.get(steps.size() - 1);
  }

  /** The last key or index as text; empty for the document. */
  public String name() {
    return steps.isEmpty() ? "" : last().toString();
  }

  /** Whether this is the whole document. */
  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** What stands here in a document; a missing node if nothing does. */
  public JsonNode in(JsonNode root) {
    JsonNode node = root;
    for (Object step : steps) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
      if (node.isMissingNode()) {
        return MissingNode.getInstance();
      }
    }
    return node;
  }

  /** As a normalized path of RFC 9535, such as {@code $['paths']['/pets']['get']}. */
  public String jsonPath() {
    StringBuilder text = new StringBuilder("$");
    for (Object step : steps) {
      if (step instanceof Integer index) {
        text.append('[').append(index.intValue()).append(']');
      } else {
        text.append("['");
        ((String) step).chars().forEach(c -> text.append(escaped((char) c)));
        text.append("']");
      }
    }
    return text.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\'' -> "\\'";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c);
    };
  }

  /** As a JSON pointer, such as {@code /paths/~1pets/get}. */
  public String pointer() {
    StringBuilder text = new StringBuilder();
    for (Object step : steps) {
      text.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return isRoot() ? "the document" : pointer();
  }
}
