package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the checks of schemas that are made of others: all, any, one, none, if. */
final class ChoiceChecks {

  private final CheckScope scope;
  private final CheckMethods methods;

  ChoiceChecks(CheckScope scope, CheckMethods methods) {
    this.scope = scope;
    this.methods = methods;
  }

  void emitComposition(Schema<?> schema, String where, Source out) {
    for (Schema<?> each : Schemas.all(schema.getAllOf())) {
      out.line(methods.methodFor(each, where + " part") + "(value, at, out);");
    }
    if (emitDiscriminator(schema, where, out)) {
      return;
    }
    // where the type is an object, its fields have been checked with it
    boolean object = Schemas.type(schema).equals("object");
    if (!object || ObjectChecks.requiredChoice(schema.getAnyOf()).isEmpty()) {
      emitAlternatives(Schemas.all(schema.getAnyOf()), false, where, out);
    }
    if (!object || ObjectChecks.requiredChoice(schema.getOneOf()).isEmpty()) {
      emitAlternatives(Schemas.all(schema.getOneOf()), true, where, out);
    }
    if (schema.getNot() != null) {
      out.line(
          "Check.not(value, at, out, " + methods.lambda(schema.getNot(), where + " not") + ");");
    }
  }

  /** A choice that a member tells; false where there is none. */
  private boolean emitDiscriminator(Schema<?> schema, String where, Source out) {
    Map<String, String> names = scope.schemas().discriminated(schema);
    if (names.isEmpty()) {
      return false;
    }
    List<String> entries = new ArrayList<>();
    names.forEach(
        (value, name) ->
            entries.add(
                "Map.entry(%s, %s)"
                    .formatted(
                        Java.string(value),
                        methods.lambda(Schemas.reference(name), where + " choice"))));
    out.line(
        "Rules.choice(value, at, out, %s, %s, Map.ofEntries(%s));"
            .formatted(
                Java.string(schema.getDiscriminator().getPropertyName()),
                Boolean.TRUE.equals(schema.getNullable()),
                String.join(", ", entries)));
    return true;
  }

  void emitConditions(Schema<?> schema, String where, Source out) {
    if (schema.getIf() == null || schema.getThen() == null && schema.getElse() == null) {
      return;
    }
    out.open("if (Rules.fits(value, " + methods.lambda(schema.getIf(), where + " if") + "))");
    if (schema.getThen() != null) {
      out.line(methods.methodFor(schema.getThen(), where + " then") + "(value, at, out);");
    }
    if (schema.getElse() != null) {
      out.close().open("else");
      out.line(methods.methodFor(schema.getElse(), where + " else") + "(value, at, out);");
    }
    out.close();
  }

  private void emitAlternatives(
      List<Schema<?>> alternatives, boolean exactlyOne, String where, Source out) {
    if (alternatives.isEmpty()) {
      return;
    }
    List<String> calls = new ArrayList<>();
    for (Schema<?> each : alternatives) {
      calls.add(methods.lambda(each, where + " choice"));
    }
    out.line(
        "Check.alternatives(value, at, out, "
            + exactlyOne
            + ", List.of("
            + String.join(", ", calls)
            + "));");
  }
}
