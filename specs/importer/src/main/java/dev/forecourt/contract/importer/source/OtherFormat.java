package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file is that is taken for an OpenAPI file by mistake. */
final class OtherFormat {

  private static final Map<String, String> BY_KEY =
      Map.of(
          "arazzo", "an Arazzo description of workflows",
          "asyncapi", "an AsyncAPI description of messages",
          "overlay", "an Overlay, which changes an OpenAPI file",
          "swaggerVersion", "of Swagger 1.x, whose form is another one");

  private OtherFormat() {}

  /** Its name with an article; null if it is none that is known here. */
  static @Nullable String of(JsonNode root) {
    for (Map.Entry<String, String> each : BY_KEY.entrySet()) {
      if (root.has(each.getKey()) && !root.has("openapi") && !root.has("swagger")) {
        return each.getValue();
      }
    }
    if (root.at("/info/schema").asText().contains("getpostman.com")
        || root.at("/info/_postman_id").isTextual()) {
      return "a Postman collection";
    }
    if (root.at("/log/entries").isArray()) {
      return "a recording of requests (HAR)";
    }
    String text = root.isTextual() ? root.textValue().stripLeading() : "";
    if (text.startsWith("<")) {
      return text.toLowerCase(java.util.Locale.ROOT).contains("<html") ? "a web page" : "XML";
    }
    return null;
  }
}
