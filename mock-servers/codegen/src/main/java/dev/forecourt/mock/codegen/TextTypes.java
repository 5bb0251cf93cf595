package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes what texts outside JSON are read as, so that a schema can check them. */
final class TextTypes {

  // deeper than anybody writes brackets; ends schemas within themselves
  private static final int MOST_DEEP = 5;

  private final Schemas schemas;

  TextTypes(Schemas schemas) {
    this.schemas = schemas;
  }

  /** An expression of type {@code TextType}. */
  String of(@Nullable Schema<?> schema) {
    return of(schema, 0);
  }

  private String of(@Nullable Schema<?> declared, int depth) {
    if (declared == null || depth > MOST_DEEP) {
      return "TextType.TEXT";
    }
    Schema<?> schema = schemas.core(declared);
    if (schemas.isFlag(schema)) {
      return "TextType.BOOLEAN";
    }
    if (Schemas.hasTypes(schema)) {
      return choice(schema.getTypes().stream().map(each -> of(each, schema, depth)).toList());
    }
    String type = Schemas.type(schema);
    if (!type.isEmpty()) {
      return of(type, schema, depth);
    }
    List<Schema<?>> choices = Schemas.all(schema.getAnyOf());
    choices.addAll(Schemas.all(schema.getOneOf()));
    if (!choices.isEmpty()) {
      return choice(choices.stream().map(each -> of(each, depth + 1)).toList());
    }
    if (!members(schema).isEmpty()) {
      return of("object", schema, depth);
    }
    for (Schema<?> each : Schemas.all(schema.getAllOf())) {
      String part = of(each, depth + 1);
      if (!part.equals("TextType.TEXT")) {
        return part;
      }
    }
    boolean numbers =
        schema.getEnum() != null
            && schema.getEnum().stream().allMatch(each -> each instanceof Number);
    return numbers ? "TextType.NUMBER" : "TextType.TEXT";
  }

  private static String choice(List<String> types) {
    Set<String> distinct = new TreeSet<>(types);
    return distinct.size() == 1
        ? distinct.iterator().next()
        : "TextType.choice(List.of(" + String.join(", ", distinct) + "))";
  }

  private String of(String type, Schema<?> schema, int depth) {
    return switch (type) {
      case "integer" -> "TextType.INTEGER";
      case "number" -> "TextType.NUMBER";
      case "boolean" -> "TextType.BOOLEAN";
      case "array" -> "TextType.list(" + of(schema.getItems(), depth + 1) + ")";
      case "object" -> object(schema, depth);
      default -> "TextType.TEXT";
    };
  }

  private String object(Schema<?> schema, int depth) {
    List<String> entries = new ArrayList<>();
    members(schema)
        .forEach(
            (name, member) ->
                entries.add("Map.entry(" + Java.string(name) + ", " + of(member, depth + 1) + ")"));
    Object additional = schema.getAdditionalProperties();
    String other =
        additional instanceof Schema<?> each
            ? of(each, depth + 1)
            : Boolean.TRUE.equals(additional) ? "TextType.TEXT" : "null";
    return "TextType.object(Map.ofEntries(" + String.join(", ", entries) + "), " + other + ")";
  }

  /** All properties, also those of the parts of an {@code allOf}. */
  Map<String, Schema<?>> members(Schema<?> declared) {
    Map<String, Schema<?>> all = new LinkedHashMap<>();
    addMembers(declared, all, 0);
    return all;
  }

  private void addMembers(Schema<?> declared, Map<String, Schema<?>> into, int depth) {
    Schema<?> schema = schemas.resolve(declared);
    if (schema.getProperties() != null) {
      schema.getProperties().forEach(into::put);
    }
    for (Schema<?> each : Schemas.all(schema.getAllOf())) {
      if (depth < MOST_DEEP) {
        addMembers(each, into, depth + 1);
      }
    }
  }

  /** True for an object that names no members, or says that there may be others. */
  boolean isOpen(Schema<?> declared) {
    Schema<?> schema = schemas.core(declared);
    Object additional = schema.getAdditionalProperties();
    return members(schema).isEmpty()
        || additional instanceof Schema<?>
        || Boolean.TRUE.equals(additional);
  }

  /** True where only an object fits. */
  boolean isObject(Schema<?> declared) {
    return of(declared).startsWith("TextType.object(");
  }
}
