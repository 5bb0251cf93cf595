package dev.forecourt.mock.control;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.UnknownName;
import dev.forecourt.mock.json.JsonWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a rule: {@code {"status": 200, "headers": {…}, "body": …}}. In texts of headers and
 * body, {@code {{request.body#/pointer}}}, {@code {{request.query.name}}}, {@code
 * {{request.path.id}}}, {@code {{request.header.name}}}, {@code {{now}}} and {@code {{uuid}}} are
 * replaced; a text that is one of them alone takes the type of what it names.
 *
 * @param given as it was given
 */
record AnswerTemplate(int status, Map<?, ?> headers, @Nullable Object body, Map<?, ?> given) {

  private static final List<String> MEMBERS = List.of("status", "headers", "body");
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*\\}\\}");
  private static final Pattern KNOWN =
      Pattern.compile("now|uuid|request\\.body#.*|request\\.(?:query|path|header)\\..+");

  /** Reads one. Throws {@link Refusal} that says what is wrong with it. */
  static AnswerTemplate of(@Nullable Object wanted) {
    if (!(wanted instanceof Map<?, ?> members)) {
      throw new Refusal(400, "'response' must be an object");
    }
    for (Object each : members.keySet()) {
      if (!MEMBERS.contains(String.valueOf(each))) {
        throw UnknownName.of(String.valueOf(each), MEMBERS);
      }
    }
    Object status = members.containsKey("status") ? members.get("status") : 200L;
    if (!(status instanceof Long number) || number < 200 || number > 599) {
      throw new Refusal(400, "'response.status' must be a whole number between 200 and 599");
    }
    Object headers = members.containsKey("headers") ? members.get("headers") : Map.of();
    if (!(headers instanceof Map<?, ?> named)) {
      throw new Refusal(400, "'response.headers' must be an object of names and texts");
    }
    requireKnown(headers);
    requireKnown(members.get("body"));
    return new AnswerTemplate(number.intValue(), named, members.get("body"), members);
  }

  private static void requireKnown(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> object) {
      object.values().forEach(AnswerTemplate::requireKnown);
    } else if (tree instanceof List<?> items) {
      items.forEach(AnswerTemplate::requireKnown);
    } else if (tree instanceof String text) {
      Matcher place = PLACE.matcher(text);
      while (place.find()) {
        requireKnown(place.group(1));
      }
    }
  }

  private static void requireKnown(String place) {
    if (!KNOWN.matcher(place).matches()) {
      throw new Refusal(
          400,
          "'{{%s}}' is not known in a template; there are {{request.body#/pointer}}, {{request.query.name}}, {{request.path.name}}, {{request.header.name}}, {{now}}, {{uuid}}"
              .formatted(place));
    }
    if (place.startsWith("request.body#")) {
      RequestParts.steps(place.substring("request.body#".length()));
    }
  }

  /** The answer to this request. */
  MockResponse answer(RequestParts request, Clock clock) {
    MockResponse answer =
        body == null
            ? MockResponse.empty(status)
            : MockResponse.json(status, bytes(filled(body, request, clock)));
    for (Map.Entry<?, ?> each : headers.entrySet()) {
      String value = text(String.valueOf(each.getValue()), request, clock);
      // what came in a request must not begin another header
      answer = answer.with(String.valueOf(each.getKey()), value.replaceAll("[\\r\\n\\x00]", " "));
    }
    return answer;
  }

  private static byte[] bytes(@Nullable Object tree) {
    return JsonWriter.ofTree(tree);
  }

  private static @Nullable Object filled(@Nullable Object tree, RequestParts request, Clock clock) {
    if (tree instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> out = new LinkedHashMap<>();
      object.forEach((name, value) -> out.put(String.valueOf(name), filled(value, request, clock)));
      return out;
    }
    if (tree instanceof List<?> items) {
      return items.stream().map(each -> filled(each, request, clock)).toList();
    }
    if (tree instanceof String text) {
      Matcher alone = PLACE.matcher(text);
      return alone.matches() ? value(alone.group(1), request, clock) : text(text, request, clock);
    }
    return tree;
  }

  private static String text(String template, RequestParts request, Clock clock) {
    return PLACE
        .matcher(template)
        .replaceAll(
            found -> {
              Object value = value(found.group(1), request, clock);
              return Matcher.quoteReplacement(value == null ? "" : String.valueOf(value));
            });
  }

  /** Null for what the request does not have. */
  private static @Nullable Object value(String place, RequestParts request, Clock clock) {
    Object found = found(place, request, clock);
    return found == ValueMatch.MISSING ? null : found;
  }

  private static @Nullable Object found(String place, RequestParts request, Clock clock) {
    if (place.equals("now")) {
      return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
    if (place.equals("uuid")) {
      return UUID.randomUUID().toString();
    }
    if (place.startsWith("request.body#")) {
      return request.body(place.substring("request.body#".length()));
    }
    String name = place.substring(place.indexOf('.', "request.".length()) + 1);
    return place.startsWith("request.query.")
        ? request.query(name)
        : place.startsWith("request.path.") ? request.pathParameter(name) : request.header(name);
  }
}
