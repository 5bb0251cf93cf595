package dev.forecourt.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.Map;

/** Says of a value whether a component of a document allows it, by a validator that is not ours. */
final class ValueChecker {
  private static final String BASE = "https://contract.invalid/";

  private final Map<String, Schema> byName = new HashMap<>();
  private final SchemaRegistry registry;

  /** Of a document of 3.0 or 3.1. */
  ValueChecker(JsonNode document) {
    Dialect dialect =
        document.path("openapi").asText().startsWith("3.1")
            ? Dialects.getOpenApi31()
            : Dialects.getOpenApi30();
    registry =
        SchemaRegistry.withDefaultDialect(
            dialect, b -> b.schemas(Map.of(BASE, document.toString())));
  }

  boolean allows(String name, JsonNode value) {
    return byName
        .computeIfAbsent(
            name, n -> registry.getSchema(SchemaLocation.of(BASE + "#/components/schemas/" + n)))
        .validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .isEmpty();
  }
}
