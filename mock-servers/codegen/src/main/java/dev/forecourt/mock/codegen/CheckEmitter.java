package dev.forecourt.mock.codegen;

import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes one Java method per schema that reports everything a value breaks. */
final class CheckEmitter {

  private static final Map<String, String> FORMATS =
      Map.of(
          "date", "DATE",
          "date-time", "DATE_TIME",
          "local-date-time", "LOCAL_DATE_TIME",
          "email", "EMAIL",
          "uri", "URI",
          "uuid", "UUID");
  private static final Set<String> UNCHECKED_FORMATS = Set.of("password");

  private final Schemas schemas;
  private final boolean inAnswers;
  private final Map<String, String> namesByRef = new LinkedHashMap<>();
  private final Set<String> taken = new TreeSet<>();
  private final List<String> methods = new ArrayList<>();
  private final Map<String, String> patterns = new LinkedHashMap<>();
  private final Map<String, String> sets = new LinkedHashMap<>();
  private final Map<String, String> enums = new LinkedHashMap<>();

  private CheckEmitter(Schemas schemas, boolean inAnswers) {
    this.schemas = schemas;
    this.inAnswers = inAnswers;
  }

  static CheckEmitter ofRequests(Schemas schemas) {
    return new CheckEmitter(schemas, false);
  }

  static CheckEmitter ofAnswers(Schemas schemas) {
    return new CheckEmitter(schemas, true);
  }

  /** All methods written so far. */
  List<String> methods() {
    return methods;
  }

  /** Constants the methods use: name to initialiser. */
  Map<String, String> patterns() {
    return patterns;
  }

  /** Sets of field names the methods use: name to initialiser. */
  Map<String, String> sets() {
    return sets;
  }

  /** Lists of allowed values the methods use: initialiser to name. */
  Map<String, String> enums() {
    return enums;
  }

  /**
   * The name of the method that checks a schema; {@code hint} names it when the schema has no name
   * of its own.
   */
  String methodFor(Schema<?> schema, String hint) {
    String ref = Schemas.name(schema);
    if (ref == null) {
      String name = unique(Java.variable(hint));
      emit(name, schema, hint);
      return name;
    }
    String known = namesByRef.get(ref);
    if (known != null) {
      return known;
    }
    String name = unique(Java.variable(ref));
    namesByRef.put(ref, name); // before the body, because a schema may contain itself
    emit(name, schemas.resolve(schema), ref);
    return name;
  }

  private String unique(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private void emit(String name, Schema<?> schema, String where) {
    refuseUnsupported(schema, where);
    if (mayBeNoObject(schema) && !inAnswers) {
      throw new UnsupportedContract(where, "properties beside a choice that may be no object");
    }
    Source out = new Source(1);
    out.open("static void " + name + "(@Nullable Object value, Place at, Violations out)");
    if (isNullOnly(schema)) {
      out.open("if (value != null)").line("out.otherType(at, \"be null\", value);").close().close();
      methods.add(out.text());
      return;
    }
    if (fitsNothing(schema)) {
      out.line("Check.never(at, out);").close();
      methods.add(out.text());
      return;
    }
    String type = schemas.isFlag(schema) ? "boolean" : Schemas.type(schema);
    boolean nullable = Boolean.TRUE.equals(schema.getNullable());
    if (mayBeNoObject(schema)) {
      out.open("if (value instanceof Map)");
      emitObject(schema, where, out);
      out.close();
    } else if (!type.isEmpty()) {
      out.open("if (!Check.present(value, " + nullable + ", at, out))").line("return;").close();
      emitType(type, schema, where, out);
    } else if (nullable) {
      // OpenAPI 3.0.3 gives nullable no meaning beside allOf alone, but whoever writes it means
      // null
      out.open("if (value == null)").line("return;").close();
    }
    emitEnum(schema, out);
    if (!schemas.isFlag(schema)) {
      emitComposition(schema, where, out);
    }
    out.close();
    methods.add(out.text());
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
    Discriminator discriminator = schema.getDiscriminator();
    if (discriminator != null) {
      throw new UnsupportedContract(where, "a discriminator");
    }
    if (!Set.of("", "string", "integer", "number", "boolean", "array", "object")
        .contains(Schemas.type(schema))) {
      throw new UnsupportedContract(where, "the type " + schema.getType());
    }
    boolean textRule =
        schema.getPattern() != null
            || schema.getMinLength() != null
            || schema.getMaxLength() != null;
    boolean numberRule =
        schema.getMinimum() != null
            || schema.getMaximum() != null
            || schema.getMultipleOf() != null;
    boolean listRule = schema.getMinItems() != null || schema.getMaxItems() != null;
    if (Boolean.TRUE.equals(schema.getReadOnly()) && !inAnswers) {
      throw new UnsupportedContract(where, "readOnly in a request");
    }
    if (Schemas.type(schema).isEmpty()
        && (textRule || numberRule || listRule || schema.getFormat() != null)) {
      throw new UnsupportedContract(where, "a rule for strings, numbers or arrays without a type");
    }
  }

  private void emitType(String type, Schema<?> schema, String where, Source out) {
    String check = "Check.is" + Java.type(type) + "(value, at, out)";
    out.open("if (!" + check + ")").line("return;").close();
    switch (type) {
      case "string" -> emitString(schema, where, out);
      case "integer", "number" -> emitNumber(schema, where, out);
      case "array" -> emitArray(schema, where, out);
      case "object" -> emitObject(schema, where, out);
      default -> {}
    }
  }

  private void emitString(Schema<?> schema, String where, Source out) {
    if (schema.getMinLength() != null || schema.getMaxLength() != null) {
      out.line(
          "Check.length(value, at, out, "
              + bounds(schema.getMinLength(), schema.getMaxLength())
              + ");");
    }
    String format = formatCall(schema.getFormat(), where);
    if (schema.getPattern() != null) {
      String call =
          "Check.pattern(value, at, out, " + patternConstant(schema.getPattern(), where) + ")";
      if (format == null) {
        out.line(call + ";");
      } else {
        // one complaint is enough: a text of the wrong shape cannot be a valid date
        out.open("if (" + call + ")").line(format).close();
      }
    } else if (format != null) {
      out.line(format);
    }
  }

  private static @Nullable String formatCall(@Nullable String format, String where) {
    if (format == null || UNCHECKED_FORMATS.contains(format)) {
      return null;
    }
    if (!FORMATS.containsKey(format)) {
      throw new UnsupportedContract(where, "the string format '" + format + "'");
    }
    return "Check.format(value, at, out, Format." + FORMATS.get(format) + ");";
  }

  private String patternConstant(String pattern, String where) {
    try {
      EcmaPattern.toJava(pattern);
    } catch (UnreadablePattern e) {
      throw new UnsupportedContract(where, "the pattern '%s' (%s)".formatted(pattern, e.reason()));
    }
    return patterns.computeIfAbsent(pattern, each -> "PATTERN_" + (patterns.size() + 1));
  }

  private static void emitNumber(Schema<?> schema, String where, Source out) {
    String format = schema.getFormat();
    if ("int32".equals(format)) {
      out.line("Check.int32(value, at, out);");
    } else if (format != null && !Set.of("int64", "float", "double").contains(format)) {
      throw new UnsupportedContract(where, "the number format '" + format + "'");
    }
    BigDecimal min = schema.getMinimum();
    BigDecimal max = schema.getMaximum();
    boolean exclusiveMin = Boolean.TRUE.equals(schema.getExclusiveMinimum());
    boolean exclusiveMax = Boolean.TRUE.equals(schema.getExclusiveMaximum());
    if (min != null && max != null && !exclusiveMin && !exclusiveMax) {
      boolean whole = "integer".equals(schema.getType());
      String limits =
          whole
              ? "%dL, %dL".formatted(min.longValueExact(), max.longValueExact())
              : quoted(min) + ", " + quoted(max);
      out.line("Check.between(value, at, out, " + limits + ");");
    } else {
      if (min != null) {
        out.line("Check.atLeast(value, at, out, " + quoted(min) + ", " + exclusiveMin + ");");
      }
      if (max != null) {
        out.line("Check.atMost(value, at, out, " + quoted(max) + ", " + exclusiveMax + ");");
      }
    }
    if (schema.getMultipleOf() != null) {
      out.line("Check.multipleOf(value, at, out, " + quoted(schema.getMultipleOf()) + ");");
    }
  }

  private static String quoted(BigDecimal number) {
    return Java.string(number.toPlainString());
  }

  private void emitArray(Schema<?> schema, String where, Source out) {
    if (schema.getMinItems() != null || schema.getMaxItems() != null) {
      out.line(
          "Check.size(value, at, out, "
              + bounds(schema.getMinItems(), schema.getMaxItems())
              + ");");
    }
    if (Boolean.TRUE.equals(schema.getUniqueItems())) {
      out.line("Check.unique(value, at, out);");
    }
    if (schema.getItems() != null) {
      // written even when it is not called here: behaviour calls it later, item by item
      String each = methodFor(schema.getItems(), where + " item");
      if (isCheckedLater(schema)) {
        return;
      }
      out.line("List<?> items = (List<?>) value;");
      out.open("for (int i = 0; i < items.size(); i++)");
      out.line(each + "(items.get(i), at.item(i), out);");
      out.close();
    }
  }

  /** True for what the vendor judges in another way than by a 400; behaviour does that. */
  private boolean isCheckedLater(Schema<?> schema) {
    return !inAnswers
        && schema.getExtensions() != null
        && Boolean.TRUE.equals(schema.getExtensions().get("x-checked-later"));
  }

  private void emitObject(Schema<?> schema, String where, Source out) {
    out.line("Map<?, ?> fields = (Map<?, ?>) value;");
    if (schema.getMinProperties() != null || schema.getMaxProperties() != null) {
      out.line(
          "Check.fieldCount(value, at, out, "
              + bounds(schema.getMinProperties(), schema.getMaxProperties())
              + ");");
    }
    Map<String, Schema<?>> properties = properties(schema);
    Set<String> required =
        new TreeSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
    properties.forEach(
        (name, property) -> emitField(name, property, required.remove(name), where, out));
    for (String name : required) {
      out.open("if (!fields.containsKey(" + Java.string(name) + "))")
          .line("out.missing(at.field(" + Java.string(name) + "));")
          .close();
    }
    Object additional = schema.getAdditionalProperties();
    if (Boolean.FALSE.equals(additional)) {
      out.line("Check.onlyFields(fields, at, out, " + setConstant(properties.keySet()) + ");");
    } else if (additional instanceof Schema<?> other) {
      String each = methodFor(other, where + " field");
      out.open("for (Map.Entry<?, ?> entry : fields.entrySet())");
      out.line("String name = String.valueOf(entry.getKey());");
      out.open("if (!" + setConstant(properties.keySet()) + ".contains(name))");
      out.line(each + "(entry.getValue(), at.field(name), out);");
      out.close().close();
    }
    List<String> any = requiredChoice(schema.getAnyOf());
    if (!any.isEmpty()) {
      out.line("Check.anyField(fields, at, out, " + Java.listOfStrings(any) + ");");
    }
    List<String> one = requiredChoice(schema.getOneOf());
    if (!one.isEmpty()) {
      out.line("Check.oneField(fields, at, out, " + Java.listOfStrings(one) + ");");
    }
  }

  /** Members beside a choice that may be no object: the parser takes the type for granted then. */
  private boolean mayBeNoObject(Schema<?> schema) {
    List<Schema<?>> choices = Schemas.all(schema.getAnyOf());
    choices.addAll(Schemas.all(schema.getOneOf()));
    return schema.getProperties() != null
        && choices.stream()
            .anyMatch(each -> !Set.of("", "object").contains(Schemas.type(schemas.core(each))));
  }

  private void emitField(
      String name, Schema<?> property, boolean required, String where, Source out) {
    String quoted = Java.string(name);
    String check = methodFor(property, where + " " + name);
    out.open("if (fields.containsKey(" + quoted + "))");
    out.line(check + "(fields.get(" + quoted + "), at.field(" + quoted + "), out);");
    if (required) {
      out.close().open("else").line("out.missing(at.field(" + quoted + "));");
    }
    out.close();
  }

  private static Map<String, Schema<?>> properties(Schema<?> schema) {
    Map<String, Schema<?>> out = new LinkedHashMap<>();
    if (schema.getProperties() != null) {
      schema.getProperties().forEach(out::put);
    }
    return out;
  }

  /** The fields of which one is needed: alternatives that each only require one field. */
  private static List<String> requiredChoice(
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

  private void emitEnum(Schema<?> schema, Source out) {
    if (schema.getEnum() == null || schemas.isFlag(schema) || isCheckedLater(schema)) {
      return;
    }
    List<?> values = schema.getEnum().stream().filter(Objects::nonNull).toList();
    if (Schemas.type(schema).equals("number")) {
      List<String> numbers = values.stream().map(Object::toString).toList();
      out.line("Check.amongNumbers(value, at, out, " + Java.listOfStrings(numbers) + ");");
      return;
    }
    List<String> literals = new ArrayList<>();
    for (Object each : values) {
      literals.add(
          each instanceof Boolean
              ? each.toString()
              : each instanceof Number ? each + "L" : Java.string(each.toString()));
    }
    String list = "List.of(" + String.join(", ", literals) + ")";
    String constant = enums.computeIfAbsent(list, each -> "VALUES_" + (enums.size() + 1));
    out.line("Check.among(value, at, out, " + constant + ");");
  }

  private void emitComposition(Schema<?> schema, String where, Source out) {
    for (Schema<?> each : Schemas.all(schema.getAllOf())) {
      out.line(methodFor(each, where + " part") + "(value, at, out);");
    }
    // where the type is an object, its fields have been checked with it
    boolean object = Schemas.type(schema).equals("object");
    if (!object || requiredChoice(schema.getAnyOf()).isEmpty()) {
      emitAlternatives(Schemas.all(schema.getAnyOf()), false, where, out);
    }
    if (!object || requiredChoice(schema.getOneOf()).isEmpty()) {
      emitAlternatives(Schemas.all(schema.getOneOf()), true, where, out);
    }
    if (schema.getNot() != null) {
      String method = methodFor(schema.getNot(), where + " not");
      out.line("Check.not(value, at, out, (each, inner) -> " + method + "(each, at, inner));");
    }
  }

  private void emitAlternatives(
      List<Schema<?>> alternatives, boolean exactlyOne, String where, Source out) {
    if (alternatives.isEmpty()) {
      return;
    }
    List<String> calls = new ArrayList<>();
    for (Schema<?> each : alternatives) {
      calls.add("(each, inner) -> " + methodFor(each, where + " choice") + "(each, at, inner)");
    }
    out.line(
        "Check.alternatives(value, at, out, "
            + exactlyOne
            + ", List.of("
            + String.join(", ", calls)
            + "));");
  }

  private String setConstant(Set<String> names) {
    return sets.computeIfAbsent(Java.setOfStrings(names), each -> "FIELDS_" + (sets.size() + 1));
  }

  private static String bounds(@Nullable Integer min, @Nullable Integer max) {
    return (min == null ? "0" : min.toString())
        + ", "
        + (max == null ? "Integer.MAX_VALUE" : max.toString());
  }
}
