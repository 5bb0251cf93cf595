package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says in the words of OpenAPI 3.0 what a document says in those of 3.1. What 3.0 cannot say is
 * kept as an extension, so that it allows more than the contract there, and never less.
 */
final class OpenApi30 {

  private OpenApi30() {}

  static boolean isNewer(ObjectNode document) {
    return document.path("openapi").asText().startsWith("3.1");
  }

  static void apply(ObjectNode document) {
    document.put("openapi", "3.0.3");
    document.remove("jsonSchemaDialect");
    if (document.path("info") instanceof ObjectNode info) {
      info.remove("summary");
      if (info.path("license") instanceof ObjectNode license) {
        license.remove("identifier");
      }
    }
    keep(document, "webhooks");
    if (!document.has("paths")) {
      document.putObject("paths");
    }
    pathItems(document);
    answers(document);
    mutualTls(document);
    BooleanSchemas.apply(document);
    SchemaWalk.forEach(document, Schema30::rewrite);
    definitions(document);
    // after all others: what is copied is in the words of 3.0 already
    References references = new References(document);
    SchemaWalk.forEach(document, schema -> NullInAlternatives.rewrite(schema, references));
  }

  /** As an extension, for people to read. */
  static void keep(ObjectNode holder, String keyword) {
    JsonNode value = holder.remove(keyword);
    if (value != null) {
      holder.set("x-" + keyword, value);
    }
  }

  /** Schemas inside of schemas are kept under another name: see {@link Schema30}. */
  private static void definitions(ObjectNode document) {
    for (JsonNode holder : document.findParents("$ref")) {
      if (holder instanceof ObjectNode object && object.path("$ref").isTextual()) {
        object.put("$ref", object.path("$ref").textValue().replace("/$defs/", "/x-$defs/"));
      }
    }
  }

  /** 3.0 has no component of that kind: each is copied to where it is used. */
  private static void pathItems(ObjectNode document) {
    String prefix = "#/components/pathItems/";
    JsonNode items = document.at("/components/pathItems");
    for (String holder : List.of("paths", "x-webhooks")) {
      for (var item : document.path(holder).properties()) {
        String reference = item.getValue().path("$ref").asText();
        JsonNode target = items.path(reference.replace(prefix, ""));
        if (reference.startsWith(prefix) && target.isObject()) {
          item.setValue(target.deepCopy());
        }
      }
    }
    if (document.path("components") instanceof ObjectNode components) {
      components.remove("pathItems");
    }
  }

  private static void answers(ObjectNode document) {
    for (JsonNode item : document.path("paths")) {
      for (JsonNode each : item) {
        if (each instanceof ObjectNode operation && !operation.has("responses")) {
          operation
              .putObject("responses")
              .putObject("default")
              .put("description", "Any answer: the contract names none.");
        }
      }
    }
  }

  /** Certificates are no scheme of 3.0, and roles belong to tokens there. */
  private static void mutualTls(ObjectNode document) {
    Set<String> certificates = new HashSet<>();
    JsonNode schemes = document.at("/components/securitySchemes");
    schemes
        .properties()
        .forEach(
            each -> {
              if (each.getValue().path("type").asText().equals("mutualTLS")) {
                certificates.add(each.getKey());
              }
            });
    if (schemes instanceof ObjectNode object) {
      object.remove(certificates);
    }
    for (JsonNode list : document.findValues("security")) {
      for (JsonNode requirement : list) {
        if (list.isArray() && requirement instanceof ObjectNode object) {
          object.remove(certificates);
          object
              .properties()
              .forEach(each -> withoutRoles(each.getValue(), schemes, each.getKey()));
        }
      }
    }
  }

  private static void withoutRoles(JsonNode roles, JsonNode schemes, String scheme) {
    String type = schemes.path(scheme).path("type").asText();
    if (roles instanceof ArrayNode list && !List.of("oauth2", "openIdConnect").contains(type)) {
      list.removeAll();
    }
  }
}
