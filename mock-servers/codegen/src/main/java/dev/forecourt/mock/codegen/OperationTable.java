package dev.forecourt.mock.codegen;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is known about an operation besides its input: statuses, security, examples. */
final class OperationTable {

  // the parser's own mapper leaves out members that are null
  private static final ObjectMapper MAPPER =
      Json.mapper().copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

  private final OpenAPI contract;
  private final BodySize bodySize;
  private final Map<String, String> schemes = new TreeMap<>();

  OperationTable(OpenAPI contract, BodySize bodySize) {
    this.contract = contract;
    this.bodySize = bodySize;
  }

  /** Constants for the security schemes in use: name to initialiser. */
  Map<String, String> schemes() {
    return schemes;
  }

  /** The initialiser of the operation's constant. */
  String initialiser(Operation operation, String method, String path) {
    return "new Operation(%n          %s, %s, %s,%n          %s,%n          %s,%n          %s%s)"
        .formatted(
            Java.string(operation.getOperationId()),
            Java.string(method),
            Java.string(path),
            statuses(operation),
            security(operation),
            examples(operation),
            bodySize(operation))
        .replace("\r\n", "\n");
  }

  private String bodySize(Operation operation) {
    int bytes = bodySize.of(operation);
    return bytes == 0 ? "" : ", " + bytes;
  }

  /**
   * Names of the query parameters that carry credentials: they are allowed although no parameter
   * says so.
   */
  Set<String> queryCredentials(Operation operation) {
    Set<String> names = new TreeSet<>();
    for (SecurityRequirement alternative : requirements(operation)) {
      for (String name : alternative.keySet()) {
        SecurityScheme scheme = scheme(name);
        if (scheme.getIn() == SecurityScheme.In.QUERY) {
          names.add(scheme.getName());
        }
      }
    }
    return names;
  }

  private static int status(String key) {
    return key.equals("default") ? 0 : Integer.parseInt(key.replaceAll("[xX]{2}", "00"));
  }

  private static String statuses(Operation operation) {
    return operation.getResponses().keySet().stream()
        .map(key -> Integer.toString(status(key)))
        .collect(Collectors.joining(", ", "List.of(", ")"));
  }

  private List<SecurityRequirement> requirements(Operation operation) {
    List<SecurityRequirement> own =
        operation.getSecurity() == null ? contract.getSecurity() : operation.getSecurity();
    return own == null ? List.of() : own;
  }

  private String security(Operation operation) {
    List<String> alternatives = new ArrayList<>();
    for (SecurityRequirement alternative : requirements(operation)) {
      alternatives.add(
          alternative.keySet().stream()
              .map(this::schemeConstant)
              .collect(Collectors.joining(", ", "List.of(", ")")));
    }
    return "List.of(" + String.join(", ", alternatives) + ")";
  }

  private String schemeConstant(String name) {
    SecurityScheme scheme = scheme(name);
    refuseUnsupported(name, scheme);
    String in = scheme.getIn() == null ? "" : scheme.getIn().toString();
    String parameter = scheme.getName() == null ? scheme.getScheme() : scheme.getName();
    String constant = "SCHEME_" + Java.constant(name);
    schemes.put(
        constant,
        "new SecurityScheme(%s, %s, %s, %s)"
            .formatted(
                Java.string(name),
                Java.string(scheme.getType().toString()),
                Java.string(in),
                Java.string(parameter == null ? "" : parameter)));
    return constant;
  }

  private static void refuseUnsupported(String name, SecurityScheme scheme) {
    boolean key =
        scheme.getType() == SecurityScheme.Type.APIKEY
            && (scheme.getIn() == SecurityScheme.In.HEADER
                || scheme.getIn() == SecurityScheme.In.QUERY);
    if (!key && scheme.getType() != SecurityScheme.Type.HTTP) {
      throw new UnsupportedContract(name, "a security scheme that is neither key nor HTTP");
    }
  }

  private SecurityScheme scheme(String name) {
    SecurityScheme scheme = contract.getComponents().getSecuritySchemes().get(name);
    if (scheme == null) {
      throw new IllegalArgumentException("The contract has no security scheme " + name);
    }
    return scheme;
  }

  private String examples(Operation operation) {
    Map<Integer, String> byStatus = new TreeMap<>();
    operation.getResponses().forEach((key, response) -> byStatus.put(status(key), key));
    List<String> success = new ArrayList<>();
    List<String> failure = new ArrayList<>();
    byStatus.forEach(
        (status, key) -> {
          ApiResponse response = resolve(operation.getResponses().get(key));
          boolean succeeds = status >= 200 && status < 300;
          String headers = headers(response, operation.getOperationId() + " " + key);
          List<String> found = examples(status, response, headers);
          if (succeeds && found.isEmpty()) {
            found = List.of(withoutExample(operation, status, response, headers));
          }
          (succeeds ? success : failure).addAll(found);
        });
    if (success.isEmpty()) {
      throw new UnsupportedContract(
          operation.getOperationId(), "an operation without a success response");
    }
    success.addAll(failure);
    return "List.of(\n              " + String.join(",\n              ", success) + ")";
  }

  private static String withoutExample(
      Operation operation, int status, ApiResponse response, String headers) {
    if (response.getContent() != null && !response.getContent().isEmpty()) {
      throw new UnsupportedContract(
          operation.getOperationId() + " " + status, "a success response without an example");
    }
    return "new Example(%d, \"empty\", \"\", \"\", %s)".formatted(status, headers);
  }

  /** The headers of a response with their examples, as a list of names and values. */
  private String headers(ApiResponse response, String where) {
    List<String> out = new ArrayList<>();
    if (response.getHeaders() != null) {
      response
          .getHeaders()
          .forEach(
              (name, header) -> {
                Header resolved = resolve(header);
                Object value = resolved.getExample();
                if (value == null && resolved.getSchema() != null) {
                  value = resolved.getSchema().getExample();
                }
                if (value == null) {
                  throw new UnsupportedContract(
                      where, "the response header '" + name + "' without an example");
                }
                out.add(name);
                out.add(String.valueOf(value));
              });
    }
    return Java.listOfStrings(out);
  }

  private Header resolve(Header header) {
    String ref = header.get$ref();
    return ref == null
        ? header
        : contract.getComponents().getHeaders().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private ApiResponse resolve(ApiResponse response) {
    String ref = response.get$ref();
    return ref == null
        ? response
        : contract.getComponents().getResponses().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private List<String> examples(int status, ApiResponse response, String headers) {
    List<String> out = new ArrayList<>();
    if (response.getContent() != null) {
      response
          .getContent()
          .forEach((mediaType, content) -> addExamples(status, mediaType, content, headers, out));
    }
    return out;
  }

  private void addExamples(
      int status, String mediaType, MediaType content, String headers, List<String> out) {
    if (content.getExamples() != null) {
      content
          .getExamples()
          .forEach(
              (name, example) ->
                  add(status, name, mediaType, resolve(example).getValue(), headers, out));
    } else if (content.getExample() != null) {
      add(status, "example", mediaType, content.getExample(), headers, out);
    }
  }

  private Example resolve(Example example) {
    String ref = example.get$ref();
    return ref == null
        ? example
        : contract.getComponents().getExamples().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private static void add(
      int status,
      String name,
      String mediaType,
      @Nullable Object value,
      String headers,
      List<String> out) {
    out.add(
        "new Example(%d, %s, %s, %s, %s)"
            .formatted(
                status == 0 ? 500 : status,
                Java.string(name),
                Java.string(mediaType),
                Java.string(text(mediaType, value)),
                headers));
  }

  private static String text(String mediaType, @Nullable Object value) {
    try {
      boolean json = mediaType.contains("json");
      return !json && value instanceof String plain ? plain : MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write an example as JSON", e);
    }
  }
}
