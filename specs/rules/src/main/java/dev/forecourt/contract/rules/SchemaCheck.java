package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks values against the schemas of a contract, across its files. */
final class SchemaCheck {
  private static final String BASE = "https://contract.invalid/";

  private final Contract contract;
  private final SchemaRegistry registry;

  SchemaCheck(Contract contract) {
    this.contract = contract;
    Map<String, JsonNode> files = new HashMap<>();
    contract.files().forEach((file, content) -> files.put(BASE + contract.label(file), content));
    ParsedDocuments documents = new ParsedDocuments(files);
    this.registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(),
            b ->
                b.schemas(documents.texts())
                    .nodeReader(documents)
                    .schemaRegistryConfig(ContractRegistry.config().build()));
  }

  /** What is wrong with a value, by the schema that stands in a file under a JSON pointer. */
  List<String> problems(Path file, String pointer, JsonNode value) {
    if (!contract.isSuspect(file)) {
      return List.of();
    }
    return registry
        .getSchema(SchemaLocation.of(BASE + contract.label(file) + "#" + pointer))
        .validate(value, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
