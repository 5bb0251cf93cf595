package dev.forecourt.clients.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.Parameter.StyleEnum;
import org.openapitools.codegen.utils.ModelUtils;

/** Refuses parameters that templates and runtime would send wrong or leave out. */
final class SupportedParameters {

  private SupportedParameters() {}

  /** Throws {@code IllegalStateException} that says what to change. */
  static void check(Operation operation, Parameter parameter, OpenAPI contract) {
    switch (parameter.getIn()) {
      case "path" ->
          refuseUnless(style(parameter, StyleEnum.SIMPLE), operation, parameter, "style simple");
      case "query" -> checkQuery(operation, parameter, contract);
      case "header" ->
          refuseUnless(!isObject(parameter, contract), operation, parameter, "a value or a list");
      default -> refuseUnless(false, operation, parameter, "a path, query or header parameter");
    }
  }

  private static void checkQuery(Operation operation, Parameter parameter, OpenAPI contract) {
    if (isObject(parameter, contract)) {
      refuseUnless(
          parameter.getStyle() == StyleEnum.DEEPOBJECT, operation, parameter, "style deepObject");
    } else {
      refuseUnless(
          style(parameter, StyleEnum.FORM) && !Boolean.FALSE.equals(parameter.getExplode()),
          operation,
          parameter,
          "style form with explode: true");
    }
  }

  private static boolean style(Parameter parameter, StyleEnum expected) {
    return parameter.getStyle() == null || parameter.getStyle() == expected;
  }

  private static boolean isObject(Parameter parameter, OpenAPI contract) {
    Schema<?> schema = ModelUtils.getReferencedSchema(contract, parameter.getSchema());
    return schema != null && schema.getProperties() != null;
  }

  private static void refuseUnless(
      boolean supported, Operation operation, Parameter parameter, String expected) {
    if (!supported) {
      throw new IllegalStateException(
          "%s: the client cannot send parameter '%s' (in: %s, style: %s, explode: %s). Expected %s. Change the contract, or teach clients/templates and the runtime."
              .formatted(
                  operation.getOperationId(),
                  parameter.getName(),
                  parameter.getIn(),
                  parameter.getStyle(),
                  parameter.getExplode(),
                  expected));
    }
  }
}
