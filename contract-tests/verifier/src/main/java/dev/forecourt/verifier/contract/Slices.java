package dev.forecourt.verifier.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value with a long list in parts: a validator keeps all that is wrong with a value, which may be
 * more than there is memory.
 *
 * @param value the value with a part of its list
 * @param list JSON path of the list
 * @param from number of the first item that the part has
 */
record Slices(JsonNode value, String list, int from) {
  private static final int MOST = 250;
  private static final int DEEPEST = 3;

  static List<Slices> of(JsonNode value) {
    List<String> path = new ArrayList<>();
    JsonNode list = longest(value, path, 0);
    if (list == null) {
      return List.of(new Slices(value, "", 0));
    }
    List<Slices> all = new ArrayList<>();
    for (int from = 0; from < list.size(); from += MOST) {
      ArrayNode part = JsonNodeFactory.instance.arrayNode();
      for (int i = from; i < Math.min(list.size(), from + MOST); i++) {
        part.add(list.get(i));
      }
      String place = path.stream().map(JsonPath::member).collect(Collectors.joining());
      all.add(new Slices(with(value, path, part), place, from));
    }
    return all;
  }

  /** Where something of this part stands in the whole. */
  String inWhole(String place) {
    if (from == 0 || !place.startsWith(list + "[")) {
      return place;
    }
    String rest = place.substring(list.length() + 1);
    int end = rest.indexOf(']');
    return list + "[" + (Integer.parseInt(rest.substring(0, end)) + from) + rest.substring(end);
  }

  private static @Nullable JsonNode longest(JsonNode value, List<String> path, int depth) {
    if (value.isArray()) {
      return value.size() > MOST ? value : null;
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      if (depth < DEEPEST) {
        path.add(each.getKey());
        JsonNode found = longest(each.getValue(), path, depth + 1);
        if (found != null) {
          return found;
        }
        path.remove(path.size() - 1);
      }
    }
    return null;
  }

  private static JsonNode with(JsonNode value, List<String> path, JsonNode part) {
    if (path.isEmpty()) {
      return part;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    copy.setAll((ObjectNode) value);
    copy.set(path.get(0), with(value.path(path.get(0)), path.subList(1, path.size()), part));
    return copy;
  }
}
