package dev.forecourt.clients.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Gives parameters that take an enumeration or any other text, such as Accept-Language, the type of
 * the enumeration, and the pattern of the text: callers then have its constants, and all else too.
 */
final class KnownValues {

  /** On the schema of such a parameter: other values than those listed may be sent. */
  static final String ANY_TEXT = "x-any-text";

  private KnownValues() {}

  static void simplify(OpenAPI contract) {
    if (contract.getComponents() != null && contract.getComponents().getParameters() != null) {
      contract
          .getComponents()
          .getParameters()
          .values()
          .forEach(parameter -> simplify(parameter, contract));
    }
    if (contract.getPaths() != null) {
      contract.getPaths().values().stream()
          .flatMap(item -> item.readOperations().stream())
          .filter(operation -> operation.getParameters() != null)
          .flatMap(operation -> operation.getParameters().stream())
          .forEach(parameter -> simplify(parameter, contract));
    }
  }

  private static void simplify(Parameter parameter, OpenAPI contract) {
    Schema<?> schema = parameter.getSchema();
    if (schema == null || schema.getAnyOf() == null || schema.getAnyOf().size() != 2) {
      return;
    }
    List<?> choices = schema.getAnyOf();
    Schema<?> known = (Schema<?>) choices.get(0);
    Schema<?> other = (Schema<?>) choices.get(1);
    if (isEnumeration(known, contract) && "string".equals(other.getType())) {
      Schema<Object> simple = new Schema<>();
      simple.addAllOfItem(known);
      simple.setDefault(schema.getDefault());
      simple.setPattern(other.getPattern());
      simple.addExtension(ANY_TEXT, true);
      parameter.setSchema(simple);
    }
  }

  private static boolean isEnumeration(Schema<?> schema, OpenAPI contract) {
    return schema.get$ref() != null
        && ModelUtils.getReferencedSchema(contract, schema).getEnum() != null;
  }
}
