package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;

/** Writes the checks of lists. */
final class ListChecks {

  private final CheckScope scope;
  private final CheckMethods methods;

  ListChecks(CheckScope scope, CheckMethods methods) {
    this.scope = scope;
    this.methods = methods;
  }

  void emit(Schema<?> schema, String where, Source out) {
    if (schema.getMinItems() != null || schema.getMaxItems() != null) {
      out.line(
          "Check.size(value, at, out, "
              + CheckScope.bounds(schema.getMinItems(), schema.getMaxItems())
              + ");");
    }
    if (Boolean.TRUE.equals(schema.getUniqueItems())) {
      out.line("Check.unique(value, at, out);");
    }
    int first = emitPrefix(schema, where, out);
    if (schema.getItems() != null) {
      // written even when it is not called here: behaviour calls it later, item by item
      String each = methods.methodFor(schema.getItems(), where + " item");
      if (scope.isCheckedLater(schema)) {
        return;
      }
      out.line("List<?> items = (List<?>) value;");
      out.open("for (int i = " + first + "; i < items.size(); i++)");
      out.line(each + "(items.get(i), at.item(i), out);");
      out.close();
    }
    if (schema.getContains() != null) {
      out.line(
          "Rules.contains(value, at, out, %s, %s, %s);"
              .formatted(
                  schema.getMinContains() == null ? 1 : schema.getMinContains(),
                  schema.getMaxContains() == null ? "Integer.MAX_VALUE" : schema.getMaxContains(),
                  methods.lambda(schema.getContains(), where + " contained")));
    }
  }

  /** The rules of the first items, each its own; returns how many they are. */
  private int emitPrefix(Schema<?> schema, String where, Source out) {
    int count = 0;
    for (Schema<?> each : Schemas.all(schema.getPrefixItems())) {
      out.line(
          "Rules.item(value, %d, at, out, %s);"
              .formatted(count, methods.lambdaHere(each, where + " item " + count)));
      count++;
    }
    return count;
  }
}
