package dev.forecourt.mock.codegen;

import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a value fits a schema, while the stub is generated: examples that do not fit are not
 * answered, and what is made from schemas is held against it. As strict as the generated checks of
 * answers.
 */
final class Judge {

  // deeper than any value that is written down; ends schemas that refer to themselves alone
  private static final int MOST_DEEP = 60;

  private final Schemas schemas;
  private final boolean alone;
  // empty for one that Java cannot read
  private final Map<String, Pattern> patterns = new HashMap<>();

  Judge(Schemas schemas) {
    this(schemas, false);
  }

  /**
   * One that can be stricter.
   *
   * @param alone whether a value that names its alternative may fit no other: validators that do
   *     not look at the name refuse it
   */
  Judge(Schemas schemas, boolean alone) {
    this.schemas = schemas;
    this.alone = alone;
  }

  boolean fits(Schema<?> schema, @Nullable Object value) {
    return fits(schema, value, 0);
  }

  private boolean fits(Schema<?> declared, @Nullable Object value, int depth) {
    if (depth > MOST_DEEP) {
      return true;
    }
    Schema<?> schema = schemas.resolve(declared);
    boolean nullOnly =
        schema.getEnum() != null && schema.getEnum().stream().allMatch(Objects::isNull);
    if (nullOnly) {
      return value == null;
    }
    if (value == null && Boolean.TRUE.equals(schema.getNullable())) {
      return true;
    }
    return fitsType(schema, value)
        && fitsEnum(schema, value)
        && fitsKind(schema, value, depth)
        && fitsComposition(schema, value, depth)
        && fitsConditions(schema, value, depth);
  }

  private boolean fitsType(Schema<?> schema, @Nullable Object value) {
    if (schemas.isFlag(schema)) {
      return value instanceof Boolean;
    }
    if (Schemas.hasTypes(schema)) {
      return schema.getTypes().stream().anyMatch(each -> isA(each, value));
    }
    String type = Schemas.type(schema);
    return type.isEmpty() || isA(type, value);
  }

  private static boolean isA(String type, @Nullable Object value) {
    return switch (type) {
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Long || value instanceof Integer;
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      case "array" -> value instanceof List;
      case "object" -> value instanceof Map;
      default -> true;
    };
  }

  private static boolean fitsEnum(Schema<?> schema, @Nullable Object value) {
    if (schema.getEnum() == null) {
      return true;
    }
    boolean text = "string".equals(schema.getType());
    return schema.getEnum().stream()
        .filter(Objects::nonNull)
        .anyMatch(each -> text ? each.toString().equals(value) : same(each, value));
  }

  private static boolean same(Object one, @Nullable Object other) {
    if (one instanceof Number a && other instanceof Number b) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }
    return one.equals(other);
  }

  private boolean fitsKind(Schema<?> schema, @Nullable Object value, int depth) {
    if (value instanceof String text) {
      return fitsText(schema, text);
    }
    if (value instanceof Number number) {
      return fitsNumber(schema, new BigDecimal(number.toString()));
    }
    if (value instanceof List<?> list) {
      return fitsList(schema, list, depth);
    }
    return !(value instanceof Map<?, ?> map) || fitsObject(schema, map, depth);
  }

  private boolean fitsText(Schema<?> schema, String text) {
    int length = text.codePointCount(0, text.length());
    if (schema.getMinLength() != null && length < schema.getMinLength()
        || schema.getMaxLength() != null && length > schema.getMaxLength()) {
      return false;
    }
    return matches(schema.getPattern(), text) && Formats.fits(schema.getFormat(), text);
  }

  private boolean matches(@Nullable String pattern, String text) {
    if (pattern == null) {
      return true;
    }
    Pattern java =
        patterns.computeIfAbsent(
            pattern,
            each -> {
              try {
                return EcmaPattern.compile(each);
              } catch (UnreadablePattern e) {
                return Pattern.compile("");
              }
            });
    return java.matcher(text).find();
  }

  private static boolean fitsNumber(Schema<?> schema, BigDecimal number) {
    if (schema.getMinimum() != null) {
      int order = number.compareTo(schema.getMinimum());
      if (order < 0 || order == 0 && Boolean.TRUE.equals(schema.getExclusiveMinimum())) {
        return false;
      }
    }
    if (schema.getMaximum() != null) {
      int order = number.compareTo(schema.getMaximum());
      if (order > 0 || order == 0 && Boolean.TRUE.equals(schema.getExclusiveMaximum())) {
        return false;
      }
    }
    if ("int32".equals(schema.getFormat())
        && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
      return false;
    }
    return schema.getMultipleOf() == null
        || schema.getMultipleOf().signum() == 0
        || number.remainder(schema.getMultipleOf()).signum() == 0;
  }

  private boolean fitsList(Schema<?> schema, List<?> list, int depth) {
    if (schema.getMinItems() != null && list.size() < schema.getMinItems()
        || schema.getMaxItems() != null && list.size() > schema.getMaxItems()
        || Boolean.TRUE.equals(schema.getUniqueItems())
            && new HashSet<Object>(list).size() < list.size()) {
      return false;
    }
    List<Schema<?>> first = Schemas.all(schema.getPrefixItems());
    for (int i = 0; i < list.size(); i++) {
      Schema<?> item = i < first.size() ? first.get(i) : schema.getItems();
      if (item != null && !fits(item, list.get(i), depth + 1)) {
        return false;
      }
    }
    if (schema.getContains() == null) {
      return true;
    }
    long found = list.stream().filter(each -> fits(schema.getContains(), each, depth + 1)).count();
    int min = schema.getMinContains() == null ? 1 : schema.getMinContains();
    return found >= min && (schema.getMaxContains() == null || found <= schema.getMaxContains());
  }

  private boolean fitsObject(Schema<?> schema, Map<?, ?> map, int depth) {
    if (schema.getMinProperties() != null && map.size() < schema.getMinProperties()
        || schema.getMaxProperties() != null && map.size() > schema.getMaxProperties()) {
      return false;
    }
    Map<String, Schema<?>> properties = Schemas.properties(schema);
    for (String name : schema.getRequired() == null ? List.<String>of() : schema.getRequired()) {
      Schema<?> property = properties.get(name);
      boolean hidden = property != null && schemas.isWriteOnly(property);
      if (!map.containsKey(name) && !hidden) {
        return false;
      }
    }
    for (Map.Entry<?, ?> each : map.entrySet()) {
      if (!fitsMember(schema, properties, String.valueOf(each.getKey()), each.getValue(), depth)) {
        return false;
      }
    }
    return fitsDependent(schema, map, depth);
  }

  private boolean fitsMember(
      Schema<?> schema,
      Map<String, Schema<?>> properties,
      String name,
      @Nullable Object value,
      int depth) {
    if (schema.getPropertyNames() != null && !fits(schema.getPropertyNames(), name, depth + 1)) {
      return false;
    }
    boolean known = properties.containsKey(name);
    Schema<?> property = properties.get(name);
    if (property != null && !schemas.isWriteOnly(property) && !fits(property, value, depth + 1)) {
      return false;
    }
    if (schema.getPatternProperties() != null) {
      for (Map.Entry<String, ?> each : schema.getPatternProperties().entrySet()) {
        if (matches(each.getKey(), name)) {
          known = true;
          if (!fits((Schema<?>) each.getValue(), value, depth + 1)) {
            return false;
          }
        }
      }
    }
    Object additional = schema.getAdditionalProperties();
    return known
        || !Boolean.FALSE.equals(additional)
            && !(additional instanceof Schema<?> other && !fits(other, value, depth + 1));
  }

  private boolean fitsDependent(Schema<?> schema, Map<?, ?> map, int depth) {
    if (schema.getDependentRequired() != null) {
      for (Map.Entry<String, List<String>> each : schema.getDependentRequired().entrySet()) {
        if (map.containsKey(each.getKey()) && !map.keySet().containsAll(each.getValue())) {
          return false;
        }
      }
    }
    if (schema.getDependentSchemas() != null) {
      for (Map.Entry<String, ?> each : schema.getDependentSchemas().entrySet()) {
        if (map.containsKey(each.getKey()) && !fits((Schema<?>) each.getValue(), map, depth + 1)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean fitsComposition(Schema<?> schema, @Nullable Object value, int depth) {
    for (Schema<?> each : Schemas.all(schema.getAllOf())) {
      if (!fits(each, value, depth + 1)) {
        return false;
      }
    }
    if (schema.getNot() != null && fits(schema.getNot(), value, depth + 1)) {
      return false;
    }
    if (schemas.isFlag(schema)) {
      return true;
    }
    Map<String, String> choice = schemas.discriminated(schema);
    if (!choice.isEmpty()) {
      Object name =
          value instanceof Map<?, ?> map
              ? map.get(schema.getDiscriminator().getPropertyName())
              : null;
      String chosen = name == null ? null : choice.get(name.toString());
      return chosen != null
          && fits(Schemas.reference(chosen), value, depth + 1)
          && (!alone || schema.getOneOf() == null || count(schema.getOneOf(), value, depth) == 1);
    }
    return (schema.getAnyOf() == null || count(schema.getAnyOf(), value, depth) > 0)
        && (schema.getOneOf() == null || count(schema.getOneOf(), value, depth) == 1);
  }

  private long count(
      @SuppressWarnings("rawtypes") List<Schema> choices, @Nullable Object value, int depth) {
    return Schemas.all(choices).stream().filter(each -> fits(each, value, depth + 1)).count();
  }

  private boolean fitsConditions(Schema<?> schema, @Nullable Object value, int depth) {
    if (schema.getIf() == null) {
      return true;
    }
    Schema<?> then = fits(schema.getIf(), value, depth + 1) ? schema.getThen() : schema.getElse();
    return then == null || fits(then, value, depth + 1);
  }
}
