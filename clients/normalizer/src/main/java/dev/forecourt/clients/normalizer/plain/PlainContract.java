package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Rewrites an OpenAPI document of 3.0 or 3.1, whatever it makes use of, as one of 3.0.3 with few
 * constructs: objects with properties, enumerations and choices are components, all else stands
 * where it is used; each operation has one tag, one body and one answer. Extensions say what the
 * plain words do not.
 */
public final class PlainContract {
  private PlainContract() {}

  /** The rewritten document; what cannot be, or only in a simpler way, is in the findings. */
  public static ObjectNode of(ObjectNode contract, Findings findings) {
    Document document = new Document(contract);
    Schemas schemas = new Schemas(document, findings);
    Operations operations = new Operations(document, findings, schemas);
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    plain.put("openapi", "3.0.3");
    ObjectNode info = plain.putObject("info");
    info.put("title", contract.path("info").path("title").asText("API"));
    info.put("version", contract.path("info").path("version").asText("1"));
    info.put("description", contract.path("info").path("description").asText(""));
    plain
        .putArray("servers")
        .addObject()
        .put(
            "url",
            Servers.of(
                    document,
                    JsonNodeFactory.instance.objectNode(),
                    contract.path("none"),
                    findings)
                .host());
    ObjectNode paths = operations.paths();
    plain.set("tags", operations.tags().list());
    plain.set("paths", paths);
    webhooks(document, schemas);
    ObjectNode components = plain.putObject("components");
    components.set("schemas", schemas.components());
    components.set("securitySchemes", operations.security().schemes());
    schemas.dropDangling(paths);
    new Directions((ObjectNode) components.path("schemas")).mark(paths, schemas.read());
    for (String word : new String[] {"x-error-shape"}) {
      if (contract.has(word)) {
        plain.set(word, contract.get(word));
      }
    }
    return plain;
  }

  /** Calls that the vendor makes: their payloads are models like any other. */
  private static void webhooks(Document document, Schemas schemas) {
    for (JsonNode hook : document.root().path("webhooks")) {
      payloads(document, document.resolved(hook), "Webhook", schemas);
    }
    for (JsonNode item : document.root().path("paths")) {
      for (JsonNode operation : document.resolved(item)) {
        for (JsonNode callback : operation.path("callbacks")) {
          for (JsonNode target : document.resolved(callback)) {
            payloads(document, target, "Callback", schemas);
          }
        }
      }
    }
  }

  private static void payloads(Document document, JsonNode item, String kind, Schemas schemas) {
    item.properties()
        .forEach(
            operation -> {
              JsonNode body = document.resolved(operation.getValue().path("requestBody"));
              String id = operation.getValue().path("operationId").asText(kind);
              body.path("content")
                  .properties()
                  .forEach(
                      media ->
                          schemas.addRead(
                              schemas.plain(
                                  media.getValue().path("schema"),
                                  kind + " " + id,
                                  schemas.flatName(id) + "Payload")));
            });
  }
}
