package dev.forecourt.contract.tools;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what swagger-parser adds: it calls every schema without a type an object, {@code enum:
 * [null]} among them.
 */
final class AssumedTypes {
  private AssumedTypes() {}

  static void remove(Schema<?> schema) {
    boolean nullOnly =
        schema.getEnum() != null && schema.getEnum().stream().allMatch(Objects::isNull);
    boolean any = schema.getProperties() == null && schema.getExample() instanceof String;
    if ("object".equals(schema.getType()) && (nullOnly || any)) {
      schema.setType(null);
    }
    inside(schema).forEach(AssumedTypes::remove);
  }

  private static List<Schema<?>> inside(Schema<?> schema) {
    List<Schema<?>> inside = new ArrayList<>();
    addAll(schema.getAllOf(), inside);
    addAll(schema.getAnyOf(), inside);
    addAll(schema.getOneOf(), inside);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(inside::add);
    }
    if (schema.getItems() != null) {
      inside.add(schema.getItems());
    }
    return inside;
  }

  private static void addAll(
      @SuppressWarnings("rawtypes") @Nullable List<Schema> from, List<Schema<?>> into) {
    if (from != null) {
      from.forEach(into::add);
    }
  }
}
