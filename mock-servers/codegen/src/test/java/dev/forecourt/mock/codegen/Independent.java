package dev.forecourt.mock.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges answers by a contract, with a validator that knows nothing of the generator. */
final class Independent {

  private static final String DOCUMENT = "https://contract.invalid/openapi.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;
  private final SchemaRegistry registry;
  private final Map<String, Schema> known = new HashMap<>();

  Independent(Path file) {
    try {
      String text = Files.readString(file);
      root =
          (text.stripLeading().startsWith("{") ? JSON : new ObjectMapper(new YAMLFactory()))
              .readTree(text);
      String json = JSON.writeValueAsString(root);
      registry =
          SchemaRegistry.withDefaultDialect(
              root.path("openapi").asText().startsWith("3.0")
                  ? Dialects.getOpenApi30()
                  : Dialects.getOpenApi31(),
              builder -> builder.schemas(Map.of(DOCUMENT, json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  /** What is wrong with an answer; empty for nothing, also where the contract says nothing. */
  String wrong(String path, String method, Harness.Answer answer) {
    String at =
        resolved("/paths/" + escape(path) + "/" + method.toLowerCase(java.util.Locale.ROOT));
    String responses = at + "/responses";
    String status = Integer.toString(answer.status());
    String response = null;
    for (String key :
        new String[] {status, status.charAt(0) + "XX", status.charAt(0) + "xx", "default"}) {
      if (response == null && root.at(responses).has(key)) {
        response = resolved(responses + "/" + key);
      }
    }
    if (response == null) {
      return "status " + status + " is not documented";
    }
    JsonNode content = root.at(response + "/content");
    String type = answer.type().replaceFirst(";.*", "").strip();
    String key = key(content, type);
    if (content.isEmpty()) {
      return answer.response().body().length == 0 ? "" : "a body that is not documented";
    }
    if (key == null) {
      return "type " + type + " is not documented";
    }
    if (!type.contains("json") || !content.get(key).has("schema")) {
      return "";
    }
    return wrong(response + "/content/" + escape(key) + "/schema", answer.text());
  }

  private static @Nullable String key(JsonNode content, String type) {
    for (var each : content.properties()) {
      String name = each.getKey().replaceFirst(";.*", "").strip();
      String group = type.replaceFirst("/.*", "/*");
      if (name.equalsIgnoreCase(type) || name.equals("*/*") || name.equals(group)) {
        return each.getKey();
      }
    }
    return null;
  }

  private String wrong(String pointer, String body) {
    try {
      Schema schema =
          known.computeIfAbsent(
              pointer,
              each ->
                  registry.getSchema(
                      SchemaLocation.of(
                          DOCUMENT
                              + "#"
                              + each.replace("%", "%25")
                                  .replace("{", "%7B")
                                  .replace("}", "%7D")
                                  .replace(" ", "%20")
                                  .replace("\"", "%22"))));
      var errors =
          schema.validate(
              JSON.readTree(body),
              context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
      return errors.isEmpty() ? "" : errors.toString();
    } catch (IOException e) {
      return "no JSON: " + e.getMessage();
    }
  }

  /** The pointer behind references. */
  private String resolved(String pointer) {
    String at = pointer;
    for (int i = 0; i < 10 && root.at(at).path("$ref").isTextual(); i++) {
      at = root.at(at).get("$ref").asText().substring(1);
    }
    return at;
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
