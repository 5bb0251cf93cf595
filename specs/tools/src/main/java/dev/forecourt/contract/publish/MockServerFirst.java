package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Names the mock as the first server, wherever servers are named, and the vendor's after it: a tool
 * that takes the first one sends no secret to the vendor by mistake. Variables of a server get
 * their default, because most tools do not fill them in.
 */
final class MockServerFirst {

  private MockServerFirst() {}

  static void apply(ObjectNode document) {
    JsonNode port = document.path("x-mock-port");
    if (!document.has("servers")) {
      document.putArray("servers");
    }
    put(document, port);
    for (JsonNode item : document.path("paths")) {
      put(item, port);
      item.forEach(operation -> put(operation, port));
    }
  }

  private static void put(JsonNode holder, JsonNode port) {
    if (!(holder.path("servers") instanceof ArrayNode servers)) {
      return;
    }
    servers.forEach(server -> resolve((ObjectNode) server));
    if (port.isInt()) {
      servers
          .insertObject(0)
          .put("url", "http://127.0.0.1:" + port.intValue())
          .put("description", "The mock of Forecourt on this machine");
    }
  }

  private static void resolve(ObjectNode server) {
    String url = server.path("url").asText();
    for (var variable : server.path("variables").properties()) {
      url =
          url.replace("{" + variable.getKey() + "}", variable.getValue().path("default").asText());
    }
    server.put("url", url);
    server.remove("variables");
  }
}
