package dev.forecourt.contract.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All requests that the contract of a vendor and the samples beside it show. */
public final class DocumentedRequests {

  // the parser's own mapper leaves out what is null
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Path folder;
  private final OpenAPI contract;
  private final List<DocumentedRequest> requests = new ArrayList<>();
  private final List<DocumentedRequest> incomplete = new ArrayList<>();

  private DocumentedRequests(Path folder) {
    this.folder = folder;
    contract = Contracts.read(folder);
    contract
        .getPaths()
        .forEach(
            (template, path) ->
                path.readOperationsMap()
                    .forEach((verb, operation) -> add(template, path, verb.name(), operation)));
  }

  /** Reads the contract in this folder and the samples in its {@code evidence}. */
  public static DocumentedRequests of(Path folder) {
    return new DocumentedRequests(folder);
  }

  /** Each example of each operation. */
  public List<DocumentedRequest> complete() {
    return requests;
  }

  /** The first of each operation, once for each required part, without that part. */
  public List<DocumentedRequest> incomplete() {
    return incomplete;
  }

  private void add(String template, PathItem item, String verb, Operation operation) {
    List<Parameter> parameters = new ArrayList<>();
    for (List<Parameter> each : lists(item.getParameters(), operation.getParameters())) {
      each.forEach(parameter -> parameters.add(resolve(parameter)));
    }
    String path = template;
    Map<String, String> headers = new LinkedHashMap<>();
    List<Map.Entry<String, String>> query = new ArrayList<>();
    List<Map.Entry<String, String>> required = new ArrayList<>();
    for (Parameter each : parameters) {
      JsonNode value = example(each);
      if (value == null) {
        // as some imported contracts have it: an optional one is left out, else the call is not
        // shown
        if (Boolean.TRUE.equals(each.getRequired())) {
          return;
        }
        continue;
      }
      switch (each.getIn()) {
        case "path" ->
            path =
                path.replace("{" + each.getName() + "}", DocumentedRequest.encode(value.asText()));
        case "header" -> headers.put(each.getName(), value.asText());
        default -> {
          addQuery(each.getName(), value, query::add);
          if (Boolean.TRUE.equals(each.getRequired())) {
            addQuery(each.getName(), value, required::add);
          }
        }
      }
    }
    DocumentedRequest bare =
        new DocumentedRequest(
            operation.getOperationId(),
            "parameters",
            verb,
            path,
            List.copyOf(query),
            headers,
            null,
            "",
            credentials(operation),
            status(operation),
            null);
    int first = requests.size();
    addBodies(bare, operation);
    addQuerySamples(bare, query);
    if (requests.size() == first) {
      return; // no body is shown
    }
    DocumentedRequest whole = requests.get(first);
    if (!query.equals(required)) {
      requests.add(whole.withQuery("required parameters only", List.copyOf(required), null));
    }
    for (Map.Entry<String, String> each : required) {
      List<Map.Entry<String, String>> less = new ArrayList<>(query);
      less.remove(each);
      incomplete.add(whole.withQuery(whole.variant(), less, each.getKey()));
    }
  }

  private void addBodies(DocumentedRequest bare, Operation operation) {
    if (operation.getRequestBody() == null) {
      requests.add(bare);
      return;
    }
    boolean first = true;
    for (Map.Entry<String, MediaType> each : operation.getRequestBody().getContent().entrySet()) {
      String mediaType = each.getKey();
      if (mediaType.equals("multipart/form-data")) {
        continue; // the same fields as in the other form
      }
      Schema<?> schema = each.getValue().getSchema();
      for (Map.Entry<String, JsonNode> example : examples(each.getValue()).entrySet()) {
        JsonNode body = example.getValue();
        requests.add(bare.withBody(example.getKey(), mediaType, text(mediaType, body), null));
        if (first) {
          without(
              schema,
              body,
              "",
              (part, less) ->
                  incomplete.add(
                      bare.withBody(example.getKey(), mediaType, text(mediaType, less), part)));
          first = false;
        }
      }
      for (JsonNode sample : payloads(bare.operationId())) {
        requests.add(
            bare.withBody(
                sample.path("file").asText(),
                mediaType,
                text(mediaType, read(folder.resolve("evidence/" + sample.path("file").asText()))),
                null));
      }
    }
    if (Boolean.TRUE.equals(operation.getRequestBody().getRequired())) {
      incomplete.add(bare.withBody("parameters", null, "", "body"));
    }
  }

  private List<JsonNode> payloads(String operationId) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode each : samples().path("payloads")) {
      for (JsonNode operation : each.path("operations")) {
        if (operation.asText().equals(operationId)
            && each.path("direction").asText().equals("request")) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private void addQuerySamples(DocumentedRequest bare, List<Map.Entry<String, String>> query) {
    for (JsonNode each : samples().path("requests")) {
      if (each.path("operation").asText().equals(bare.operationId()) && each.has("query")) {
        List<Map.Entry<String, String>> sent = new ArrayList<>();
        for (String pair : each.path("query").asText().split("&")) {
          int equals = pair.indexOf('=');
          sent.add(Map.entry(pair.substring(0, equals), pair.substring(equals + 1)));
        }
        requests.add(bare.withQuery(each.path("sample").asText(), sent, null));
      }
    }
  }

  /** Calls back for each required member anywhere in a body: its name, and the body without it. */
  private void without(
      Schema<?> schema, JsonNode body, String at, BiConsumer<String, JsonNode> found) {
    Schema<?> resolved = resolve(schema);
    if (resolved.getAllOf() != null) {
      for (Schema<?> each : resolved.getAllOf()) {
        without(each, body, at, found);
      }
    }
    if (isCheckedLater(resolved)) {
      return;
    }
    if (body.isArray() && resolved.getItems() != null && !body.isEmpty()) {
      without(
          resolved.getItems(),
          body.get(0),
          at + "[0]",
          (part, less) -> {
            JsonNode copy = body.deepCopy();
            ((ArrayNode) copy).set(0, less);
            found.accept(part, copy);
          });
    }
    if (!body.isObject()) {
      return;
    }
    for (String name :
        new TreeSet<>(resolved.getRequired() == null ? List.of() : resolved.getRequired())) {
      if (body.has(name)) {
        ObjectNode less = body.deepCopy();
        less.remove(name);
        found.accept(at.isEmpty() ? name : at + "." + name, less);
      }
    }
    if (resolved.getProperties() != null) {
      resolved
          .getProperties()
          .forEach(
              (name, property) -> {
                if (body.has(name)) {
                  without(
                      property,
                      body.get(name),
                      at.isEmpty() ? name : at + "." + name,
                      (part, less) -> {
                        ObjectNode copy = body.deepCopy();
                        copy.set(name, less);
                        found.accept(part, copy);
                      });
                }
              });
    }
  }

  /** What is wrong with the items of such an array is not told by the status. */
  private static boolean isCheckedLater(Schema<?> schema) {
    return schema.getExtensions() != null
        && Boolean.TRUE.equals(schema.getExtensions().get("x-checked-later"));
  }

  private static String text(String mediaType, JsonNode body) {
    if (!mediaType.equals(FORM)) {
      return body.toString();
    }
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    body.properties().forEach(each -> addQuery(each.getKey(), each.getValue(), fields::add));
    return DocumentedRequest.urlEncoded(fields);
  }

  /** Writes a value as Autengo reads it: objects and the arrays in them with brackets. */
  private static void addQuery(
      String name, JsonNode value, Consumer<Map.Entry<String, String>> out) {
    if (value.isArray()) {
      value.forEach(each -> out.accept(Map.entry(name, each.asText())));
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(
              each ->
                  addQuery(
                      name + "[" + each.getKey() + "]" + (each.getValue().isArray() ? "[]" : ""),
                      each.getValue(),
                      out));
    } else {
      out.accept(Map.entry(name, value.asText()));
    }
  }

  private Set<String> credentials(Operation operation) {
    List<SecurityRequirement> security =
        operation.getSecurity() == null ? contract.getSecurity() : operation.getSecurity();
    Set<String> names = new TreeSet<>();
    for (SecurityRequirement each : security == null ? List.<SecurityRequirement>of() : security) {
      for (String name : each.keySet()) {
        SecurityScheme scheme = contract.getComponents().getSecuritySchemes().get(name);
        names.add(scheme.getName() == null ? "Authorization" : scheme.getName());
      }
    }
    return names;
  }

  /** 200 where the contract names a range or no more than a default. */
  private static int status(Operation operation) {
    return operation.getResponses().keySet().stream()
        .filter(each -> each.matches("2\\d\\d"))
        .mapToInt(Integer::parseInt)
        .min()
        .orElse(200);
  }

  private static List<List<Parameter>> lists(
      @Nullable List<Parameter> one, @Nullable List<Parameter> two) {
    return List.of(one == null ? List.of() : one, two == null ? List.of() : two);
  }

  private @Nullable JsonNode example(Parameter parameter) {
    Object value = parameter.getExample();
    if (value == null && parameter.getExamples() != null) {
      value = parameter.getExamples().values().iterator().next().getValue();
    }
    if (value == null) {
      value = resolve(parameter.getSchema()).getExample();
    }
    return value == null ? null : MAPPER.valueToTree(value);
  }

  private Map<String, JsonNode> examples(MediaType content) {
    Map<String, JsonNode> out = new LinkedHashMap<>();
    if (content.getExample() != null) {
      out.put("example", MAPPER.valueToTree(content.getExample()));
    }
    if (content.getExamples() != null) {
      content
          .getExamples()
          .forEach(
              (name, example) -> out.put(name, MAPPER.valueToTree(resolve(example).getValue())));
    }
    return out;
  }

  private Parameter resolve(Parameter parameter) {
    String ref = parameter.get$ref();
    return ref == null ? parameter : contract.getComponents().getParameters().get(last(ref));
  }

  private Example resolve(Example example) {
    String ref = example.get$ref();
    return ref == null ? example : contract.getComponents().getExamples().get(last(ref));
  }

  private Schema<?> resolve(Schema<?> schema) {
    String ref = schema.get$ref();
    return ref == null ? schema : resolve(contract.getComponents().getSchemas().get(last(ref)));
  }

  private static String last(String ref) {
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  /**
   * What the vendor's text shows; nothing beside a contract that is made from the vendor's own
   * file.
   */
  private JsonNode samples() {
    Path index = folder.resolve("evidence/index.yaml");
    return Files.exists(index) ? read(index) : MAPPER.missingNode();
  }

  private static JsonNode read(Path file) {
    try {
      return Yaml.mapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
