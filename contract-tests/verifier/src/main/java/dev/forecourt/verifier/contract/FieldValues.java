package dev.forecourt.verifier.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What text on the wire means: parameters, headers and the fields of forms have no types. */
public final class FieldValues {
  private final SchemaCheck schemas;

  public FieldValues(SchemaCheck schemas) {
    this.schemas = schemas;
  }

  /** The value that a schema allows, if there is one; else the text. */
  public JsonNode value(List<Spot> allowed, List<String> texts) {
    List<JsonNode> candidates = new ArrayList<>();
    if (texts.size() == 1) {
      scalars(texts.get(0)).forEach(candidates::add);
    }
    List<Spot> items = schemas.items(allowed);
    if (texts.size() > 1 || !items.isEmpty()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      texts.forEach(
          text -> list.add(items.isEmpty() ? TextNode.valueOf(text) : value(items, List.of(text))));
      candidates.add(list);
    }
    return candidates.stream()
        .filter(each -> allowed.stream().anyMatch(spot -> schemas.problems(spot, each).isEmpty()))
        .findFirst()
        .orElseGet(() -> nearest(allowed, candidates));
  }

  /** The one that the message about is the plainest: of the right type, if any is. */
  private JsonNode nearest(List<Spot> allowed, List<JsonNode> candidates) {
    return candidates.stream()
        .filter(
            each ->
                allowed.stream()
                    .anyMatch(
                        spot ->
                            schemas.problems(spot, each).stream()
                                .noneMatch(problem -> problem.keyword().equals("type"))))
        .findFirst()
        .orElse(candidates.get(0));
  }

  /** An object of fields that a schema names; lists of one field stand under its name. */
  public ObjectNode object(Spot schema, Map<String, List<String>> fields) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (name, texts) -> object.set(name, value(schemas.member(List.of(schema), name), texts)));
    return object;
  }

  private static List<JsonNode> scalars(String text) {
    List<JsonNode> all = new ArrayList<>();
    all.add(TextNode.valueOf(text));
    if (text.matches("-?\\d{1,18}")) {
      all.add(LongNode.valueOf(Long.parseLong(text)));
    } else if (text.matches("-?\\d+(\\.\\d+)?")) {
      all.add(DecimalNode.valueOf(new BigDecimal(text)));
    } else if (text.equals("true") || text.equals("false")) {
      all.add(BooleanNode.valueOf(text.equals("true")));
    }
    return all;
  }

  /** The fields of a form, of either kind. */
  public static Map<String, List<String>> form(String type, String contentType, String body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (type.equals("multipart/form-data")) {
      String boundary = contentType.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
      for (String part : body.split("--" + Pattern.quote(boundary))) {
        String name = part.replaceFirst("(?s).*?\\bname=\"([^\"]*)\".*|.*", "$1");
        String[] halves = part.split("\r?\n\r?\n", 2);
        if (!name.isEmpty() && halves.length == 2) {
          add(fields, name, halves[1].replaceFirst("\r?\n$", ""));
        }
      }
      return fields;
    }
    for (String pair : body.split("&")) {
      String[] halves = pair.split("=", 2);
      add(fields, decoded(halves[0]), halves.length == 2 ? decoded(halves[1]) : "");
    }
    return fields;
  }

  private static void add(Map<String, List<String>> fields, String name, String value) {
    fields.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
  }

  /** Without percent-encoding and plus signs; text that is not encoded as it stands. */
  public static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      // a lone percent sign: taken as it stands
      return text;
    }
  }
}
