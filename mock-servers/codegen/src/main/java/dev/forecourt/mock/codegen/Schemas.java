package dev.forecourt.mock.codegen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about the schemas of one contract. */
final class Schemas {

  private static final String PREFIX = "#/components/schemas/";
  // of allOf inside allOf
  private static final int MOST_DEEP = 30;
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
    for (int i = 0; i < MOST_DEEP && name != null; i++) {
      Schema<?> target = contract.getComponents().getSchemas().get(name);
      if (target == null) {
        throw new UnsupportedContract(name, "a reference to no schema");
      }
      name = name(target);
      if (name == null) {
        return target;
      }
    }
    throw new UnsupportedContract(String.valueOf(name), "a reference to itself");
  }

  /** The schema that gives the type: behind references, and inside an {@code allOf} of one. */
  Schema<?> core(Schema<?> schema) {
    Schema<?> resolved = resolve(schema);
    List<Schema<?>> all = all(resolved.getAllOf());
    for (int i = 0; i < MOST_DEEP && type(resolved).isEmpty() && all.size() == 1; i++) {
      resolved = resolve(all.get(0));
      all = all(resolved.getAllOf());
    }
    return resolved;
  }

  /** The type as written, or as its keywords imply; empty when neither says. */
  static String type(Schema<?> schema) {
    if (hasTypes(schema)) {
      return "";
    }
    if (schema.getType() != null) {
      return isAny(schema) ? "" : schema.getType();
    }
    if (schema.getProperties() != null
        || schema.getAdditionalProperties() != null
        || schema.getRequired() != null
        || schema.getPatternProperties() != null) {
      return "object";
    }
    return schema.getItems() != null || schema.getPrefixItems() != null ? "array" : "";
  }

  /** True where the contract names several types. */
  static boolean hasTypes(Schema<?> schema) {
    return schema.getType() == null && schema.getTypes() != null && schema.getTypes().size() > 1;
  }

  static boolean hasListRules(Schema<?> schema) {
    return schema.getItems() != null
        || schema.getPrefixItems() != null
        || schema.getContains() != null
        || schema.getMinItems() != null
        || schema.getMaxItems() != null
        || Boolean.TRUE.equals(schema.getUniqueItems());
  }

  static boolean hasObjectRules(Schema<?> schema) {
    return schema.getProperties() != null
        || schema.getRequired() != null
        || schema.getAdditionalProperties() != null
        || schema.getPatternProperties() != null
        || schema.getPropertyNames() != null
        || schema.getMinProperties() != null
        || schema.getMaxProperties() != null
        || schema.getDependentRequired() != null
        || schema.getDependentSchemas() != null;
  }

  /** The properties written in a schema itself, in order. */
  static Map<String, Schema<?>> properties(Schema<?> schema) {
    Map<String, Schema<?>> out = new LinkedHashMap<>();
    if (schema.getProperties() != null) {
      schema.getProperties().forEach(out::put);
    }
    return out;
  }

  /** A reference to a component. */
  static Schema<?> reference(String name) {
    Schema<Object> schema = new Schema<>();
    schema.set$ref(PREFIX + name);
    return schema;
  }

  boolean isReadOnly(Schema<?> property) {
    return Boolean.TRUE.equals(property.getReadOnly())
        || Boolean.TRUE.equals(resolve(property).getReadOnly());
  }

  boolean isWriteOnly(Schema<?> property) {
    return Boolean.TRUE.equals(property.getWriteOnly())
        || Boolean.TRUE.equals(resolve(property).getWriteOnly());
  }

  /**
   * The components between which a member of the object decides, by its value; empty where none
   * does, or where an alternative has no name.
   */
  Map<String, String> discriminated(Schema<?> schema) {
    List<Schema<?>> choices = all(schema.getOneOf());
    choices.addAll(all(schema.getAnyOf()));
    if (schema.getDiscriminator() == null
        || schema.getDiscriminator().getPropertyName() == null
        || choices.isEmpty()
        || choices.stream().anyMatch(each -> name(each) == null)) {
      return Map.of();
    }
    Map<String, String> mapping =
        schema.getDiscriminator().getMapping() == null
            ? Map.of()
            : schema.getDiscriminator().getMapping();
    Map<String, String> byValue = new LinkedHashMap<>();
    mapping.forEach((value, name) -> byValue.put(value, name.replace(PREFIX, "")));
    for (Schema<?> each : choices) {
      String name = String.valueOf(name(each));
      if (!byValue.containsValue(name)) {
        byValue.put(name, name);
      }
    }
    return byValue;
  }

  /**
   * True for a schema without a type, which the parser calls an object: an example that is none
   * tells the two apart.
   */
  private static boolean isAny(Schema<?> schema) {
    Object example = schema.getExample();
    return "object".equals(schema.getType())
        && schema.getSpecVersion() != SpecVersion.V31 // read as the contract has it
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

  /** Members that say of which kind a component is: its own, and those of what it extends. */
  List<String> discriminators(String component) {
    List<String> names = new ArrayList<>();
    addDiscriminators(resolve(reference(component)), names, 0);
    return names;
  }

  private void addDiscriminators(Schema<?> schema, List<String> into, int depth) {
    if (schema.getDiscriminator() != null && schema.getDiscriminator().getPropertyName() != null) {
      into.add(schema.getDiscriminator().getPropertyName());
    }
    for (Schema<?> each : all(schema.getAllOf())) {
      if (depth < MOST_DEEP) {
        addDiscriminators(resolve(each), into, depth + 1);
      }
    }
  }

  /** What such a member says of this component: as a mapping has it, else its name. */
  String discriminatorValue(String component, String member) {
    Deque<Schema<?>> open = new ArrayDeque<>(List.of(resolve(reference(component))));
    for (int i = 0; i < MOST_DEEP && !open.isEmpty(); i++) {
      Schema<?> schema = open.pop();
      Discriminator discriminator = schema.getDiscriminator();
      if (discriminator != null && member.equals(discriminator.getPropertyName())) {
        for (Map.Entry<String, String> each :
            discriminator.getMapping() == null
                ? Map.<String, String>of().entrySet()
                : discriminator.getMapping().entrySet()) {
          if (each.getValue().replace(PREFIX, "").equals(component)) {
            return each.getKey();
          }
        }
      }
      all(schema.getAllOf()).forEach(each -> open.add(resolve(each)));
    }
    return component;
  }
}
