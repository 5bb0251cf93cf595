package dev.forecourt.clients.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Objects;

/**
 * Turns "a reference, or null" into the reference with its siblings.
 *
 * <p>The stock normalizer turns it into the reference alone, and so loses description and extension
 * keys of the property. Null needs no mention: our models take it everywhere.
 */
final class NullAlternatives {

  private NullAlternatives() {}

  static void simplify(OpenAPI contract) {
    if (contract.getComponents() == null || contract.getComponents().getSchemas() == null) {
      return;
    }
    for (Schema<?> schema : contract.getComponents().getSchemas().values()) {
      if (schema.getProperties() != null) {
        for (Schema<?> property : schema.getProperties().values()) {
          simplify(property);
        }
      }
    }
  }

  private static void simplify(Schema<?> property) {
    List<?> alternatives = property.getAnyOf();
    if (alternatives == null || alternatives.size() != 2) {
      return;
    }
    Schema<?> reference = (Schema<?>) alternatives.get(0);
    Schema<?> other = (Schema<?>) alternatives.get(1);
    if (reference.get$ref() != null && isNull(other)) {
      property.setAnyOf(null);
      property.addAllOfItem(reference);
    }
  }

  private static boolean isNull(Schema<?> schema) {
    return schema.getEnum() != null && schema.getEnum().stream().allMatch(Objects::isNull);
  }
}
