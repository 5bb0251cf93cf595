package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.check.Message.Gap;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes exchanges of the journal of a mock server, which keeps no bodies and few headers. */
final class JournalEntry {
  private JournalEntry() {}

  /** From the value of {@code requests} on, up to its end. */
  static void list(JsonParser parser, String file, Sink sink) throws IOException {
    for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
      JsonNode entry = parser.readValueAsTree();
      if (entry.path("preflight").asBoolean()) {
        sink.skipped(Skipped.PREFLIGHT);
      } else if (entry.path("status").asInt() <= 0) {
        sink.skipped(Skipped.CANCELLED);
      } else {
        sink.exchange(read(entry, file, "$.requests[" + i + "]"));
      }
    }
  }

  private static Recorded read(JsonNode entry, String file, String place) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    entry
        .path("headers")
        .properties()
        .forEach(each -> headers.put(each.getKey(), List.of(each.getValue().asText())));
    Message sent =
        new Message(
            place,
            headers,
            Target.query(entry.path("query").asText()),
            MissingNode.getInstance(),
            place,
            HarEntry.type(String.join("", headers.getOrDefault("Content-Type", List.of()))),
            List.of(),
            Set.of(Gap.HEADERS, Gap.BODY),
            Set.of());
    Exchange exchange =
        new Exchange(
            place,
            place,
            entry.path("operation").asText(),
            Exchange.Kind.CALL,
            entry.path("method").asText(),
            entry.path("path").asText(),
            entry.path("status").asInt(),
            sent,
            unknown(place));
    return new Recorded(file, "", exchange, false, List.of());
  }

  static Message unknown(String place) {
    return new Message(
        place,
        Map.of(),
        Map.of(),
        MissingNode.getInstance(),
        place,
        "",
        List.of(),
        Set.of(Gap.HEADERS, Gap.BODY),
        Set.of());
  }
}
