package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.util.List;

/** Members that must be there, put in where they have one meaning, else what lacks them goes. */
final class Missing {
  private static final List<String> METHOD_KEYS = List.of("description", "summary");

  private Missing() {}

  static void fill(Draft draft, Place place, String shape, String id) {
    switch (shape) {
      case "Document" -> {
        text(draft, place.key("info"), "info", id);
        dialect(draft);
      }
      case "Info" -> {
        text(draft, place.key("title"), "title", id);
        text(draft, place.key("version"), "version", "0");
      }
      case "License" -> license(draft, place);
      case "Server", "ExternalDocs" -> dropWithout(draft, place, "url");
      case "Tag" -> dropWithout(draft, place, "name");
      case "ServerVariable" -> variable(draft, place);
      case "Parameter" -> parameter(draft, place);
      case "Header" -> value(draft, place);
      case "MediaType" -> examples(draft, place);
      case "Response" -> response(draft, place);
      case "RequestBody" -> body(draft, place);
      case "Operation" -> responses(draft, place);
      case "SecurityScheme" -> SchemeParts.check(draft, place);
      case "Link" -> link(draft, place);
      case "Example" -> example(draft, place);
      default -> {}
    }
  }

  private static void license(Draft draft, Place place) {
    text(draft, place.key("name"), "name", "not named");
    if (draft.at(place).has("identifier") && draft.at(place).has("url")) {
      draft.mendByRemoval(place.key("identifier"), "stands beside url", "the url counts");
    }
  }

  /** Schemas are those of OpenAPI: of other dialects no tool here knows more. */
  private static void dialect(Draft draft) {
    Place at = Place.of("jsonSchemaDialect");
    String dialect = draft.at(at).asText("");
    if (!dialect.isEmpty()
        && !dialect.matches(
            "https://spec\\.openapis\\.org/oas/3\\.1/.*|https://json-schema\\.org/draft/2020-12/schema")) {
      draft.drop(
          at,
          "the dialect " + dialect,
          "schemas are read as those of 3.1",
          "keywords that it has beyond these are not checked");
    }
  }

  private static void text(Draft draft, Place place, String what, String value) {
    if (draft.at(place).isMissingNode()) {
      JsonNode instead =
          what.equals("info")
              ? Draft.object().put("title", value).put("version", "0")
              : Draft.text(value);
      draft.mend(place, instead, what + " is missing", "put in");
    }
  }

  private static void dropWithout(Draft draft, Place place, String key) {
    if (!draft.at(place).has(key)) {
      draft.drop(place, place.name(), "it has no " + key, "none");
    }
  }

  private static void variable(Draft draft, Place place) {
    if (draft.at(place.key("enum")).isArray() && draft.at(place.key("enum")).isEmpty()) {
      draft.mendByRemoval(place.key("enum"), "is empty", "removed");
    }
    if (!draft.at(place).has("default")) {
      JsonNode first = draft.at(place.key("enum")).path(0);
      draft.mend(
          place.key("default"),
          Draft.text(first.asText("")),
          "default is missing",
          first.isMissingNode() ? "an empty text" : "the first value");
    }
  }

  private static void parameter(Draft draft, Place place) {
    JsonNode node = draft.at(place);
    String in = node.path("in").asText();
    if (!node.has("name") || !List.of("path", "query", "header", "cookie").contains(in)) {
      draft.drop(
          place,
          "parameter " + node.path("name").asText(),
          node.has("name") ? "it stands in '" + in + "'" : "it has no name",
          "it cannot be sent");
      return;
    }
    if (in.equals("path") && !node.path("required").asBoolean()) {
      draft.mend(
          place.key("required"),
          Draft.object().booleanNode(true),
          "a path parameter is not required",
          "required, as a path has no gaps");
    }
    style(draft, place, in);
    value(draft, place);
    if (!in.equals("query")) {
      for (String key : List.of("allowEmptyValue", "allowReserved")) {
        if (draft.at(place).has(key) && (key.equals("allowEmptyValue") || !draft.is31())) {
          draft.mendByRemoval(place.key(key), "is for queries only", "removed");
        }
      }
    }
  }

  private static void style(Draft draft, Place place, String in) {
    String style = draft.at(place.key("style")).asText("");
    List<String> possible =
        switch (in) {
          case "path" -> List.of("matrix", "label", "simple");
          case "query" -> List.of("form", "spaceDelimited", "pipeDelimited", "deepObject");
          case "header" -> List.of("simple");
          default -> List.of("form");
        };
    if (!style.isEmpty() && !possible.contains(style)) {
      draft.drop(
          place.key("style"),
          "style " + style,
          "there is none in " + in,
          "lists and objects go in the usual form, " + possible.get(in.equals("path") ? 2 : 0));
    }
  }

  /** One of schema and content, one of example and examples. */
  private static void value(Draft draft, Place place) {
    JsonNode node = draft.at(place);
    if (node.path("content").size() > 1 || node.has("content") && node.has("schema")) {
      String what = node.has("schema") ? "content beside schema" : "several media types";
      if (node.has("schema")) {
        draft.drop(place.key("content"), what, "only one of them may be", "the schema counts");
      } else {
        node.path("content").properties().stream()
            .skip(1)
            .map(java.util.Map.Entry::getKey)
            .toList()
            .forEach(
                type ->
                    draft.drop(
                        place.key("content").key(type),
                        type,
                        "one media type may be",
                        "the first counts"));
      }
    } else if (node.has("content") && node.path("content").isEmpty()) {
      draft.mendByRemoval(place.key("content"), "is empty", "removed");
    }
    if (!draft.at(place).has("schema") && !draft.at(place).has("content")) {
      draft.mend(
          place.key("schema"),
          Draft.object().put("type", "string"),
          "has neither schema nor content",
          "read as text");
    }
    examples(draft, place);
    if (draft.at(place).has("content")) {
      for (String key : List.of("style", "explode", "example", "examples")) {
        if (draft.at(place).has(key)) {
          draft.mendByRemoval(place.key(key), "stands beside content", "removed");
        }
      }
    }
  }

  private static void examples(Draft draft, Place place) {
    if (draft.at(place).has("example") && draft.at(place).has("examples")) {
      draft.mendByRemoval(place.key("example"), "stands beside examples", "the examples count");
    }
  }

  private static void response(Draft draft, Place place) {
    if (!draft.at(place).has("description")) {
      String other =
          METHOD_KEYS.stream()
              .map(key -> draft.at(place.key(key)).asText(""))
              .findFirst()
              .orElse("");
      draft.mend(
          place.key("description"), Draft.text(other), "description is missing", "an empty text");
    }
  }

  private static void body(Draft draft, Place place) {
    if (!draft.at(place).has("content")) {
      ObjectNode content = Draft.object();
      content.putObject("application/json");
      draft.mend(place.key("content"), content, "content is missing", "any JSON");
    } else if (draft.at(place.key("content")).isEmpty()) {
      draft.mendByRemoval(place, "has no content", "there is no body");
    }
  }

  private static void responses(Draft draft, Place place) {
    Place responses = place.key("responses");
    for (java.util.Map.Entry<String, JsonNode> each :
        List.copyOf(draft.at(responses).properties())) {
      status(draft, responses, each.getKey(), each.getValue());
    }
    List<String> left =
        draft.at(responses).properties().stream()
            .map(java.util.Map.Entry::getKey)
            .filter(each -> !each.startsWith("x-"))
            .toList();
    if (left.isEmpty()) {
      ObjectNode instead = Draft.object();
      instead.putObject("default").put("description", "Not described by the vendor.");
      draft.mend(responses, instead, "no answer is described", "any answer, its content unknown");
    } else if (left.stream().noneMatch(each -> each.matches("[1-3]..|default"))) {
      draft.mend(
          responses.key("200"),
          Draft.object().put("description", "Not described by the vendor."),
          "only failures are described",
          "200 without a body");
    }
  }

  private static void status(Draft draft, Place responses, String status, JsonNode response) {
    if (status.matches("[1-5]\\d\\d|[1-5]XX|default|x-.*")) {
      return;
    }
    String right = status.trim().toUpperCase(java.util.Locale.ROOT).replaceAll("[X*]{2}$", "XX");
    if (right.equals("DEFAULT")) {
      right = "default";
    }
    if (right.matches("[1-5]\\d\\d|[1-5]XX|default") && !draft.at(responses).has(right)) {
      draft.repaired(responses.key(status), "is no status", "read as " + right);
      draft.remove(responses.key(status), "Repaired: misspelt status.");
      draft.set(
          responses.key(right), response.deepCopy(), "Repaired: misspelt status " + status + ".");
    } else {
      draft.drop(
          responses.key(status),
          "answer " + status,
          "that is no status",
          "it is not known to client and stub");
    }
  }

  private static void link(Draft draft, Place place) {
    JsonNode link = draft.at(place);
    if (link.has("operationRef") == link.has("operationId")) {
      draft.drop(
          place, "link " + place.name(), "it needs one of operationId and operationRef", "none");
    }
  }

  private static void example(Draft draft, Place place) {
    if (draft.at(place).has("value") && draft.at(place).has("externalValue")) {
      draft.mendByRemoval(place.key("externalValue"), "stands beside value", "the value counts");
    }
  }
}
