package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.check.Message.Gap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes an exchange of an entry of a HAR file, whoever wrote it. */
final class HarEntry {
  private final String file;
  private final @Nullable Path folder;

  /** {@code folder}: where bodies stand that Playwright writes beside the file; null if nowhere. */
  HarEntry(String file, @Nullable Path folder) {
    this.file = file;
    this.folder = folder;
  }

  static boolean isPreflight(JsonNode entry) {
    JsonNode headers = entry.at("/request/headers");
    return entry.at("/request/method").asText().equalsIgnoreCase("OPTIONS")
        && (entry.path("_resourceType").asText().equals("preflight")
            || headers(headers).containsKey("Access-Control-Request-Method")
            || headers(headers).containsKey("Origin")
            || headers.isEmpty());
  }

  Recorded read(JsonNode entry, String place) {
    JsonNode request = entry.path("request");
    JsonNode response = entry.path("response");
    Target target = target(request);
    List<String> unreadable = new ArrayList<>();
    Message sent = sent(request, target, place + ".request", unreadable);
    Message got = got(response, place + ".response", unreadable);
    Exchange exchange =
        new Exchange(
            place,
            place,
            "",
            Exchange.Kind.CALL,
            request.path("method").asText().toUpperCase(Locale.ROOT),
            target.path(),
            response.path("status").asInt(),
            sent,
            got);
    return new Recorded(file, target.host(), exchange, true, unreadable);
  }

  /** The query stands in the address; some tools leave it to the list beside it. */
  private static Target target(JsonNode request) {
    Target target = Target.of(request.path("url").asText());
    if (!target.query().isEmpty() || request.path("queryString").isEmpty()) {
      return target;
    }
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (JsonNode each : request.path("queryString")) {
      query
          .computeIfAbsent(each.path("name").asText(), name -> new ArrayList<>())
          .add(each.path("value").asText());
    }
    return new Target(target.host(), target.path(), query);
  }

  private Message sent(JsonNode node, Target target, String place, List<String> unreadable) {
    Map<String, List<String>> headers = headers(node.path("headers"));
    JsonNode data = node.path("postData");
    String header = first(headers, "Content-Type");
    String contentType = header == null ? data.path("mimeType").asText() : header;
    String type = type(contentType);
    String text = text(data);
    if (text.isEmpty() && !data.path("params").isEmpty()) {
      Form form = Form.of(data.path("params"), type, contentType);
      text = form.text();
      headers.put("Content-Type", List.of(form.contentType()));
    } else if (text.startsWith("Content-Type:") && text.contains("\r\n\r\n")) {
      // Firefox puts headers of forms before them
      text = text.substring(text.indexOf("\r\n\r\n") + 4);
    }
    Body body =
        data.path("_passedOver").asBoolean()
            ? Body.leftOut()
            : body(
                data, text, contentType, headers, length(headers, node.path("bodySize").asLong()));
    return message(
        place,
        headers,
        target.query(),
        body,
        place + ".postData.text",
        type,
        unreadable,
        "request");
  }

  private Message got(JsonNode node, String place, List<String> unreadable) {
    Map<String, List<String>> headers = headers(node.path("headers"));
    JsonNode content = node.path("content");
    String contentType = contentType(headers, content.path("mimeType").asText());
    int status = node.path("status").asInt();
    Body body;
    if (content.path("_passedOver").asBoolean()) {
      body = Body.leftOut();
    } else if (content.has("text") || content.has("_file")) {
      long length = length(headers, 0);
      long size = content.path("size").asLong();
      // one that did not come into the recording is not empty
      body = body(content, text(content), contentType, headers, size > 0 ? size : length);
    } else {
      boolean empty = status == 204 || "0".equals(first(headers, "Content-Length"));
      body = empty ? Body.none() : Body.leftOut();
    }
    String type = type(contentType);
    if (type.isEmpty() && body.content().isTextual() && headers.isEmpty()) {
      Body json = Body.of(body.content().asText(), "application/json", 0);
      type = json.state() == Body.State.WHOLE ? "application/json" : type;
      body = type.isEmpty() ? body : json;
    }
    return message(
        place, headers, Map.of(), body, place + ".content.text", type, unreadable, "response");
  }

  private static Message message(
      String place,
      Map<String, List<String>> headers,
      Map<String, List<String>> query,
      Body body,
      String bodyPlace,
      String type,
      List<String> unreadable,
      String side) {
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (body.state() != Body.State.WHOLE) {
      gaps.add(Gap.BODY);
      unreadable.add(side + " " + body.state());
    }
    if (headers.isEmpty()) {
      gaps.add(Gap.HEADERS);
    }
    return new Message(
        place, headers, query, body.content(), bodyPlace, type, List.of(), gaps, Set.of());
  }

  private static Body body(
      JsonNode data,
      String text,
      String contentType,
      Map<String, List<String>> headers,
      long size) {
    String type = type(contentType);
    if (Body.isBinary(type) || text.length() > Body.LIMIT * 4L / 3) {
      return Body.leftOut();
    }
    if (!data.path("encoding").asText().equalsIgnoreCase("base64")) {
      return Body.of(text, type, size);
    }
    try {
      String encoding = Objects.requireNonNullElse(first(headers, "Content-Encoding"), "");
      return Body.of(text, contentType, encoding, size);
    } catch (IOException | IllegalArgumentException notDecoded) {
      return Body.leftOut();
    }
  }

  private String text(JsonNode content) {
    String beside = content.path("_file").asText();
    if (beside.isEmpty() || folder == null || !beside.matches("[\\w-][\\w.-]*")) {
      return content.path("text").asText();
    }
    Path body = folder.resolve(beside);
    try {
      return Files.isRegularFile(body) && Files.size(body) <= Body.LIMIT
          ? Files.readString(body)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the body " + body, e);
    }
  }

  private static long length(Map<String, List<String>> headers, long otherwise) {
    String length = first(headers, "Content-Length");
    return length != null && length.matches("\\d{1,15}") ? Long.parseLong(length) : otherwise;
  }

  /** By name in any case, without the pseudo-headers of HTTP/2. */
  static Map<String, List<String>> headers(JsonNode list) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (JsonNode each : list) {
      String name = each.path("name").asText("");
      if (!name.isEmpty() && !name.startsWith(":")) {
        headers
            .computeIfAbsent(name, absent -> new ArrayList<>())
            .add(each.path("value").asText(""));
      }
    }
    return headers;
  }

  private static String contentType(Map<String, List<String>> headers, String mimeType) {
    String said = first(headers, "Content-Type");
    String guessed = mimeType.equals("x-unknown") ? "" : mimeType;
    // a browser guesses a type where the server names none, but never JSON: that is of the answer
    // in its cache, of which a 304 repeats no type
    boolean known = headers.isEmpty() || Body.isJson(type(guessed));
    return said != null ? said : known ? guessed : "";
  }

  static String type(String contentType) {
    return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  static @Nullable String first(Map<String, List<String>> headers, String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? null : values.get(0);
  }
}
