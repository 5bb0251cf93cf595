package dev.forecourt.clients.corpus;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * An operation as its contract describes it.
 *
 * @param method in capitals
 * @param path its template
 * @param operation the node
 * @param parameters those of the path as well
 */
record Described(
    JsonNode root, String method, String path, JsonNode operation, List<JsonNode> parameters) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** All operations by their id, letters and digits in lower case. */
  static Map<String, Described> of(Path contract) {
    JsonNode root = read(contract);
    Map<String, Described> all = new LinkedHashMap<>();
    root.path("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode item = Sample.resolved(root, path.getValue());
              item.properties().stream()
                  .filter(each -> METHODS.contains(each.getKey()))
                  .forEach(
                      each -> {
                        Map<String, JsonNode> parameters = new LinkedHashMap<>();
                        add(root, item, parameters);
                        add(root, each.getValue(), parameters);
                        all.put(
                            plain(each.getValue().path("operationId").asText()),
                            new Described(
                                root,
                                each.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                each.getValue(),
                                List.copyOf(parameters.values())));
                      });
            });
    return all;
  }

  private static void add(JsonNode root, JsonNode of, Map<String, JsonNode> parameters) {
    for (JsonNode each : of.path("parameters")) {
      JsonNode parameter = Sample.resolved(root, each);
      parameters.put(parameter.path("in").asText() + parameter.path("name").asText(), parameter);
    }
  }

  private static JsonNode read(Path contract) {
    LoaderOptions large = new LoaderOptions();
    large.setCodePointLimit(Integer.MAX_VALUE);
    try {
      return new ObjectMapper(YAMLFactory.builder().loaderOptions(large).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .readTree(contract.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  /** The schema of a parameter with a name like this; nothing if there is none. */
  JsonNode schema(String javaName) {
    JsonNode parameter = parameter(javaName);
    return parameter.isMissingNode() ? parameter : schema(parameter);
  }

  /** Without the parameters of the path, which are no members of the query. */
  Described withoutPath() {
    return new Described(
        root,
        method,
        path,
        operation,
        parameters.stream().filter(each -> !each.path("in").asText().equals("path")).toList());
  }

  /** The parameter that has this name in Java; nothing if none has. */
  JsonNode parameter(String javaName) {
    List<JsonNode> same = named(plain(javaName));
    if (!same.isEmpty()) {
      return same.get(0);
    }
    // the second of two that differ in what is no letter has a number
    String stem = javaName.replaceAll("\\d$", "");
    List<JsonNode> alike = stem.equals(javaName) ? List.of() : named(plain(stem));
    int number = alike.isEmpty() ? 0 : javaName.charAt(javaName.length() - 1) - '0';
    if (number == 2 && alike.size() == 1) {
      return alike.get(0); // the first is in the path
    }
    return number < 1 || number > alike.size() ? MissingNode.getInstance() : alike.get(number - 1);
  }

  private List<JsonNode> named(String plain) {
    return parameters.stream()
        .filter(
            each -> {
              String name = plain(each.path("name").asText());
              // words of Java and of generated code have an ending, one a beginning
              return List.of(name, name + "value", "property" + name).contains(plain);
            })
        .toList();
  }

  static JsonNode schema(JsonNode parameter) {
    JsonNode content = parameter.path("content");
    return content.isEmpty() ? parameter.path("schema") : content.iterator().next().path("schema");
  }

  /** The JSON body that it takes; nothing if it takes none. */
  JsonNode body() {
    return json(Sample.resolved(root, operation.path("requestBody")).path("content"));
  }

  /** The form that it takes; nothing if it takes none. */
  JsonNode form() {
    for (Map.Entry<String, JsonNode> each :
        Sample.resolved(root, operation.path("requestBody")).path("content").properties()) {
      if (each.getKey().matches("(?i)(application/x-www-form-urlencoded|multipart/.*)")) {
        return each.getValue().path("schema");
      }
    }
    return MissingNode.getInstance();
  }

  /** Its answer of success: status and node. */
  Map.Entry<String, JsonNode> success() {
    Map.Entry<String, JsonNode> first = Map.entry("200", MissingNode.getInstance());
    String best = "~";
    for (Map.Entry<String, JsonNode> each : operation.path("responses").properties()) {
      String status = each.getKey();
      boolean good = status.matches("[23].*") || status.equals("default");
      if (good && status.compareTo(best) < 0) {
        best = status;
        String sent = status.equals("default") ? "200" : status.substring(0, 1) + "00";
        first =
            Map.entry(
                status.matches("[0-9]{3}") ? status : sent, Sample.resolved(root, each.getValue()));
      }
    }
    return first;
  }

  static JsonNode json(JsonNode content) {
    for (Map.Entry<String, JsonNode> each : content.properties()) {
      JsonNode schema = each.getValue().path("schema");
      boolean any = each.getKey().equals("*/*") && !schema.path("type").asText().equals("string");
      if (any || each.getKey().matches("(?i)(application|text)/(.*[+])?json.*")) {
        return schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema;
      }
    }
    return MissingNode.getInstance();
  }
}
