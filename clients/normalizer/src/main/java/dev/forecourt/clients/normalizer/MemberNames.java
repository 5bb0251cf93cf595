package dev.forecourt.clients.normalizer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;

/** Gives properties, values and parameters names that do not collide with each other or ours. */
final class MemberNames {
  /** What a model, its builder and their methods name themselves. */
  private static final Set<String> OF_MODELS =
      Set.of(
          "addTo",
          "additionalProperties",
          "additionalProperty",
          "asBare",
          "bare",
          "build",
          "builder",
          "built",
          "check",
          "checks",
          "clone",
          "equals",
          "fields",
          "finalize",
          "getClass",
          "hashCode",
          "in",
          "isBare",
          "isSet",
          "member",
          "memberOrder",
          "members",
          "notify",
          "notifyAll",
          "other",
          "out",
          "read",
          "secretTexts",
          "spelling",
          "that",
          "toBuilder",
          "toString",
          "wait",
          "write",
          "writeObject");

  /** What a service, a query and their methods name themselves. */
  private static final Set<String> OF_PARAMETERS =
      Set.of(
          "at",
          "build",
          "builder",
          "checks",
          "clone",
          "connection",
          "cookieParameters",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "headerParameters",
          "it",
          "notify",
          "notifyAll",
          "options",
          "other",
          "parameters",
          "query",
          "queryParameters",
          "that",
          "toBuilder",
          "toString",
          "wait");

  private MemberNames() {}

  static void ofModel(CodegenModel model) {
    Set<String> taken = new HashSet<>();
    for (CodegenProperty property : model.vars) {
      String name = free(bare(property.name, property.baseName), OF_MODELS, taken);
      property.name = name;
    }
  }

  /** Without the line that the generator puts before words of its own, such as float and object. */
  private static String bare(String name, String ofContract) {
    return name.equalsIgnoreCase("_" + ofContract) ? name.substring(1) : name;
  }

  private static String free(String wished, Set<String> reserved, Set<String> taken) {
    String plain =
        isName(wished)
            ? wished
            : SourceVersion.isKeyword(wished) ? wished + "Value" : "value" + ascii(wished);
    String base = reserved.contains(plain) ? plain + "Value" : plain;
    String name = base;
    for (int number = 2; !taken.add(name); number++) {
      name = base + number;
    }
    return name;
  }

  private static boolean isName(String text) {
    return SourceVersion.isName(text)
        && text.matches("[A-Za-z_][A-Za-z0-9_]*")
        && text.matches(".*[A-Za-z].*");
  }

  private static String ascii(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "");
  }

  static void ofOperation(CodegenOperation operation) {
    Set<String> taken = new HashSet<>();
    Map<String, String> names = new HashMap<>();
    operation.allParams.forEach(
        each ->
            names.put(key(each), free(bare(each.paramName, each.baseName), OF_PARAMETERS, taken)));
    Stream.of(
            operation.allParams,
            operation.requiredParams,
            operation.optionalParams,
            operation.pathParams,
            operation.queryParams,
            operation.headerParams,
            operation.cookieParams,
            operation.bodyParams,
            bodyOf(operation))
        .flatMap(List::stream)
        .distinct()
        .forEach(each -> each.paramName = names.getOrDefault(key(each), each.paramName));
  }

  private static List<CodegenParameter> bodyOf(CodegenOperation operation) {
    return operation.bodyParam == null ? List.of() : List.of(operation.bodyParam);
  }

  private static String key(CodegenParameter parameter) {
    String in =
        parameter.isBodyParam
            ? "body"
            : parameter.isPathParam
                ? "path"
                : parameter.isQueryParam ? "query" : parameter.isHeaderParam ? "header" : "cookie";
    return in + " " + parameter.baseName;
  }

  /** Constants of an enumeration; {@code UNKNOWN} is the marker of values that are not listed. */
  static void ofValues(List<?> values) {
    Set<String> taken = new HashSet<>(Set.of("UNKNOWN"));
    int place = 0;
    for (Object each : values) {
      place++;
      @SuppressWarnings("unchecked") // as the generator makes them
      Map<String, Object> value = (Map<String, Object>) each;
      String wished = String.valueOf(value.get("name")).replaceAll("[^A-Za-z0-9_]", "");
      String base = wished.matches(".*[A-Za-z].*") ? wished : "VALUE_" + place;
      base = Character.isDigit(base.charAt(0)) ? "_" + base : base;
      String name = base.equals("UNKNOWN") ? "UNKNOWN_VALUE" : base;
      for (int number = 2; !taken.add(name.toUpperCase(Locale.ROOT)); number++) {
        name = base + "_" + number;
      }
      value.put("name", name);
    }
  }
}
