package dev.forecourt.mock.codegen.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an OpenAPI file as it is written, without the stock parser, which drops and rewrites what
 * it does not know. References outside of schemas are resolved.
 */
public final class ContractReader {

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode root;
  private final Findings findings;
  private final SchemaReader schemas;
  private final PartReader parts;

  private ContractReader(JsonNode root, Findings findings) {
    this.root = root;
    this.findings = findings;
    schemas = new SchemaReader(root, !version(root).startsWith("3.0"), findings);
    parts = new PartReader(root, schemas, findings);
  }

  /**
   * The contract in a file; null where it spans several files, which the stock parser puts
   * together.
   */
  public static @Nullable OpenAPI read(Path file, Findings findings) {
    try {
      JsonNode root = Tree.of(file);
      return refersToOtherFiles(root) ? null : new ContractReader(root, findings).contract();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the contract " + file, e);
    }
  }

  private static boolean refersToOtherFiles(JsonNode root) {
    return Stream.of("paths", "components")
        .anyMatch(each -> refersToOtherFiles(root.path(each), each, ""));
  }

  /** Below this name, which stands below another one; a $ref in a sample is data. */
  private static boolean refersToOtherFiles(JsonNode node, String name, String outer) {
    if (node.path("$ref").isTextual() && !node.path("$ref").asText().startsWith("#")) {
      return true;
    }
    for (JsonNode each : node.isArray() ? node : List.<JsonNode>of()) {
      if (refersToOtherFiles(each, name, outer)) {
        return true;
      }
    }
    return node.properties().stream()
        .filter(each -> name.equals("properties") || !isData(each.getKey(), outer))
        .anyMatch(each -> refersToOtherFiles(each.getValue(), each.getKey(), name));
  }

  private static boolean isData(String name, String outer) {
    return Set.of("example", "default", "enum", "const").contains(name)
        || name.startsWith("x-")
        || name.equals("value") && outer.equals("examples");
  }

  private static String version(JsonNode root) {
    return root.path("openapi").asText();
  }

  private OpenAPI contract() {
    String version = version(root);
    if (!version.startsWith("3.")) {
      throw new IllegalArgumentException(
          "'openapi' must be 3.0 or 3.1 but was '%s'. Import the file first: scripts/new-vendor."
              .formatted(version.isEmpty() ? root.path("swagger").asText() : version));
    }
    if (!version.startsWith("3.0") && !version.startsWith("3.1")) {
      findings.note("#/openapi", "version " + version + " is read as far as it equals 3.1");
    }
    OpenAPI contract = new OpenAPI();
    contract.setOpenapi(version);
    Info info = new Info();
    info.setTitle(root.path("info").path("title").asText(""));
    info.setVersion(root.path("info").path("version").asText(""));
    contract.setInfo(info);
    servers(contract);
    contract.setPaths(new Paths());
    root.path("paths")
        .properties()
        .forEach(
            each -> {
              if (each.getKey().startsWith("/")) {
                contract
                    .getPaths()
                    .addPathItem(
                        each.getKey(),
                        path(each.getValue(), "#/paths/" + Tree.escape(each.getKey())));
              } else if (!each.getKey().startsWith("x-")) {
                findings.refuse(
                    "#/paths: the path '%s' must begin with '/'. Correct the contract."
                        .formatted(each.getKey()));
              }
            });
    contract.setSecurity(security(root.get("security")));
    contract.setComponents(new Components());
    schemes(contract.getComponents());
    schemas.components().forEach(contract.getComponents()::addSchemas);
    extensions(root).forEach(contract::addExtension);
    return contract;
  }

  private void servers(OpenAPI contract) {
    for (JsonNode each : root.path("servers")) {
      String url = each.path("url").asText();
      for (Map.Entry<String, JsonNode> variable : each.path("variables").properties()) {
        url =
            url.replace(
                "{" + variable.getKey() + "}", variable.getValue().path("default").asText());
      }
      contract.addServersItem(new Server().url(url));
    }
  }

  static Map<String, Object> extensions(JsonNode node) {
    Map<String, Object> all = new LinkedHashMap<>();
    node.properties()
        .forEach(
            each -> {
              Object value = Tree.value(each.getValue());
              if (each.getKey().startsWith("x-") && value != null) {
                // small numbers as the stock parser has them
                all.put(
                    each.getKey(),
                    value instanceof Long number && number == number.intValue()
                        ? (Object) number.intValue()
                        : value);
              }
            });
    return all;
  }

  private PathItem path(JsonNode written, String at) {
    JsonNode node = parts.resolve(written, at);
    PathItem path = new PathItem();
    path.setParameters(parts.parameters(node.path("parameters"), at));
    for (String method : METHODS) {
      if (node.path(method).isObject()) {
        path.operation(
            PathItem.HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
            operation(node.get(method), at + "/" + method));
      }
    }
    for (String later : List.of("query", "additionalOperations")) {
      if (node.has(later)) {
        findings.note(at, "'" + later + "' of OpenAPI 3.2 is left out");
      }
    }
    return path;
  }

  private Operation operation(JsonNode node, String at) {
    Operation operation = new Operation();
    operation.setOperationId(
        node.path("operationId").isTextual() ? node.get("operationId").asText() : null);
    operation.setSummary(node.path("summary").isTextual() ? node.get("summary").asText() : null);
    operation.setParameters(parts.parameters(node.path("parameters"), at));
    operation.setRequestBody(parts.body(node.get("requestBody"), at + "/requestBody"));
    ApiResponses responses = new ApiResponses();
    node.path("responses")
        .properties()
        .forEach(
            each -> {
              if (each.getKey().matches("[1-5]([0-9]{2}|XX|xx)|default")) {
                responses.addApiResponse(
                    each.getKey().toUpperCase(Locale.ROOT).replace("DEFAULT", "default"),
                    parts.response(each.getValue(), at + "/responses/" + each.getKey()));
              } else if (!each.getKey().startsWith("x-")) {
                findings.refuse(
                    "%s/responses: '%s' is no status. Write 200, 2XX or default."
                        .formatted(at, each.getKey()));
              }
            });
    operation.setResponses(responses);
    operation.setSecurity(security(node.get("security")));
    extensions(node).forEach(operation::addExtension);
    return operation;
  }

  private static @Nullable List<SecurityRequirement> security(@Nullable JsonNode node) {
    if (node == null || !node.isArray()) {
      return null;
    }
    List<SecurityRequirement> all = new ArrayList<>();
    for (JsonNode each : node) {
      SecurityRequirement one = new SecurityRequirement();
      each.properties().forEach(scheme -> one.addList(scheme.getKey(), List.of()));
      all.add(one);
    }
    return all;
  }

  private void schemes(Components components) {
    root.path("components")
        .path("securitySchemes")
        .properties()
        .forEach(
            each -> {
              String at = "#/components/securitySchemes/" + Tree.escape(each.getKey());
              SecurityScheme scheme = scheme(parts.resolve(each.getValue(), at), at);
              if (scheme != null) {
                components.addSecuritySchemes(each.getKey(), scheme);
              }
            });
  }

  private @Nullable SecurityScheme scheme(JsonNode node, String at) {
    for (SecurityScheme.Type type : SecurityScheme.Type.values()) {
      if (type.toString().equalsIgnoreCase(node.path("type").asText())) {
        SecurityScheme scheme = new SecurityScheme();
        scheme.setType(type);
        scheme.setName(node.path("name").isTextual() ? node.get("name").asText() : null);
        scheme.setScheme(node.path("scheme").isTextual() ? node.get("scheme").asText() : null);
        for (SecurityScheme.In in : SecurityScheme.In.values()) {
          if (in.toString().equals(node.path("in").asText())) {
            scheme.setIn(in);
          }
        }
        scheme.setFlows(flows(node.path("flows")));
        return scheme;
      }
    }
    findings.refuse(
        "%s: '%s' is no type of security. Write apiKey, http, oauth2, openIdConnect or mutualTLS."
            .formatted(at, node.path("type").asText()));
    return null;
  }

  private static OAuthFlows flows(JsonNode node) {
    OAuthFlows flows = new OAuthFlows();
    flows.setClientCredentials(flow(node.path("clientCredentials")));
    flows.setPassword(flow(node.path("password")));
    flows.setAuthorizationCode(flow(node.path("authorizationCode")));
    flows.setImplicit(flow(node.path("implicit")));
    return flows;
  }

  private static @Nullable OAuthFlow flow(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    Scopes scopes = new Scopes();
    node.path("scopes")
        .properties()
        .forEach(each -> scopes.addString(each.getKey(), each.getValue().asText()));
    return new OAuthFlow()
        .tokenUrl(node.path("tokenUrl").isTextual() ? node.get("tokenUrl").asText() : null)
        .scopes(scopes);
  }
}
