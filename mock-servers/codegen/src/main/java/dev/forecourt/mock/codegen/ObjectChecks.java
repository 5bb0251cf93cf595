package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the checks of objects: their members, and which have to be there. */
final class ObjectChecks {

  private final CheckScope scope;
  private final CheckMethods methods;

  ObjectChecks(CheckScope scope, CheckMethods methods) {
    this.scope = scope;
    this.methods = methods;
  }

  void emit(Schema<?> schema, String where, Source out) {
    out.line("Map<?, ?> fields = (Map<?, ?>) value;");
    if (schema.getMinProperties() != null || schema.getMaxProperties() != null) {
      out.line(
          "Check.fieldCount(value, at, out, "
              + CheckScope.bounds(schema.getMinProperties(), schema.getMaxProperties())
              + ");");
    }
    Map<String, Schema<?>> properties = Schemas.properties(schema);
    Set<String> required =
        new TreeSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
    properties.forEach(
        (name, property) -> emitField(name, property, required.remove(name), where, out));
    for (String name : required) {
      out.open("if (!fields.containsKey(" + Java.string(name) + "))")
          .line("out.missing(at.field(" + Java.string(name) + "));")
          .close();
    }
    if (schema.getPatternProperties() != null) {
      emitPatternFields(schema, properties.keySet(), where, out);
    } else {
      emitOtherFields(schema, properties.keySet(), where, out);
    }
    emitFieldRules(schema, where, out);
    List<String> any = requiredChoice(schema.getAnyOf());
    if (!any.isEmpty()) {
      out.line("Check.anyField(fields, at, out, " + Java.listOfStrings(any) + ");");
    }
    List<String> one = requiredChoice(schema.getOneOf());
    if (!one.isEmpty()) {
      out.line("Check.oneField(fields, at, out, " + Java.listOfStrings(one) + ");");
    }
  }

  private void emitField(
      String name, Schema<?> property, boolean required, String where, Source out) {
    if (scope.isOfOtherSide(property)) {
      return;
    }
    String quoted = Java.string(name);
    String check = methods.methodFor(property, where + " " + name);
    out.open("if (fields.containsKey(" + quoted + "))");
    out.line(check + "(fields.get(" + quoted + "), at.field(" + quoted + "), out);");
    if (required) {
      out.close().open("else").line("out.missing(at.field(" + quoted + "));");
    }
    out.close();
  }

  private void emitOtherFields(Schema<?> schema, Set<String> known, String where, Source out) {
    Object additional = schema.getAdditionalProperties();
    if (Boolean.FALSE.equals(additional)) {
      out.line("Check.onlyFields(fields, at, out, " + scope.constants().set(known) + ");");
    } else if (additional instanceof Schema<?> other) {
      String each = methods.methodFor(other, where + " field");
      out.open("for (Map.Entry<?, ?> entry : fields.entrySet())");
      out.line("String name = String.valueOf(entry.getKey());");
      out.open("if (!" + scope.constants().set(known) + ".contains(name))");
      out.line(each + "(entry.getValue(), at.field(name), out);");
      out.close().close();
    }
  }

  /** Members whose names fit a pattern, and those that fit none. */
  private void emitPatternFields(Schema<?> schema, Set<String> known, String where, Source out) {
    List<String> entries = new ArrayList<>();
    schema
        .getPatternProperties()
        .forEach(
            (pattern, each) -> {
              String constant = scope.pattern(pattern, where);
              if (constant != null) {
                entries.add(
                    "Map.entry(%s, %s)"
                        .formatted(constant, methods.lambdaHere(each, where + " fields")));
              }
            });
    Object additional = schema.getAdditionalProperties();
    String others =
        Boolean.FALSE.equals(additional)
            ? "Rules.NONE"
            : additional instanceof Schema<?> other
                ? methods.lambdaHere(other, where + " field")
                : "Rules.ANY";
    out.line(
        "Rules.patternFields(fields, at, out, %s, List.of(%s), %s);"
            .formatted(scope.constants().set(known), String.join(", ", entries), others));
  }

  private void emitFieldRules(Schema<?> schema, String where, Source out) {
    if (schema.getPropertyNames() != null) {
      out.line(
          "Rules.fieldNames(fields, at, out, %s);"
              .formatted(methods.lambda(schema.getPropertyNames(), where + " name")));
    }
    if (schema.getDependentRequired() != null) {
      schema
          .getDependentRequired()
          .forEach(
              (name, needed) ->
                  out.line(
                      "Rules.needs(fields, at, out, %s, %s);"
                          .formatted(Java.string(name), Java.listOfStrings(needed))));
    }
    if (schema.getDependentSchemas() != null) {
      schema
          .getDependentSchemas()
          .forEach(
              (name, each) -> {
                out.open("if (fields.containsKey(" + Java.string(name) + "))");
                out.line(methods.methodFor(each, where + " with " + name) + "(value, at, out);")
                    .close();
              });
    }
  }

  /** Members beside a choice that may be no object: the parser takes the type for granted then. */
  boolean mayBeNoObject(Schema<?> schema) {
    List<Schema<?>> choices = Schemas.all(schema.getAnyOf());
    choices.addAll(Schemas.all(schema.getOneOf()));
    return schema.getProperties() != null
        && choices.stream()
            .anyMatch(
                each -> !Set.of("", "object").contains(Schemas.type(scope.schemas().core(each))));
  }

  /** The fields of which one is needed: alternatives that each only require one field. */
  static List<String> requiredChoice(
      @SuppressWarnings("rawtypes") @Nullable List<Schema> alternatives) {
    List<String> names = new ArrayList<>();
    for (Schema<?> each : Schemas.all(alternatives)) {
      List<String> required = each.getRequired();
      boolean nothingElse =
          Schemas.type(each).matches("|object")
              && each.getProperties() == null
              && each.getAllOf() == null;
      if (required == null || required.size() != 1 || !nothingElse || each.get$ref() != null) {
        return List.of();
      }
      names.add(required.get(0));
    }
    return names;
  }
}
