package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.LeftOut;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says in OpenAPI 3.0.3 what a document of 2.0 says.
 *
 * <p>Not done with swagger-parser's converter, which loses answers' headers, forms of lists and
 * extensions.
 */
final class Swagger2 {
  private static final Set<String> CONVERTED =
      Set.of(
          "swagger",
          "host",
          "basePath",
          "schemes",
          "consumes",
          "produces",
          "definitions",
          "parameters",
          "responses",
          "securityDefinitions",
          "paths");

  private final ObjectNode old;
  private final List<LeftOut> leftOut;
  private final Swagger2Schemas schemas;
  private final Swagger2Parameters parameters;

  Swagger2(ObjectNode old, List<LeftOut> leftOut) {
    this.old = old;
    this.leftOut = leftOut;
    this.schemas = new Swagger2Schemas(old);
    this.parameters = new Swagger2Parameters(old, schemas, leftOut);
  }

  ObjectNode convert() {
    ObjectNode document = old.objectNode();
    document.put("openapi", "3.0.3");
    copyOthers(old, document, CONVERTED);
    ArrayNode servers = servers(old.path("schemes"));
    if (!servers.isEmpty()) {
      document.set("servers", servers);
    }
    document.set("paths", paths());
    ObjectNode components = components();
    if (!components.isEmpty()) {
      document.set("components", components);
    }
    return document;
  }

  private ArrayNode servers(JsonNode schemes) {
    ArrayNode servers = old.arrayNode();
    String base = old.path("basePath").asText("");
    if (!old.has("host")) {
      if (!base.isEmpty() && !base.equals("/")) {
        servers.addObject().put("url", base);
      }
      return servers;
    }
    Set<String> names = new LinkedHashSet<>();
    schemes.forEach(scheme -> names.add(scheme.asText()));
    names.removeIf(scheme -> !scheme.matches("https?"));
    // what carries secrets comes first
    List<String> ordered =
        names.isEmpty()
            ? List.of("https")
            : names.stream().sorted(java.util.Comparator.reverseOrder()).toList();
    ordered.forEach(
        scheme ->
            servers
                .addObject()
                .put("url", scheme + "://" + old.path("host").asText() + trimmed(base)));
    return servers;
  }

  private static String trimmed(String base) {
    String path = base.startsWith("/") || base.isEmpty() ? base : "/" + base;
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private ObjectNode components() {
    ObjectNode components = old.objectNode();
    if (!old.path("definitions").isEmpty()) {
      components.set("schemas", schemas.all(old.path("definitions")));
    }
    ObjectNode shared = old.objectNode();
    ObjectNode bodies = old.objectNode();
    old.path("parameters")
        .properties()
        .forEach(
            each -> {
              Place place = Place.of("parameters", each.getKey());
              if (each.getValue().path("in").asText().equals("body")) {
                bodies.set(
                    each.getKey(), parameters.body(each.getValue(), consumes(old.objectNode())));
              } else if (!each.getValue().path("in").asText().equals("formData")) {
                shared.set(each.getKey(), parameters.parameter(place, each.getValue()));
              }
            });
    set(components, "parameters", shared);
    set(components, "requestBodies", bodies);
    ObjectNode responses = old.objectNode();
    old.path("responses")
        .properties()
        .forEach(each -> responses.set(each.getKey(), response(each.getValue(), old.objectNode())));
    set(components, "responses", responses);
    set(components, "securitySchemes", new Swagger2Security(old, leftOut).schemes());
    return components;
  }

  private static void set(ObjectNode components, String group, ObjectNode content) {
    if (!content.isEmpty()) {
      components.set(group, content);
    }
  }

  private ObjectNode paths() {
    ObjectNode paths = old.objectNode();
    old.path("paths")
        .properties()
        .forEach(
            each ->
                paths.set(
                    each.getKey(),
                    each.getKey().startsWith("x-")
                        ? each.getValue()
                        : pathItem(Place.of("paths", each.getKey()), each.getValue())));
    return paths;
  }

  private JsonNode pathItem(Place place, JsonNode item) {
    ObjectNode converted = old.objectNode();
    ArrayNode sharedWithBody = old.arrayNode();
    ArrayNode shared = old.arrayNode();
    item.path("parameters")
        .forEach(
            each -> {
              String in = parameters.resolved(each).path("in").asText();
              (in.equals("body") || in.equals("formData") ? sharedWithBody : shared).add(each);
            });
    item.properties()
        .forEach(
            member -> {
              String key = member.getKey();
              if (Kind.METHODS.contains(key) && member.getValue().isObject()) {
                converted.set(
                    key, operation(place.key(key), (ObjectNode) member.getValue(), sharedWithBody));
              } else if (key.equals("parameters")) {
                ArrayNode list = parameters.list(place.key("parameters"), shared);
                if (!list.isEmpty()) {
                  converted.set(key, list);
                }
              } else {
                converted.set(key, schemas.withNewRefs(member.getValue()));
              }
            });
    return converted;
  }

  private ObjectNode operation(Place place, ObjectNode operation, ArrayNode sharedWithBody) {
    ObjectNode converted = old.objectNode();
    copyOthers(
        operation, converted, Set.of("parameters", "responses", "consumes", "produces", "schemes"));
    ArrayNode all = old.arrayNode().addAll(sharedWithBody);
    operation.path("parameters").forEach(all::add);
    ArrayNode list = parameters.list(place.key("parameters"), all);
    if (!list.isEmpty()) {
      converted.set("parameters", list);
    }
    JsonNode body = parameters.requestBody(place, all, consumes(operation));
    if (!body.isMissingNode()) {
      converted.set("requestBody", body);
    }
    ObjectNode responses = old.objectNode();
    operation
        .path("responses")
        .properties()
        .forEach(
            each ->
                responses.set(
                    each.getKey(),
                    each.getKey().startsWith("x-")
                        ? each.getValue()
                        : response(each.getValue(), operation)));
    converted.set("responses", responses);
    if (operation.has("schemes") && !operation.path("schemes").equals(old.path("schemes"))) {
      ArrayNode servers = servers(operation.path("schemes"));
      if (!servers.isEmpty()) {
        converted.set("servers", servers);
      }
    }
    return converted;
  }

  private JsonNode response(JsonNode response, JsonNode operation) {
    if (!response.isObject() || response.has("$ref")) {
      return schemas.withNewRefs(response);
    }
    ObjectNode converted = old.objectNode();
    copyOthers(response, converted, Set.of("schema", "headers", "examples"));
    if (!converted.has("description")) {
      converted.put("description", "");
    }
    if (response.path("headers").isObject() && !response.path("headers").isEmpty()) {
      ObjectNode headers = converted.putObject("headers");
      response
          .path("headers")
          .properties()
          .forEach(each -> headers.set(each.getKey(), parameters.header(each.getValue())));
    }
    ObjectNode content = content(response, operation);
    if (!content.isEmpty()) {
      converted.set("content", content);
    }
    return converted;
  }

  private ObjectNode content(JsonNode response, JsonNode operation) {
    ObjectNode content = old.objectNode();
    if (response.has("schema")) {
      boolean file = response.path("schema").path("type").asText().equals("file");
      for (String type : types(operation, "produces", file)) {
        content.putObject(type).set("schema", schemas.schema(response.path("schema")));
      }
    }
    JsonNode examples = response.path("examples");
    examples
        .properties()
        .forEach(
            each -> {
              if (each.getKey().contains("/")) {
                content.withObjectProperty(each.getKey()).set("example", each.getValue());
                if (response.has("schema") && !content.path(each.getKey()).has("schema")) {
                  ((ObjectNode) content.path(each.getKey()))
                      .set("schema", schemas.schema(response.path("schema")));
                }
              }
            });
    return content;
  }

  private List<String> consumes(JsonNode operation) {
    return types(operation, "consumes", false);
  }

  private List<String> types(JsonNode operation, String key, boolean file) {
    JsonNode types = operation.path(key).isArray() ? operation.path(key) : old.path(key);
    Set<String> found = new LinkedHashSet<>();
    types.forEach(type -> found.add(type.asText()));
    found.removeIf(String::isBlank);
    if (found.isEmpty()) {
      found.add(file ? "application/octet-stream" : "application/json");
    }
    return List.copyOf(found);
  }

  private void copyOthers(JsonNode from, ObjectNode to, Set<String> except) {
    from.properties().stream()
        .filter(member -> !except.contains(member.getKey()))
        .forEach(member -> to.set(member.getKey(), member.getValue()));
  }
}
