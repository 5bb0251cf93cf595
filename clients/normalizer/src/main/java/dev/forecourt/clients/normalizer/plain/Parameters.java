package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites parameters: {@code x-styled} says in Java how a value is written, where that is not the
 * style that most have.
 */
final class Parameters {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  /** OpenAPI has them in other places. */
  private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

  private final Document document;
  private final Findings findings;
  private final Schemas schemas;

  Parameters(Document document, Findings findings, Schemas schemas) {
    this.document = document;
    this.findings = findings;
    this.schemas = schemas;
  }

  ArrayNode of(String path, JsonNode item, JsonNode operation, String id, String place) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode each : list) {
        JsonNode parameter = document.resolved(each);
        if (!parameter.isObject()) {
          findings.refuse(
              place,
              "nothing is at " + each.path("$ref").asText() + ". Correct the $ref, or add it.");
          continue;
        }
        add(all, (ObjectNode) parameter, path, id, place);
      }
    }
    for (String name : variables(path)) {
      if (!all.containsKey("path " + name)) {
        findings.note(place, "the path's {" + name + "} is not described: taken as text.");
        all.put(
            "path " + name,
            JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in", "path")
                .put("required", true)
                .put("description", "Part of the path.")
                .set("schema", Schemas.type("string")));
      }
    }
    ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
    all.values().forEach(parameters::add);
    return parameters;
  }

  static Set<String> variables(String path) {
    Set<String> names = new LinkedHashSet<>();
    Matcher variable = VARIABLE.matcher(path);
    while (variable.find()) {
      names.add(variable.group(1));
    }
    return names;
  }

  private void add(
      Map<String, ObjectNode> all, ObjectNode given, String path, String id, String place) {
    String name = given.path("name").asText("");
    String in = given.path("in").asText("");
    String at = place + " " + in + " parameter '" + name + "'";
    if (!List.of("path", "query", "header", "cookie").contains(in)) {
      findings.note(at, "is left out: there is no such place.");
      return;
    }
    if (in.equals("header") && IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    if (in.equals("path") && !variables(path).contains(name)) {
      findings.note(at, "is left out: the path does not name it.");
      return;
    }
    ObjectNode parameter = JsonNodeFactory.instance.objectNode();
    parameter.put("name", name).put("in", in);
    parameter.put("required", in.equals("path") || given.path("required").asBoolean());
    parameter.put("description", given.path("description").asText("Parameter " + name + "."));
    if (given.path("deprecated").asBoolean()) {
      parameter.put("deprecated", true);
    }
    if (given.has("x-deprecated-use")) {
      parameter.set("x-deprecated-use", given.get("x-deprecated-use"));
    }
    String hint = id + schemas.flatName(name);
    boolean content = given.path("content").size() > 0;
    JsonNode media =
        content ? given.path("content").properties().iterator().next().getValue() : given;
    ObjectNode type = schemas.plain(media.path("schema"), at, hint);
    parameter.set("schema", type);
    String style = content ? content(given) : style(given, in, type);
    if (!style.isEmpty()) {
      parameter.put("x-styled", style);
    }
    all.put(in + " " + name, parameter);
  }

  private static String content(ObjectNode given) {
    String type = given.path("content").fieldNames().next();
    return MediaTypes.of(type) == MediaTypes.JSON ? "JSON, false, false" : "";
  }

  private String style(ObjectNode given, String in, ObjectNode type) {
    boolean query = in.equals("query");
    String usual = query || in.equals("cookie") ? "form" : "simple";
    String style = given.path("style").asText(usual);
    boolean explode = given.path("explode").asBoolean(style.equals("form"));
    boolean reserved = query && given.path("allowReserved").asBoolean();
    boolean scalar = schemas.isScalar(type);
    boolean list = type.path("type").asText().equals("array");
    if (style.equals(usual) && !reserved) {
      if (scalar || query && list && explode) {
        return "";
      }
    }
    return styled(given, usual);
  }

  /** Arguments of {@code Styled.of} behind the value. */
  static String styled(JsonNode given, String usual) {
    String style = given.path("style").asText(usual);
    boolean explode = given.path("explode").asBoolean(style.equals("form"));
    boolean reserved = given.path("allowReserved").asBoolean();
    String constant =
        switch (style) {
          case "spaceDelimited" -> "SPACE";
          case "pipeDelimited" -> "PIPE";
          case "deepObject" -> "DEEP";
          case "label" -> "LABEL";
          case "matrix" -> "MATRIX";
          case "simple" -> "SIMPLE";
          default -> "FORM";
        };
    return constant + ", " + explode + ", " + reserved;
  }
}
