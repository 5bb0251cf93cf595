package dev.forecourt.clients.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Writes {@code x-holds-secrets: true} on each schema that has a property of format {@code
 * password}, or one whose schema has.
 */
final class SecretSchemas {
  private final OpenAPI contract;
  private final Map<String, Boolean> known = new HashMap<>();

  SecretSchemas(OpenAPI contract) {
    this.contract = contract;
  }

  void mark() {
    ModelUtils.getSchemas(contract)
        .forEach(
            (name, schema) -> {
              if (holdsSecrets(name)) {
                schema.addExtension("x-holds-secrets", true);
              }
            });
  }

  private boolean holdsSecrets(String name) {
    Boolean before = known.putIfAbsent(name, false);
    if (before != null) {
      return before;
    }
    boolean holds = isSecret(ModelUtils.getSchema(contract, name));
    known.put(name, holds);
    return holds;
  }

  private boolean isSecret(Schema<?> schema) {
    if (schema == null) {
      return false;
    }
    if (schema.get$ref() != null) {
      return holdsSecrets(ModelUtils.getSimpleRef(schema.get$ref()));
    }
    return "password".equals(schema.getFormat()) || parts(schema).anyMatch(this::isSecret);
  }

  @SuppressWarnings("rawtypes") // as the parser's own types
  private static Stream<Schema<?>> parts(Schema<?> schema) {
    Stream<Schema> properties =
        schema.getProperties() == null ? Stream.of() : schema.getProperties().values().stream();
    Stream<Schema> parts = schema.getAllOf() == null ? Stream.of() : schema.getAllOf().stream();
    return Stream.of(properties, parts, Stream.of((Schema) schema.getItems()))
        .flatMap(each -> each)
        .filter(Objects::nonNull)
        .map(each -> (Schema<?>) each);
  }
}
