package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One value an operation takes, and its component in the request record.
 *
 * @param in {@code path}, {@code query}, {@code header}, {@code form} or {@code body}
 * @param name as on the wire
 * @param component its name in Java
 * @param required whether it must be sent
 * @param type {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code array},
 *     {@code object}; for a body also empty
 * @param commaSeparated whether an array travels as one value with commas
 * @param schema what it must look like
 * @param reader the initialiser of what reads it, where it is more than plain texts; else empty
 */
record Field(
    String in,
    String name,
    String component,
    boolean required,
    String type,
    boolean commaSeparated,
    Schema<?> schema,
    String reader) {

  /** One that is read as a plain text, or as several. */
  Field(
      String in,
      String name,
      String component,
      boolean required,
      String type,
      boolean commaSeparated,
      Schema<?> schema) {
    this(in, name, component, required, type, commaSeparated, schema, "");
  }

  private static final Map<String, String> TYPES =
      Map.of("string", "String", "integer", "Long", "number", "BigDecimal", "boolean", "Boolean");

  /** The name of the constant that says where it is. */
  String place() {
    return in.equals("body") ? "BODY" : in.toUpperCase(Locale.ROOT) + "_" + Java.constant(name);
  }

  /** The declared type of the record component. */
  String componentType(Schemas schemas) {
    if (isStyled()) {
      return required ? "Object" : "@Nullable Object";
    }
    String plain = TYPES.getOrDefault(type, "Object");
    return switch (type) {
      case "array" -> isTexts(schemas) ? "List<String>" : "List<Object>";
      case "object" -> (required ? "" : "@Nullable ") + "Map<String, @Nullable Object>";
      case "string" -> isSure(schemas) ? "String" : "@Nullable String";
      case "integer" -> isSure(schemas) ? "long" : "@Nullable Long";
      case "boolean" -> isSure(schemas) ? "boolean" : "@Nullable Boolean";
      default -> isSure(schemas) ? plain : "@Nullable " + plain;
    };
  }

  /** How an untyped but checked value becomes the component. */
  String take(Schemas schemas, String value) {
    if (type.equals("object")) {
      return "Take.fields(" + value + ")";
    }
    if (type.equals("array")) {
      List<String> texts = schemas.defaultTexts(schema);
      String otherwise = texts.isEmpty() ? "" : ", " + Java.listOfStrings(texts);
      return isTexts(schemas)
          ? "Take.texts(" + value + otherwise + ")"
          : "Take.items(" + value + ")";
    }
    if (isStyled() || in.equals("body") && !TYPES.containsKey(type)) {
      return value;
    }
    if (in.equals("body")) {
      return "(" + TYPES.get(type) + ") " + value;
    }
    String cast = "(" + TYPES.get(type) + ") " + value;
    String otherwise = schemas.defaultText(schema);
    return otherwise == null ? cast : "Take.or(" + cast + ", " + literal(otherwise) + ")";
  }

  private String literal(String text) {
    return switch (type) {
      case "integer" -> text + "L";
      case "number" -> "new BigDecimal(" + Java.string(text) + ")";
      case "boolean" -> String.valueOf(text.equals("true") || text.equals("1"));
      default -> Java.string(text);
    };
  }

  /** True for one that is more than plain texts. */
  boolean isStyled() {
    return !reader.isEmpty();
  }

  /** True for an object whose members are parameters of their own. */
  boolean isSpread() {
    return reader.contains(", \"form\", true, TextType.object(");
  }

  /** True when the component always has a value. */
  private boolean isSure(Schemas schemas) {
    return required || !isStyled() && schemas.defaultText(schema) != null;
  }

  /** True for an array that is sent with brackets in its name. */
  boolean bracketed() {
    return in.equals("query") && type.equals("array") && name.endsWith("[]");
  }

  /** The method that reads text as this type, or as the type of its items. */
  String coercion(Schemas schemas) {
    String of =
        type.equals("array") ? schemas.textType(schemas.core(schema).getItems(), name) : type;
    return coercion(of, name);
  }

  static String coercion(String type, String where) {
    return switch (type) {
      case "integer" -> "integer";
      case "number" -> "number";
      case "boolean" -> "bool";
      case "string" -> "text";
      default -> throw new UnsupportedContract(where, "the type '" + type + "' outside JSON");
    };
  }

  private boolean isTexts(Schemas schemas) {
    return !in.equals("body") && coercion(schemas).equals("text");
  }
}
