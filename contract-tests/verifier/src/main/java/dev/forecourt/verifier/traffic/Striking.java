package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.contract.FieldValues;
import dev.forecourt.verifier.contract.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes secrets and what may be somebody's unreadable, and notes where. */
final class Striking {
  /** Headers whose values say nothing of anybody. */
  private static final Set<String> SHOWN =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "date",
          "retry-after",
          "server",
          "vary");

  private final Set<String> codes;
  private final Set<String> struck = new TreeSet<>();

  /** {@code codes}: names of members and parameters whose words are nobody's. */
  Striking(Set<String> codes) {
    this.codes = codes;
  }

  /** What was made unreadable so far. */
  Set<String> struck() {
    return struck;
  }

  String path(String path) {
    List<String> segments = new ArrayList<>();
    for (String each : path.split("/", -1)) {
      String text = FieldValues.decoded(each);
      boolean kept = text.matches("[a-z][a-z_-]{0,24}|v\\d{1,2}|\\d{1,6}|");
      segments.add(kept ? each : encoded(unreadable(text)));
      if (!kept) {
        struck.add("path");
      }
    }
    return String.join("/", segments);
  }

  String query(Map<String, List<String>> query) {
    List<String> pairs = new ArrayList<>();
    query.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    pairs.add(
                        encoded(name)
                            + "="
                            + encoded(text("query " + parameter(name), name, value)))));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private static String parameter(String name) {
    // members of an object in the query are struck with their parameter
    return name.endsWith("[]") ? name : name.replaceFirst("(?<=.)\\[.*", "");
  }

  List<String> header(String name, List<String> values) {
    return SHOWN.contains(name.toLowerCase(Locale.ROOT))
        ? values
        : values.stream().map(value -> text("header " + name, name, value)).toList();
  }

  String form(Message message) {
    String contentType = message.header("Content-Type");
    Map<String, List<String>> fields =
        FieldValues.form(message.type(), contentType, message.body().asText());
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    fields.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    list.addObject()
                        .put("name", name)
                        .put("value", text("body" + JsonPath.member(name), name, value))));
    String text = Form.of(list, message.type(), contentType).text();
    // the boundary is that of the header
    String boundary = contentType.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
    return message.type().equals("multipart/form-data")
        ? text.replace("fields-of-a-form", boundary)
        : text;
  }

  JsonNode body(JsonNode body) {
    return value("body", "", body);
  }

  private JsonNode value(String place, String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              each -> {
                String key = Shapes.name(each.getKey());
                copy.set(key, value(place + JsonPath.member(key), key, each.getValue()));
              });
      return copy;
    }
    if (value instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < list.size(); i++) {
        copy.add(value(place + "[" + i + "]", name, list.get(i)));
      }
      return copy;
    }
    if (value.isTextual()) {
      return TextNode.valueOf(text(place, name, value.textValue()));
    }
    boolean mayBeAPhone = value.isIntegralNumber() && value.asText().length() > 6;
    if (mayBeAPhone || value.isNumber() && Shapes.isSecretName(name)) {
      struck.add(place);
      return LongNode.valueOf(1);
    }
    return value;
  }

  private String text(String place, String name, String text) {
    boolean secret = Shapes.isSecretName(name) || Shapes.isSecretValue(text);
    if (!secret && (Shapes.isHarmless(name, text) || codes.contains(name) && Shapes.isWord(text))) {
      return text;
    }
    struck.add(place);
    return unreadable(text);
  }

  private static String unreadable(String text) {
    StringBuilder shape = new StringBuilder();
    text.codePoints()
        .forEach(
            each ->
                shape.append(
                    Character.isDigit(each)
                        ? "0"
                        : Character.isUpperCase(each)
                            ? "A"
                            : Character.isLetter(each)
                                ? "a"
                                : each < 128 ? Character.toString(each) : "?"));
    return shape.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
