package dev.forecourt.clients.normalizer;

import java.util.Map;
import org.openapitools.codegen.CodegenProperty;

/** The Java expression that reads a property from {@code JsonIn in}. */
final class MemberReading {
  private static final String LIST = "List<";
  private static final String MAP = "Map<String, ";

  /** Methods of JsonIn by the type that they read. */
  private static final Map<String, String> METHODS =
      Map.of(
          "BigDecimal", "decimal",
          "Boolean", "bool",
          "Double", "float64",
          "Float", "float32",
          "Integer", "int32",
          "Json", "json",
          "LocalDate", "date",
          "LocalDateTime", "localDateTime",
          "Long", "int64",
          "OffsetDateTime", "dateTime");

  private MemberReading() {}

  /** Throws {@code IllegalStateException} for a type that the runtime cannot read. */
  static String of(CodegenProperty property) {
    boolean single = property.vendorExtensions.containsKey("x-single-or-list");
    return expression(property.datatypeWithEnum, single ? "singleOrList" : "list");
  }

  /** What reads a value of this type: {@code Pet::read}. */
  static String reader(String type) {
    return reference(type);
  }

  /** What reads an element of this list. */
  static String ofElement(String list) {
    return reference(element(list, LIST));
  }

  /** The expression for a value of this type. */
  static String of(String type) {
    return expression(type, "list");
  }

  private static String expression(String type, String list) {
    if (type.startsWith(LIST)) {
      return "in." + list + "(" + reference(element(type, LIST)) + ")";
    }
    if (type.startsWith(MAP)) {
      return "in.map(" + reference(element(type, MAP)) + ")";
    }
    String method = method(type);
    return method == null ? type + ".read(in)" : "in." + method + "()";
  }

  private static String reference(String type) {
    if (type.startsWith(LIST) || type.startsWith(MAP)) {
      return "in"
          + type.chars().filter(c -> c == '<').count()
          + " -> "
          + expression(type, "list")
              .replaceFirst("^in", "in" + type.chars().filter(c -> c == '<').count());
    }
    String method = method(type);
    return method == null ? type + "::read" : "JsonIn::" + method;
  }

  private static String method(String type) {
    if (type.equals("String")) {
      return "text";
    }
    if (type.equals("Object") || type.contains(".") || type.contains("[")) {
      throw new IllegalStateException(
          "No model can hold a "
              + type
              + ". Expected a type that JsonIn reads: change the contract, or teach the runtime.");
    }
    return METHODS.get(type);
  }

  private static String element(String type, String outer) {
    return type.substring(outer.length(), type.length() - 1);
  }
}
