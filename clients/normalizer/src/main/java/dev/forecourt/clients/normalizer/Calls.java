package dev.forecourt.clients.normalizer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** Says in Java how an operation's parameters are written and how its answer is read. */
final class Calls {

  private Calls() {}

  static void complete(CodegenOperation operation) {
    Map<String, Object> said = operation.vendorExtensions;
    String path = String.valueOf(said.getOrDefault("x-path", operation.path));
    for (CodegenParameter each : operation.pathParams) {
      path = path.replace("{" + each.baseName + "}", "{" + each.paramName + "}");
    }
    said.put("x-call-path", Literals.escaped(path));
    said.putIfAbsent("x-contract-id", operation.operationId);
    said.put("x-reading", reading(operation));
    Stream.of(
            operation.allParams,
            operation.requiredParams,
            operation.optionalParams,
            operation.pathParams,
            operation.queryParams,
            operation.headerParams,
            operation.cookieParams)
        .flatMap(List::stream)
        .distinct()
        .forEach(Calls::complete);
    boolean free = said.containsKey("x-optional-body");
    Stream.of(operation.allParams, operation.requiredParams)
        .flatMap(List::stream)
        .filter(each -> each.isBodyParam)
        .forEach(each -> argument(each, free));
    if (operation.bodyParam != null) {
      argument(operation.bodyParam, free);
    }
    if (said.containsKey("x-accepted")) {
      said.put(
          "x-accepted-list",
          String.join(
              ", ", ((List<?>) said.get("x-accepted")).stream().map(String::valueOf).toList()));
    }
  }

  private static void argument(CodegenParameter body, boolean free) {
    String type = body.dataType;
    if (free) {
      body.vendorExtensions.put("x-may-be-null", true);
      body.vendorExtensions.put(
          "x-argument-type",
          type.endsWith("[]") ? type.replace("[]", " @Nullable []") : "@Nullable " + type);
    } else {
      body.vendorExtensions.put("x-argument-type", body.isLong ? "long" : type);
    }
  }

  private static void complete(CodegenParameter parameter) {
    Object styled = parameter.vendorExtensions.get("x-styled");
    String value =
        styled == null
            ? parameter.paramName
            : "Styled.of(" + parameter.paramName + ", Style." + styled + ")";
    parameter.vendorExtensions.put("x-value", value);
    String wire = Literals.quoted(parameter.baseName);
    parameter.vendorExtensions.put("x-name", wire);
    parameter.vendorExtensions.put(
        "x-path-value", "PathValue.of(" + (styled == null ? value : wire + ", " + value) + ")");
  }

  private static String reading(CodegenOperation operation) {
    Object kind = operation.vendorExtensions.get("x-answer");
    String reader = reader(operation, String.valueOf(kind));
    return operation.vendorExtensions.containsKey("x-answer-optional")
        ? reader + ".orNothing()"
        : reader;
  }

  private static String reader(CodegenOperation operation, String kind) {
    if (operation.returnType == null) {
      return "AnswerReader.none()";
    }
    if (kind.equals("text")) {
      return "AnswerReader.text()";
    }
    if (kind.equals("bytes")) {
      return "AnswerReader.bytes()";
    }
    if (operation.isArray) {
      Object wrappers = operation.vendorExtensions.get("x-wrappers");
      StringBuilder more = new StringBuilder();
      if (wrappers instanceof List<?> names) {
        names.forEach(name -> more.append(", ").append(Literals.quoted(String.valueOf(name))));
      }
      return "AnswerReader.listOf(" + MemberReading.ofElement(operation.returnType) + more + ")";
    }
    return "AnswerReader.of(" + MemberReading.reader(operation.returnType) + ")";
  }
}
