package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the log of a HAR file, one entry at a time. */
final class HarReader {
  /** What of an entry is of use; the rest is passed over without being kept. */
  private static final Set<String> KEPT = Set.of("request", "response");

  /** Pages and their service workers write the same exchange within so many entries. */
  private static final int NEAR = 100;

  private final HarEntry entries;
  private final Sink sink;
  private final Map<String, Boolean> near =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > NEAR;
        }
      };

  HarReader(HarEntry entries, Sink sink) {
    this.entries = entries;
    this.sink = sink;
  }

  /** From the value of {@code log} on, up to its end. */
  void log(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("is no HAR file: log is no object");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean found = parser.currentName().equals("entries");
      JsonToken value = parser.nextToken();
      if (found && value == JsonToken.START_ARRAY) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            entry(read(parser), "$.log.entries[" + i + "]");
          } else {
            parser.skipChildren();
            sink.skipped(Skipped.NOT_HTTP);
          }
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private static ObjectNode read(JsonParser parser) throws IOException {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (KEPT.contains(name) || value.isScalarValue()) {
        entry.set(name, tree(parser));
      } else {
        parser.skipChildren();
      }
    }
    return entry;
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(tree(parser));
      }
      return list;
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return parser.readValueAsTree();
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("text") && isUseless(object)) {
        // the parser passes over it without keeping it
        object.put("_passedOver", true);
        parser.skipChildren();
      } else {
        object.set(name, tree(parser));
      }
    }
    return object;
  }

  /** A body that is too large or a picture; its size and type stand before its text. */
  private static boolean isUseless(ObjectNode content) {
    return content.path("size").asLong() > Body.LIMIT
        || Body.isBinary(HarEntry.type(content.path("mimeType").asText()));
  }

  private void entry(ObjectNode entry, String place) {
    String url = entry.at("/request/url").asText();
    int status = entry.at("/response/status").asInt();
    if (!Target.isHttp(url) || status == 101) {
      sink.skipped(Skipped.NOT_HTTP);
    } else if (HarEntry.isPreflight(entry)) {
      sink.skipped(Skipped.PREFLIGHT);
    } else if (status <= 0) {
      sink.skipped(Skipped.CANCELLED);
    } else if (status == 304) {
      sink.skipped(Skipped.CACHED);
    } else if (isDuplicate(entry)) {
      sink.skipped(Skipped.DUPLICATE);
    } else {
      sink.exchange(entries.read(entry, place));
    }
  }

  private boolean isDuplicate(ObjectNode entry) {
    boolean ofWorker =
        entry.path("_fetchedViaServiceWorker").asBoolean()
            || entry.at("/response/_fetchedViaServiceWorker").asBoolean()
            || entry.path("_fromServiceWorker").asBoolean();
    String key =
        "%s %s %s %s"
            .formatted(
                entry.at("/request/method").asText(),
                entry.at("/request/url").asText(),
                entry.at("/response/status").asText(),
                entry.at("/response/content/text").hashCode());
    Boolean before = near.put(key, ofWorker);
    return before != null && before != ofWorker;
  }
}
