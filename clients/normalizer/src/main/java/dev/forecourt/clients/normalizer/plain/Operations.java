package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites operations; one that takes bodies of several kinds becomes one operation for each. */
final class Operations {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Document document;
  private final Findings findings;
  private final Schemas schemas;
  private final Parameters parameters;
  private final Answers answers;
  private final Security security;
  private final Tags tags;
  private final JavaNames names = JavaNames.ofOperations();
  private final ObjectNode paths = NODES.objectNode();

  Operations(Document document, Findings findings, Schemas schemas) {
    this.document = document;
    this.findings = findings;
    this.schemas = schemas;
    this.parameters = new Parameters(document, findings, schemas);
    this.answers = new Answers(document, findings, schemas);
    this.security = new Security(document, findings);
    this.tags = new Tags(document);
  }

  Security security() {
    return security;
  }

  Tags tags() {
    return tags;
  }

  ObjectNode paths() {
    for (Map.Entry<String, JsonNode> path : document.root().path("paths").properties()) {
      JsonNode item = document.resolved(path.getValue());
      if (item.isMissingNode()) {
        findings.refuse(
            path.getKey(),
            "nothing is at "
                + path.getValue().path("$ref").asText()
                + ". Correct the $ref, or put all into one file.");
      }
      for (String method : METHODS) {
        if (item.path(method).isObject() && path.getKey().startsWith("/")) {
          add(path.getKey(), method, item, item.path(method));
        }
      }
      if (item.has("query") || item.has("additionalOperations")) {
        findings.note(path.getKey(), "methods beyond those of OpenAPI 3.1 are left out.");
      }
    }
    return paths;
  }

  private void add(String path, String method, JsonNode item, JsonNode operation) {
    String place = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    String wished = operation.path("operationId").asText("");
    String id = names.method(wished.isBlank() ? method + " " + path.replace("{", "by ") : wished);
    if (wished.isBlank()) {
      findings.note(place, "has no operationId: called " + id + ".");
    } else if (!wished.equals(id)) {
      findings.note(place, "operationId '" + wished + "' is called " + id + ".");
    }
    ObjectNode plain = NODES.objectNode();
    plain.putArray("tags").add(tags.of(operation));
    plain.put("operationId", id);
    String summary = operation.path("summary").asText("").strip();
    plain.put("summary", summary.isEmpty() ? place : summary.replaceAll("\\.$", ""));
    String words = operation.path("description").asText("").strip();
    plain.put("description", words);
    if (operation.path("deprecated").asBoolean()) {
      plain.put("deprecated", true);
    }
    operation.properties().stream()
        .filter(word -> word.getKey().startsWith("x-"))
        .filter(
            word -> List.of("x-paging", "x-idempotent", "x-deprecated-use").contains(word.getKey()))
        .forEach(word -> plain.set(word.getKey(), word.getValue()));
    plain.set("parameters", parameters.of(path, item, operation, upper(id), place));
    answers.add(plain, operation, method, upper(id), place);
    ArrayNode alternatives = security.of(operation, place);
    plain.set("security", alternatives);
    Servers.Server server = Servers.of(document, item, operation, findings);
    plain.put("x-path", Servers.encoded(server.path() + path));
    plain.put("x-host", server.host());
    if (server.own()) {
      plain.putArray("servers").addObject().put("url", server.host());
    }
    bodies(plain, operation, id, place)
        .forEach(
            (name, each) -> {
              String key = path + (name.equals(id) ? "" : "#" + name);
              paths.withObjectProperty(key).set(method, each);
            });
  }

  private static String upper(String id) {
    return Character.toUpperCase(id.charAt(0)) + id.substring(1);
  }

  /** By name; the first has the operation's own. */
  private Map<String, ObjectNode> bodies(
      ObjectNode plain, JsonNode operation, String id, String place) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    JsonNode body = document.resolved(operation.path("requestBody"));
    if (operation.has("requestBody") && body.isMissingNode()) {
      findings.refuse(
          place,
          "nothing is at "
              + operation.path("requestBody").path("$ref").asText()
              + ". Correct the $ref, or add it.");
    }
    for (Map.Entry<MediaTypes, String> kind : kinds(body.path("content")).entrySet()) {
      ObjectNode copy = plain.deepCopy();
      String name = id;
      if (!all.isEmpty()) {
        name =
            names.method(
                id + "As" + upper(kind.getKey().name().toLowerCase(java.util.Locale.ROOT)));
        copy.put("operationId", name).put("x-contract-id", id);
      }
      Bodies.add(copy, body, kind.getKey(), kind.getValue(), place, upper(name), schemas);
      all.put(name, copy);
    }
    if (all.isEmpty()) {
      all.put(id, plain);
    }
    return all;
  }

  /** A media type of each kind: the first, but plain JSON before its variants. */
  private static Map<MediaTypes, String> kinds(JsonNode content) {
    Map<MediaTypes, String> kinds = new LinkedHashMap<>();
    content
        .properties()
        .forEach(
            each -> {
              MediaTypes kind = Bodies.kind(each.getKey(), each.getValue());
              String before = kinds.putIfAbsent(kind, each.getKey());
              if (before != null && each.getKey().equals("application/json")) {
                kinds.put(kind, each.getKey());
              }
            });
    return kinds;
  }
}
