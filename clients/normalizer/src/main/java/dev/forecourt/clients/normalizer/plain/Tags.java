package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The first tag of each operation, as a name that Java takes. */
final class Tags {
  private final JavaNames names = JavaNames.ofServices();
  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();

  Tags(Document document) {
    for (JsonNode tag : document.root().path("tags")) {
      words.put(tag.path("name").asText(), tag.path("description").asText(""));
    }
  }

  String of(JsonNode operation) {
    String tag = operation.path("tags").path(0).asText("").strip();
    String wished = tag.isEmpty() ? "Default" : tag;
    return known.computeIfAbsent(wished.toLowerCase(Locale.ROOT), key -> added(wished));
  }

  private String added(String tag) {
    String name = names.type(tag);
    words.put(name, words.getOrDefault(tag, ""));
    return name;
  }

  ArrayNode list() {
    ArrayNode tags = JsonNodeFactory.instance.arrayNode();
    for (String name : known.values()) {
      tags.addObject().put("name", name).put("description", words.getOrDefault(name, ""));
    }
    return tags;
  }
}
