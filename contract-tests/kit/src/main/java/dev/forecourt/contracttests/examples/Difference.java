package dev.forecourt.contracttests.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.mock.journal.RecordedRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two requests ask otherwise; media type of a form, order and spelling of fields aside. */
final class Difference {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PART =
      Pattern.compile("(?s)name=\"([^\"]*)\"\r\n(?:[^\r\n]+\r\n)*\r\n(.*?)\r\n--");
  private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z_]+)\" *:");

  private Difference() {}

  /** In words; empty when they ask the same. */
  static String between(RecordedRequest one, RecordedRequest other) throws IOException {
    if (!one.path().equals(other.path())) {
      return "path %s, not %s".formatted(other.path(), one.path());
    }
    List<String> query = fields(one.query());
    if (!query.equals(fields(other.query()))) {
      return "query %s, not %s".formatted(fields(other.query()), query);
    }
    JsonNode body = body(one);
    return body.equals(body(other)) ? "" : "body %s, not %s".formatted(body(other), body);
  }

  private static JsonNode body(RecordedRequest request) throws IOException {
    String text = request.request().body();
    String type = request.contentType();
    if (text == null || type == null) {
      return JSON.missingNode();
    }
    if (type.contains("json")) {
      return JSON.readTree(oneSpelling(text));
    }
    return JSON.valueToTree(type.startsWith("multipart/") ? parts(text) : fields(text));
  }

  /** A vendor may take a member in two spellings, of which the client sends one. */
  private static String oneSpelling(String json) {
    return MEMBER
        .matcher(json)
        .replaceAll(name -> "\"" + name.group(1).replace("_", "").toLowerCase(Locale.ROOT) + "\":");
  }

  private static List<String> parts(String multipart) {
    return sorted(
        PART.matcher(multipart).results().map(part -> part.group(1) + "=" + part.group(2)));
  }

  private static List<String> fields(@Nullable String encoded) {
    return encoded == null || encoded.isEmpty()
        ? List.of()
        : sorted(
            Arrays.stream(encoded.split("&"))
                .map(each -> URLDecoder.decode(each, StandardCharsets.UTF_8)));
  }

  private static List<String> sorted(Stream<String> fields) {
    return fields.sorted().toList();
  }
}
