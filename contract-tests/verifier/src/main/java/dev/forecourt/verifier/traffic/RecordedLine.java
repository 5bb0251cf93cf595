package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.check.Message.Gap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One line of a recording, as {@link RecordingWriter} writes it:
 *
 * <pre>{@code
 * {"recording": 1, "time": "2026-01-31T10:00:00Z",
 *  "request": {"method": "GET", "url": "https://www.fidcar.com/api/review?page=1",
 *              "headers": {"Accept": ["application/json"], "Authorization": ["aaaa"]},
 *              "struck": ["header Authorization"]},
 *  "response": {"status": 200, "headers": {"Content-Type": ["application/json"]},
 *               "body": {"data": []}}}
 * }</pre>
 *
 * <p>A {@code body} is JSON if the type is, else text. {@code gaps} names what was sent and not
 * recorded: {@code headers}, {@code body}. {@code struck} names what was made unreadable.
 */
final class RecordedLine {
  static final String VERSION = "recording";

  private RecordedLine() {}

  static Recorded read(JsonNode line, String file, int number) {
    String place = "line " + number;
    JsonNode request = line.path("request");
    JsonNode response = line.path("response");
    if (line.path(VERSION).asInt() != 1 || !request.has("url") || !response.has("status")) {
      throw new IllegalArgumentException(
          "%s, exchange %d: expected {\"recording\": 1, \"request\": {\"method\": …, \"url\": …}, \"response\": {\"status\": …}}"
              .formatted(file, number));
    }
    Target target = Target.of(request.path("url").asText());
    Exchange exchange =
        new Exchange(
            place,
            place,
            "",
            Exchange.Kind.CALL,
            request.path("method").asText().toUpperCase(Locale.ROOT),
            target.path(),
            response.path("status").asInt(),
            message(request, target.query(), place + " request"),
            message(response, Map.of(), place + " response"));
    return new Recorded(file, target.host(), exchange, true, List.of());
  }

  private static Message message(JsonNode side, Map<String, List<String>> query, String place) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    side.path("headers")
        .properties()
        .forEach(
            each -> {
              List<String> values = new ArrayList<>();
              each.getValue().forEach(value -> values.add(value.asText()));
              headers.put(each.getKey(), values);
            });
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    side.path("gaps")
        .forEach(each -> gaps.add(Gap.valueOf(each.asText().toUpperCase(Locale.ROOT))));
    Set<String> struck = new TreeSet<>();
    side.path("struck").forEach(each -> struck.add(each.asText()));
    String contentType = String.join("", headers.getOrDefault("Content-Type", List.of()));
    JsonNode body = side.has("body") ? side.path("body") : MissingNode.getInstance();
    return new Message(
        place,
        headers,
        query,
        body,
        place + " body",
        HarEntry.type(contentType),
        List.of(),
        gaps,
        struck);
  }
}
