package dev.forecourt.mock.codegen.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads parameters, bodies, answers and headers. */
final class PartReader {

  private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");

  private final JsonNode root;
  private final SchemaReader schemas;
  private final Findings findings;

  PartReader(JsonNode root, SchemaReader schemas, Findings findings) {
    this.root = root;
    this.schemas = schemas;
    this.findings = findings;
  }

  /** What a reference means, or the node itself. */
  JsonNode resolve(JsonNode node, String at) {
    Set<String> seen = new HashSet<>();
    JsonNode found = node;
    while (found.path("$ref").isTextual()) {
      String ref = found.get("$ref").asText();
      found = seen.add(ref) ? Tree.at(root, ref) : MissingNode.getInstance();
      if (found.isMissingNode()) {
        findings.refuse(
            "%s: the reference '%s' leads nowhere. Correct it, or add what it names to the file."
                .formatted(at, ref));
      }
    }
    return found;
  }

  List<Parameter> parameters(JsonNode list, String at) {
    List<Parameter> all = new ArrayList<>();
    for (JsonNode each : list) {
      Parameter parameter = parameter(each, at + "/parameters/" + all.size());
      if (parameter != null) {
        all.add(parameter);
      }
    }
    return all;
  }

  private @Nullable Parameter parameter(JsonNode written, String at) {
    JsonNode node = resolve(written, at);
    String in = node.path("in").asText();
    if (!PLACES.contains(in) || !node.path("name").isTextual()) {
      if (in.equals("querystring")) {
        findings.note(at, "'in: querystring' of OpenAPI 3.2 is left out");
      } else if (!node.isMissingNode()) {
        findings.refuse(
            "%s: a parameter needs a name and 'in' as one of path, query, header, cookie but has '%s'. Correct it."
                .formatted(at, in));
      }
      return null;
    }
    Parameter parameter = new Parameter().name(node.get("name").asText()).in(in);
    parameter.setRequired(node.path("required").asBoolean());
    parameter.setAllowEmptyValue(node.path("allowEmptyValue").asBoolean() ? true : null);
    if (node.path("explode").isBoolean()) {
      parameter.setExplode(node.get("explode").booleanValue());
    }
    for (Parameter.StyleEnum style : Parameter.StyleEnum.values()) {
      if (style.toString().equals(node.path("style").asText())) {
        parameter.setStyle(style);
      }
    }
    if (node.has("schema")) {
      parameter.setSchema(schemas.read(node.get("schema"), at + "/schema"));
    }
    if (node.path("content").isObject()) {
      parameter.setContent(content(node.get("content"), at));
    }
    Object example = firstExample(node, at);
    if (example != null) {
      parameter.setExample(example);
    }
    return parameter;
  }

  /** The example, or the first of several; null if there is none. */
  private @Nullable Object firstExample(JsonNode node, String at) {
    if (node.has("example")) {
      return Tree.value(node.get("example"));
    }
    for (JsonNode each : node.path("examples")) {
      JsonNode value = resolve(each, at).path("value");
      if (!value.isMissingNode()) {
        return Tree.value(value);
      }
    }
    return null;
  }

  @Nullable RequestBody body(@Nullable JsonNode written, String at) {
    if (written == null) {
      return null;
    }
    JsonNode node = resolve(written, at);
    RequestBody body = new RequestBody();
    body.setRequired(node.path("required").asBoolean());
    body.setContent(content(node.path("content"), at));
    return body;
  }

  ApiResponse response(JsonNode written, String at) {
    JsonNode node = resolve(written, at);
    ApiResponse response = new ApiResponse();
    response.setDescription(node.path("description").asText());
    if (node.path("content").isObject()) {
      response.setContent(content(node.get("content"), at));
    }
    node.path("headers")
        .properties()
        .forEach(
            each ->
                response.addHeaderObject(
                    each.getKey(), header(each.getValue(), at + "/headers/" + each.getKey())));
    return response;
  }

  private Header header(JsonNode written, String at) {
    JsonNode node = resolve(written, at);
    Header header = new Header();
    header.setRequired(node.path("required").asBoolean());
    if (node.has("schema")) {
      header.setSchema(schemas.read(node.get("schema"), at + "/schema"));
    }
    Object example = firstExample(node, at);
    if (example != null) {
      header.setExample(example);
    }
    if (node.path("content").isObject()) {
      header.setContent(content(node.get("content"), at));
    }
    return header;
  }

  private Content content(JsonNode node, String at) {
    Content content = new Content();
    node.properties()
        .forEach(
            each ->
                content.addMediaType(
                    each.getKey(),
                    mediaType(each.getValue(), at + "/content/" + Tree.escape(each.getKey()))));
    return content;
  }

  private MediaType mediaType(JsonNode written, String at) {
    JsonNode node = resolve(written, at);
    MediaType type = new MediaType();
    if (node.has("schema")) {
      type.setSchema(schemas.read(node.get("schema"), at + "/schema"));
    }
    if (node.has("itemSchema")) {
      findings.note(at, "'itemSchema' of OpenAPI 3.2 is left out");
    }
    if (node.has("example")) {
      type.setExample(Tree.value(node.get("example")));
    }
    node.path("examples")
        .properties()
        .forEach(
            each -> {
              JsonNode example = resolve(each.getValue(), at + "/examples/" + each.getKey());
              if (example.has("value")) {
                type.addExamples(
                    each.getKey(), new Example().value(Tree.value(example.get("value"))));
              }
            });
    node.path("encoding")
        .properties()
        .forEach(
            each -> {
              Encoding encoding = new Encoding();
              if (each.getValue().path("contentType").isTextual()) {
                encoding.setContentType(each.getValue().get("contentType").asText());
              }
              type.addEncoding(each.getKey(), encoding);
            });
    return type;
  }
}
