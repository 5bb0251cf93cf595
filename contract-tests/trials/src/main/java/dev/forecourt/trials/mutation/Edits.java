package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Changes of JSON that keep the order of everything else. */
final class Edits {
  private Edits() {}

  static void rename(ObjectNode object, String from, String to) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.properties().forEach(each -> members.put(each.getKey(), each.getValue()));
    object.removeAll();
    members.forEach((name, value) -> object.set(name.equals(from) ? to : name, value));
  }

  /** Replaces a text in a list wherever it stands; no list is no error. */
  static void replace(JsonNode list, String from, String to) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).asText().equals(from)) {
        ((ArrayNode) list).set(i, to);
      }
    }
  }

  static void remove(JsonNode list, String text) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (list.get(i).asText().equals(text)) {
        ((ArrayNode) list).remove(i);
      }
    }
  }

  static void removeAt(JsonNode list, int index) {
    if (index < list.size()) {
      ((ArrayNode) list).remove(index);
    }
  }
}
