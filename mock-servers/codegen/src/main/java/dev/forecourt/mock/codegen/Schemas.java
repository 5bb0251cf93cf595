package dev.forecourt.mock.codegen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about the schemas of one contract. */
final class Schemas {

  private static final String PREFIX = "#/components/schemas/";
  private static final Set<String> FLAG_TEXTS = Set.of("1", "0", "true", "false");

  private final OpenAPI contract;

  Schemas(OpenAPI contract) {
    this.contract = contract;
  }

  /** The component name a schema refers to, or null for a schema written in place. */
  static @Nullable String name(Schema<?> schema) {
    String ref = schema.get$ref();
    if (ref == null) {
      return null;
    }
    if (!ref.startsWith(PREFIX)) {
      throw new UnsupportedContract(ref, "a reference outside " + PREFIX);
    }
    return ref.substring(PREFIX.length());
  }

  /** The schema behind a reference. */
  Schema<?> resolve(Schema<?> schema) {
    String name = name(schema);
    if (name == null) {
      return schema;
    }
    Schema<?> target = contract.getComponents().getSchemas().get(name);
    if (target == null) {
      throw new IllegalArgumentException("The contract has no schema " + name);
    }
    return resolve(target);
  }

  /** The schema that gives the type: behind references, and inside an {@code allOf} of one. */
  Schema<?> core(Schema<?> schema) {
    Schema<?> resolved = resolve(schema);
    List<Schema<?>> all = all(resolved.getAllOf());
    return type(resolved).isEmpty() && all.size() == 1 ? core(all.get(0)) : resolved;
  }

  /** The type as written, or as its keywords imply; empty when neither says. */
  static String type(Schema<?> schema) {
    if (schema.getType() != null) {
      return isAny(schema) ? "" : schema.getType();
    }
    if (schema.getProperties() != null
        || schema.getAdditionalProperties() != null
        || schema.getRequired() != null) {
      return "object";
    }
    return schema.getItems() != null ? "array" : "";
  }

  /**
   * True for a schema without a type, which the parser calls an object: an example that is none
   * tells the two apart.
   */
  private static boolean isAny(Schema<?> schema) {
    Object example = schema.getExample();
    return "object".equals(schema.getType())
        && schema.getProperties() == null
        && schema.getAdditionalProperties() == null
        && schema.getRequired() == null
        && example != null
        && !(example instanceof Map)
        && !(example instanceof ObjectNode);
  }

  /** Text in a query or a form is read as this: text, integer, number, boolean or array. */
  String textType(Schema<?> schema, String where) {
    Reading reading = reading(schema, where);
    if (reading.single() && reading.several()) {
      throw new UnsupportedContract(where, "a choice between one value and several");
    }
    return reading.single() ? reading.type() : "array";
  }

  /**
   * How values outside JSON are read, where they are text at first.
   *
   * @param type of one value: string, integer, number or boolean
   * @param single whether one value may come
   * @param several whether an array may come
   */
  record Reading(String type, boolean single, boolean several) {}

  /** How text is read as this schema wants it. */
  Reading reading(Schema<?> schema, String where) {
    Schema<?> core = core(schema);
    if (isFlag(core)) {
      return new Reading("boolean", true, false);
    }
    String type = type(core);
    if (type.equals("array") && core.getItems() != null) {
      Reading item = reading(core.getItems(), where);
      if (item.several()) {
        throw new UnsupportedContract(where, "an array of arrays outside JSON");
      }
      return new Reading(item.type(), false, true);
    }
    if (Set.of("string", "integer", "number", "boolean").contains(type)) {
      return new Reading(type, true, false);
    }
    List<Schema<?>> choices = all(core.getAnyOf());
    choices.addAll(all(core.getOneOf()));
    if (!type.isEmpty() || choices.isEmpty()) {
      throw new UnsupportedContract(where, "a value of type '" + type + "' outside JSON");
    }
    return choices.stream()
        .map(each -> reading(each, where))
        .reduce((one, other) -> either(one, other, where))
        .orElseThrow();
  }

  private static Reading either(Reading one, Reading other, String where) {
    boolean alike = one.type().equals(other.type());
    // whatever is sent is text: where text may come, nothing else can be told from it
    if (!alike && !one.type().equals("string") && !other.type().equals("string")) {
      throw new UnsupportedContract(
          where, "a choice of " + one.type() + " and " + other.type() + " outside JSON");
    }
    return new Reading(
        alike ? one.type() : "string",
        one.single() || other.single(),
        one.several() || other.several());
  }

  /** True for "a boolean, which may also be written 1 or 0". */
  boolean isFlag(Schema<?> schema) {
    List<Schema<?>> any = all(schema.getAnyOf());
    return any.size() == 2
        && any.stream().map(this::resolve).anyMatch(each -> type(each).equals("boolean"))
        && any.stream().map(this::resolve).anyMatch(Schemas::isFlagText);
  }

  private static boolean isFlagText(Schema<?> schema) {
    return type(schema).equals("string")
        && schema.getEnum() != null
        && schema.getEnum().stream().allMatch(each -> FLAG_TEXTS.contains(String.valueOf(each)));
  }

  /** The default as text; null when there is none. Looks through an {@code allOf} of one. */
  @Nullable String defaultText(Schema<?> schema) {
    Object value = defaultValue(schema);
    return value == null ? null : String.valueOf(value);
  }

  /** The default of an array of strings; empty when there is none. */
  List<String> defaultTexts(Schema<?> schema) {
    Object value = defaultValue(schema);
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private @Nullable Object defaultValue(Schema<?> schema) {
    Schema<?> resolved = resolve(schema);
    Object value = resolved.getDefault();
    if (value == null) {
      List<Schema<?>> all = all(resolved.getAllOf());
      return all.size() == 1 ? defaultValue(all.get(0)) : null;
    }
    return Json.mapper().convertValue(value, Object.class);
  }

  /** A list the model leaves null when absent, and raw. */
  static List<Schema<?>> all(@SuppressWarnings("rawtypes") @Nullable List<Schema> schemas) {
    List<Schema<?>> out = new ArrayList<>();
    if (schemas != null) {
      for (Schema<?> each : schemas) {
        out.add(each);
      }
    }
    return out;
  }
}
