package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rewrites the body of a request, of one media type. */
final class Bodies {
  /** Becomes {@code byte[]}. */
  static final String BYTES = "byte";

  private Bodies() {}

  /** How it is written; where any type will do, as JSON unless the schema is text. */
  static MediaTypes kind(String type, JsonNode media) {
    if (type.startsWith("*/")) {
      JsonNode schema = media.path("schema");
      boolean text = schema.path("type").asText().equals("string");
      return text ? MediaTypes.BYTES : MediaTypes.JSON;
    }
    return MediaTypes.of(type);
  }

  /** The type that is sent. */
  private static String sent(String type, MediaTypes kind) {
    if (!type.contains("*")) {
      return type;
    }
    return switch (kind) {
      case JSON -> "application/json";
      case FORM -> "application/x-www-form-urlencoded";
      case MULTIPART -> "multipart/form-data";
      case TEXT -> "text/plain";
      case BYTES -> "application/octet-stream";
    };
  }

  static void add(
      ObjectNode operation,
      JsonNode body,
      MediaTypes kind,
      String type,
      String place,
      String hint,
      Schemas schemas) {
    JsonNode media = body.path("content").path(type);
    ObjectNode schema =
        switch (kind) {
          case JSON -> schemas.plain(media.path("schema"), place + " body", hint + "Request");
          case FORM, MULTIPART -> Forms.of(media, place + " body", hint + "Form", schemas);
          case TEXT -> Schemas.type("string");
          case BYTES -> Schemas.type("string").put("format", BYTES);
        };
    operation.put("x-body-type", sent(type, kind));
    if (!body.path("required").asBoolean()) {
      operation.put("x-optional-body", true);
    }
    boolean form = kind == MediaTypes.FORM || kind == MediaTypes.MULTIPART;
    operation.put("x-codegen-request-body-name", form ? "form" : "body");
    ObjectNode plain = operation.putObject("requestBody");
    plain.put("description", body.path("description").asText("What to send."));
    // an argument of the method in any case; null where there need be none
    plain.put("required", true);
    plain.putObject("content").putObject("application/json").set("schema", schema);
  }
}
