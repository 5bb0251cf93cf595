package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Writes the method that reports everything a value breaks. */
final class CheckBody {

  private static final Set<String> TYPES =
      Set.of("", "string", "integer", "number", "boolean", "array", "object");

  private final CheckScope scope;
  private final ScalarChecks scalars;
  private final ListChecks lists;
  private final ObjectChecks objects;
  private final ChoiceChecks choices;

  CheckBody(CheckScope scope, CheckMethods methods) {
    this.scope = scope;
    scalars = new ScalarChecks(scope);
    lists = new ListChecks(scope, methods);
    objects = new ObjectChecks(scope, methods);
    choices = new ChoiceChecks(scope, methods);
  }

  String text(String name, Schema<?> schema, String where) {
    refuseUnsupported(schema, where);
    Source out = CheckMethods.signature(name);
    if (isNullOnly(schema)) {
      out.open("if (value != null)").line("out.otherType(at, \"be null\", value);").close();
      return out.close().text();
    }
    if (fitsNothing(schema)) {
      return out.line("Check.never(at, out);").close().text();
    }
    emitKind(schema, where, out);
    scalars.emitEnum(schema, out);
    if (!scope.schemas().isFlag(schema)) {
      choices.emitComposition(schema, where, out);
      choices.emitConditions(schema, where, out);
    }
    return out.close().text();
  }

  /** The rules that hang on what kind of value it is. */
  private void emitKind(Schema<?> schema, String where, Source out) {
    String type = scope.schemas().isFlag(schema) ? "boolean" : Schemas.type(schema);
    boolean nullable = Boolean.TRUE.equals(schema.getNullable());
    if (Schemas.hasTypes(schema)) {
      out.open(
              "if (!Rules.isOneOf(value, %s, at, out, %s))"
                  .formatted(nullable, Java.listOfStrings(new TreeSet<>(schema.getTypes()))))
          .line("return;")
          .close();
      emitByKind(schema, where, out);
    } else if (objects.mayBeNoObject(schema)) {
      out.open("if (value instanceof Map)");
      objects.emit(schema, where, out);
      out.close();
    } else if (!type.isEmpty()) {
      out.open("if (!Check.present(value, " + nullable + ", at, out))").line("return;").close();
      emitType(type, schema, where, out);
    } else {
      if (nullable) {
        // OpenAPI 3.0.3 gives nullable no meaning beside allOf alone, but whoever writes it means
        // null
        out.open("if (value == null)").line("return;").close();
      }
      emitByKind(schema, where, out);
    }
  }

  /** True for {@code enum: [null]}, the other choice beside an enumeration that may be null. */
  private static boolean isNullOnly(Schema<?> schema) {
    return schema.getEnum() != null && schema.getEnum().stream().allMatch(Objects::isNull);
  }

  /** True for {@code not: {}}, which the parser calls an object. */
  private static boolean fitsNothing(Schema<?> schema) {
    Schema<?> not = schema.getNot();
    return not != null && (not.equals(new Schema<>()) || not.equals(new ObjectSchema()));
  }

  private void refuseUnsupported(Schema<?> schema, String where) {
    if (!TYPES.contains(Schemas.type(schema))) {
      throw new UnsupportedContract(where, "the type " + schema.getType());
    }
  }

  /** The rules for each kind of value, where the type leaves several. */
  private void emitByKind(Schema<?> schema, String where, Source out) {
    if (schema.getPattern() != null
        || schema.getMinLength() != null
        || schema.getMaxLength() != null
        || schema.getFormat() != null && !ScalarChecks.isNumeric(schema)) {
      out.open("if (value instanceof String)");
      scalars.emitString(schema, where, out);
      out.close();
    }
    if (schema.getMinimum() != null
        || schema.getMaximum() != null
        || schema.getMultipleOf() != null) {
      out.open("if (value instanceof Number)");
      scalars.emitNumber(schema, where, out);
      out.close();
    }
    if (Schemas.hasListRules(schema)) {
      out.open("if (value instanceof List)");
      lists.emit(schema, where, out);
      out.close();
    }
    if (Schemas.hasObjectRules(schema)) {
      out.open("if (value instanceof Map)");
      objects.emit(schema, where, out);
      out.close();
    }
  }

  private void emitType(String type, Schema<?> schema, String where, Source out) {
    String check = "Check.is" + Java.type(type) + "(value, at, out)";
    out.open("if (!" + check + ")").line("return;").close();
    switch (type) {
      case "string" -> scalars.emitString(schema, where, out);
      case "integer", "number" -> scalars.emitNumber(schema, where, out);
      case "array" -> lists.emit(schema, where, out);
      case "object" -> objects.emit(schema, where, out);
      default -> {}
    }
  }
}
