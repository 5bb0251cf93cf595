package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parameters of 2.0 as parameters, bodies and headers of 3.0. */
final class Swagger2Parameters {
  /** Keys of a parameter that say what its value may be. */
  private static final Set<String> OF_THE_SCHEMA =
      Set.of(
          "type",
          "format",
          "items",
          "default",
          "maximum",
          "exclusiveMaximum",
          "minimum",
          "exclusiveMinimum",
          "maxLength",
          "minLength",
          "pattern",
          "maxItems",
          "minItems",
          "uniqueItems",
          "enum",
          "multipleOf",
          "x-nullable",
          "schema");

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  private final ObjectNode old;
  private final Swagger2Schemas schemas;
  private final List<LeftOut> leftOut;

  Swagger2Parameters(ObjectNode old, Swagger2Schemas schemas, List<LeftOut> leftOut) {
    this.old = old;
    this.schemas = schemas;
    this.leftOut = leftOut;
  }

  /** The parameter that a reference means. */
  JsonNode resolved(JsonNode parameter) {
    String ref = parameter.path("$ref").asText();
    return ref.startsWith("#/parameters/")
        ? old.path("parameters").path(ref.substring("#/parameters/".length()))
        : parameter;
  }

  /** All that are neither body nor form. */
  ArrayNode list(Place place, ArrayNode all) {
    ArrayNode list = old.arrayNode();
    for (JsonNode each : all) {
      String in = resolved(each).path("in").asText();
      if (!in.equals("body") && !in.equals("formData")) {
        list.add(
            each.has("$ref") ? schemas.withNewRefs(each) : parameter(place.at(list.size()), each));
      }
    }
    return list;
  }

  ObjectNode parameter(Place place, JsonNode parameter) {
    ObjectNode converted = old.objectNode();
    parameter
        .properties()
        .forEach(
            member -> {
              if (!OF_THE_SCHEMA.contains(member.getKey())
                  && !Set.of("collectionFormat", "x-example").contains(member.getKey())) {
                converted.set(member.getKey(), member.getValue());
              }
            });
    String in = parameter.path("in").asText();
    if (!in.equals("query")) {
      converted.remove("allowEmptyValue");
    }
    if (parameter.has("x-example") && !converted.has("example")) {
      converted.set("example", parameter.path("x-example"));
    }
    ObjectNode schema = schemaOf(parameter);
    if (parameter.path("type").asText().equals("array")) {
      style(place, in, parameter.path("collectionFormat").asText("csv"), converted);
    }
    converted.set("schema", schema);
    return converted;
  }

  private ObjectNode schemaOf(JsonNode parameter) {
    ObjectNode schema = old.objectNode();
    if (parameter.path("schema").isObject()) {
      return (ObjectNode) schemas.schema(parameter.path("schema"));
    }
    parameter
        .properties()
        .forEach(
            member -> {
              if (OF_THE_SCHEMA.contains(member.getKey())) {
                schema.set(member.getKey(), member.getValue());
              }
            });
    withoutFormats(schema);
    return (ObjectNode) schemas.schema(schema);
  }

  private static void withoutFormats(ObjectNode schema) {
    if (schema.path("items") instanceof ObjectNode items) {
      ObjectNode copy = items.deepCopy();
      copy.remove("collectionFormat");
      schema.set("items", copy);
      withoutFormats(copy);
    }
  }

  private void style(Place place, String in, String format, ObjectNode parameter) {
    boolean query = in.equals("query");
    if (format.equals("multi") && query) {
      parameter.put("style", "form").put("explode", true);
    } else if (format.equals("csv") && query) {
      parameter.put("style", "form").put("explode", false);
    } else if (format.equals("csv")) {
      parameter.put("style", "simple");
    } else if (format.equals("ssv") && query) {
      parameter.put("style", "spaceDelimited").put("explode", false);
    } else if (format.equals("pipes") && query) {
      parameter.put("style", "pipeDelimited").put("explode", false);
    } else {
      leftOut.add(
          new LeftOut(
              place.toString(),
              "collectionFormat " + format + " in " + in,
              "OpenAPI 3 has no such form of lists",
              "values go out with commas; join them yourself where that matters"));
      parameter.put("style", query ? "form" : "simple").put("explode", false);
    }
  }

  ObjectNode header(JsonNode header) {
    ObjectNode converted = old.objectNode();
    header
        .properties()
        .forEach(
            member -> {
              if (!OF_THE_SCHEMA.contains(member.getKey())
                  && !member.getKey().equals("collectionFormat")) {
                converted.set(member.getKey(), member.getValue());
              }
            });
    converted.set("schema", schemaOf(header));
    return converted;
  }

  /** The body of an operation; missing if it has none. */
  JsonNode requestBody(Place place, ArrayNode all, List<String> consumes) {
    List<JsonNode> form = new ArrayList<>();
    JsonNode body = MissingNode.getInstance();
    for (JsonNode each : all) {
      JsonNode parameter = resolved(each);
      if (parameter.path("in").asText().equals("formData")) {
        form.add(parameter);
      } else if (parameter.path("in").asText().equals("body")) {
        body = each.has("$ref") ? schemas.withNewRefs(each) : body(each, consumes);
      }
    }
    if (!body.isMissingNode() && !form.isEmpty()) {
      leftOut.add(
          new LeftOut(
              place.toString(),
              "form parameters beside a body",
              "a request has one body",
              "the form's values cannot be sent"));
      return body;
    }
    return form.isEmpty() ? body : form(form, consumes);
  }

  ObjectNode body(JsonNode parameter, List<String> consumes) {
    ObjectNode body = old.objectNode();
    for (String key : List.of("description", "required")) {
      if (parameter.has(key)) {
        body.set(key, parameter.path(key));
      }
    }
    ObjectNode content = body.putObject("content");
    for (String type : consumes) {
      ObjectNode media = content.putObject(type);
      media.set(
          "schema",
          schemas.schema(
              parameter.path("schema").isObject() ? parameter.path("schema") : old.objectNode()));
      JsonNode example = parameter.path("x-examples").path(type);
      if (!example.isMissingNode()) {
        media.set("example", example);
      }
    }
    parameter
        .properties()
        .forEach(
            member -> {
              if (member.getKey().startsWith("x-") && !member.getKey().equals("x-examples")) {
                body.set(member.getKey(), member.getValue());
              }
            });
    return body;
  }

  private ObjectNode form(List<JsonNode> form, List<String> consumes) {
    boolean file = form.stream().anyMatch(each -> each.path("type").asText().equals("file"));
    List<String> types =
        consumes.stream().filter(type -> type.equals(FORM) || type.equals(MULTIPART)).toList();
    if (file || types.isEmpty()) {
      types = List.of(file ? MULTIPART : FORM);
    }
    ObjectNode schema = old.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = old.arrayNode();
    ObjectNode encoding = old.objectNode();
    for (JsonNode each : form) {
      String name = each.path("name").asText();
      ObjectNode property = schemaOf(each);
      if (each.has("description")) {
        property.set("description", each.path("description"));
      }
      properties.set(name, property);
      if (each.path("required").asBoolean()) {
        required.add(name);
      }
      if (each.path("type").asText().equals("array")) {
        boolean multi = each.path("collectionFormat").asText().equals("multi");
        encoding.putObject(name).put("style", "form").put("explode", multi);
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    ObjectNode body = old.objectNode();
    ObjectNode content = body.putObject("content");
    for (String type : types) {
      ObjectNode media = content.putObject(type);
      media.set("schema", schema.deepCopy());
      if (type.equals(FORM) && !encoding.isEmpty()) {
        media.set("encoding", encoding.deepCopy());
      }
    }
    if (!required.isEmpty()) {
      body.put("required", true);
    }
    return body;
  }
}
