package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.LeftOut;
import java.util.List;
import java.util.Map;

/** Security definitions of 2.0 as security schemes of 3.0. */
final class Swagger2Security {
  private static final Map<String, String> FLOWS =
      Map.of(
          "implicit", "implicit",
          "password", "password",
          "application", "clientCredentials",
          "accessCode", "authorizationCode");

  private final ObjectNode old;
  private final List<LeftOut> leftOut;

  Swagger2Security(ObjectNode old, List<LeftOut> leftOut) {
    this.old = old;
    this.leftOut = leftOut;
  }

  ObjectNode schemes() {
    ObjectNode schemes = old.objectNode();
    old.path("securityDefinitions")
        .properties()
        .forEach(each -> schemes.set(each.getKey(), scheme(each.getKey(), each.getValue())));
    return schemes;
  }

  private JsonNode scheme(String name, JsonNode definition) {
    ObjectNode scheme = old.objectNode();
    definition
        .properties()
        .forEach(
            member -> {
              if (!List.of("flow", "authorizationUrl", "tokenUrl", "scopes")
                  .contains(member.getKey())) {
                scheme.set(member.getKey(), member.getValue());
              }
            });
    switch (definition.path("type").asText()) {
      case "basic" -> scheme.put("type", "http").put("scheme", "basic");
      case "oauth2" -> {
        String flow = FLOWS.get(definition.path("flow").asText());
        if (flow == null) {
          leftOut.add(
              new LeftOut(
                  Place.of("securityDefinitions", name).toString(),
                  "flow " + definition.path("flow").asText(),
                  "2.0 has no such flow",
                  "read as authorization code: callers bring a token"));
          flow = "authorizationCode";
        }
        ObjectNode converted = scheme.putObject("flows").putObject(flow);
        for (String key : List.of("authorizationUrl", "tokenUrl")) {
          if (definition.has(key)) {
            converted.set(key, definition.path(key));
          }
        }
        converted.set(
            "scopes",
            definition.path("scopes").isObject() ? definition.path("scopes") : old.objectNode());
      }
      default -> {}
    }
    return scheme;
  }
}
