package dev.forecourt.mock.codegen;

import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
  // whatever fits them is a text; nothing is left out
  private static final Set<String> UNCHECKED_FORMATS =
      Set.of("password", "binary", "byte", "string", "textarea");
  private static final Set<String> NUMBER_FORMATS = Set.of("int64", "float", "double");
  // a class file holds 65535 constants, and each method takes some ten
  private static final int METHODS_OF_A_CLASS = 800;

  // an initialiser holds 64 KiB of code, and the codes of all currencies take two
  private static final int CONSTANTS_OF_A_CLASS = 100;

  private final Schemas schemas;
  private final boolean inAnswers;
  private final Findings findings;
  private final Map<String, String> namesByRef = new LinkedHashMap<>();
  private final Set<String> taken = new TreeSet<>();
  private final Map<Integer, List<String>> methodsByPart = new TreeMap<>();
  private final Map<String, String> patterns = new LinkedHashMap<>();
  private final Map<String, String> sets = new LinkedHashMap<>();
  private final Map<String, String> enums = new LinkedHashMap<>();

  private CheckEmitter(Schemas schemas, boolean inAnswers, Findings findings) {
    this.schemas = schemas;
    this.inAnswers = inAnswers;
    this.findings = findings;
  }

  static CheckEmitter ofRequests(Schemas schemas, Findings findings) {
    return new CheckEmitter(schemas, false, findings);
  }

  static CheckEmitter ofAnswers(Schemas schemas, Findings findings) {
    return new CheckEmitter(schemas, true, findings);
  }

  /** All methods written so far; those that one class cannot hold are in classes inside it. */
  List<String> methods() {
    List<String> all = new ArrayList<>();
    methodsByPart.forEach(
        (part, methods) -> {
          if (part == 0) {
            all.addAll(methods);
          } else {
            all.add(
                "  static final class %s {\n    private %s() {}\n\n%s\n  }"
                    .formatted(partName(part), partName(part), String.join("\n\n", methods)));
          }
        });
    return all;
  }

  private static String partName(int part) {
    return "Part" + part;
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
      return emitted(Java.variable(hint), schema, hint, null);
    }
    String known = namesByRef.get(ref);
    return known == null ? emitted(Java.variable(ref), schemas.resolve(schema), ref, ref) : known;
  }

  private String emitted(String wanted, Schema<?> schema, String where, @Nullable String ref) {
    String name = unique(wanted);
    int part = (taken.size() - 1) / METHODS_OF_A_CLASS;
    String called = part == 0 ? name : partName(part) + "." + name;
    if (ref != null) {
      namesByRef.put(ref, called); // before the body, because a schema may contain itself
    }
    String text;
    try {
      text = emit(name, schema, where);
    } catch (UnsupportedContract e) {
      findings.refuse(String.valueOf(e.getMessage()));
      text = signature(name).close().text();
    }
    methodsByPart.computeIfAbsent(part, each -> new ArrayList<>()).add(text);
    return called;
  }

  private static Source signature(String name) {
    return new Source(1)
        .open("static void " + name + "(@Nullable Object value, Place at, Violations out)");
  }

  private String unique(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private String emit(String name, Schema<?> schema, String where) {
    refuseUnsupported(schema, where);
    Source out = signature(name);
    if (isNullOnly(schema)) {
      out.open("if (value != null)").line("out.add(at, \"be null\", value);").close();
      return out.close().text();
    }
    String type = schemas.isFlag(schema) ? "boolean" : Schemas.type(schema);
    boolean nullable = Boolean.TRUE.equals(schema.getNullable());
    if (Schemas.hasTypes(schema)) {
      out.open(
              "if (!Rules.isOneOf(value, %s, at, out, %s))"
                  .formatted(nullable, Java.listOfStrings(new TreeSet<>(schema.getTypes()))))
          .line("return;")
          .close();
      emitByKind(schema, where, out);
    } else if (mayBeNoObject(schema)) {
      out.open("if (value instanceof Map)");
      emitObject(schema, where, out);
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
    emitEnum(schema, out);
    if (!schemas.isFlag(schema)) {
      emitComposition(schema, where, out);
      emitConditions(schema, where, out);
    }
    return out.close().text();
  }

  /** True for {@code enum: [null]}, the other choice beside an enumeration that may be null. */
  private static boolean isNullOnly(Schema<?> schema) {
    return schema.getEnum() != null && schema.getEnum().stream().allMatch(Objects::isNull);
  }

  private void refuseUnsupported(Schema<?> schema, String where) {
    if (!Set.of("", "string", "integer", "number", "boolean", "array", "object")
        .contains(Schemas.type(schema))) {
      throw new UnsupportedContract(where, "the type " + schema.getType());
    }
  }

  /** The rules for each kind of value, where the type leaves several. */
  private void emitByKind(Schema<?> schema, String where, Source out) {
    if (schema.getPattern() != null
        || schema.getMinLength() != null
        || schema.getMaxLength() != null
        || schema.getFormat() != null && !isNumeric(schema)) {
      out.open("if (value instanceof String)");
      emitString(schema, where, out);
      out.close();
    }
    if (schema.getMinimum() != null
        || schema.getMaximum() != null
        || schema.getMultipleOf() != null) {
      out.open("if (value instanceof Number)");
      emitNumber(schema, where, out);
      out.close();
    }
    if (Schemas.hasListRules(schema)) {
      out.open("if (value instanceof List)");
      emitArray(schema, where, out);
      out.close();
    }
    if (Schemas.hasObjectRules(schema)) {
      out.open("if (value instanceof Map)");
      emitObject(schema, where, out);
      out.close();
    }
  }

  private static boolean isNumeric(Schema<?> schema) {
    return NUMBER_FORMATS.contains(schema.getFormat())
        || "int32".equals(schema.getFormat())
        || schema.getTypes() != null && !schema.getTypes().contains("string");
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
    String pattern =
        schema.getPattern() == null ? null : patternConstant(schema.getPattern(), where);
    if (pattern != null) {
      String call = "Check.pattern(value, at, out, " + pattern + ")";
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

  private @Nullable String formatCall(@Nullable String format, String where) {
    if (format == null || UNCHECKED_FORMATS.contains(format)) {
      return null;
    }
    if (!FORMATS.containsKey(format)) {
      findings.note(where, "format '" + format + "' is taken as any text");
      return null;
    }
    return "Check.format(value, at, out, Format." + FORMATS.get(format) + ");";
  }

  /** The constant of a pattern; null for one that is not checked. */
  private @Nullable String patternConstant(String pattern, String where) {
    try {
      EcmaPattern.toJava(pattern);
    } catch (UnreadablePattern e) {
      findings.note(where, "pattern '%s' is not checked: %s".formatted(pattern, e.reason()));
      return null;
    }
    return patterns.computeIfAbsent(pattern, each -> held("PATTERN_", patterns));
  }

  private void emitNumber(Schema<?> schema, String where, Source out) {
    String format = schema.getFormat();
    if ("int32".equals(format)) {
      out.line("Check.int32(value, at, out);");
    } else if (format != null && !NUMBER_FORMATS.contains(format)) {
      findings.note(where, "format '" + format + "' is taken as any number");
    }
    BigDecimal min = schema.getMinimum();
    BigDecimal max = schema.getMaximum();
    boolean exclusiveMin = Boolean.TRUE.equals(schema.getExclusiveMinimum());
    boolean exclusiveMax = Boolean.TRUE.equals(schema.getExclusiveMaximum());
    if (min != null && max != null && !exclusiveMin && !exclusiveMax) {
      boolean whole = "integer".equals(schema.getType()) && isLong(min) && isLong(max);
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

  private static boolean isLong(BigDecimal number) {
    try {
      number.longValueExact();
      return true;
    } catch (ArithmeticException e) {
      return false;
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
    int first = emitPrefix(schema, where, out);
    if (schema.getItems() != null) {
      // written even when it is not called here: behaviour calls it later, item by item
      String each = methodFor(schema.getItems(), where + " item");
      if (isCheckedLater(schema)) {
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
                  lambda(schema.getContains(), where + " contained")));
    }
  }

  /** The rules of the first items, each its own; returns how many they are. */
  private int emitPrefix(Schema<?> schema, String where, Source out) {
    int count = 0;
    for (Schema<?> each : Schemas.all(schema.getPrefixItems())) {
      out.line(
          "Rules.item(value, %d, at, out, %s);"
              .formatted(count, lambdaHere(each, where + " item " + count)));
      count++;
    }
    return count;
  }

  /** A schema as a judge of a value that stands at this place. */
  private String lambda(Schema<?> schema, String hint) {
    return "(each, inner) -> " + methodFor(schema, hint) + "(each, at, inner)";
  }

  /** A schema as a judge of a value at a place of its own. */
  private String lambdaHere(Schema<?> schema, String hint) {
    return "(each, place, inner) -> " + methodFor(schema, hint) + "(each, place, inner)";
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

  private void emitOtherFields(Schema<?> schema, Set<String> known, String where, Source out) {
    Object additional = schema.getAdditionalProperties();
    if (Boolean.FALSE.equals(additional)) {
      out.line("Check.onlyFields(fields, at, out, " + setConstant(known) + ");");
    } else if (additional instanceof Schema<?> other) {
      String each = methodFor(other, where + " field");
      out.open("for (Map.Entry<?, ?> entry : fields.entrySet())");
      out.line("String name = String.valueOf(entry.getKey());");
      out.open("if (!" + setConstant(known) + ".contains(name))");
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
              String constant = patternConstant(pattern, where);
              if (constant != null) {
                entries.add(
                    "Map.entry(%s, %s)".formatted(constant, lambdaHere(each, where + " fields")));
              }
            });
    Object additional = schema.getAdditionalProperties();
    String others =
        Boolean.FALSE.equals(additional)
            ? "Rules.NONE"
            : additional instanceof Schema<?> other
                ? lambdaHere(other, where + " field")
                : "Rules.ANY";
    out.line(
        "Rules.patternFields(fields, at, out, %s, List.of(%s), %s);"
            .formatted(setConstant(known), String.join(", ", entries), others));
  }

  private void emitFieldRules(Schema<?> schema, String where, Source out) {
    if (schema.getPropertyNames() != null) {
      out.line(
          "Rules.fieldNames(fields, at, out, %s);"
              .formatted(lambda(schema.getPropertyNames(), where + " name")));
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
                out.line(methodFor(each, where + " with " + name) + "(value, at, out);").close();
              });
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
    if (inAnswers ? schemas.isWriteOnly(property) : schemas.isReadOnly(property)) {
      return; // what only the other side sends may be missing; here it says nothing
    }
    String quoted = Java.string(name);
    String check = methodFor(property, where + " " + name);
    out.open("if (fields.containsKey(" + quoted + "))");
    out.line(check + "(fields.get(" + quoted + "), at.field(" + quoted + "), out);");
    if (required) {
      out.close().open("else").line("out.missing(at.field(" + quoted + "));");
    }
    out.close();
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
    String type = Schemas.type(schema);
    if (type.equals("number")) {
      List<String> numbers = values.stream().map(Object::toString).toList();
      out.line("Check.amongNumbers(value, at, out, " + Java.listOfStrings(numbers) + ");");
      return;
    }
    List<String> literals = values.stream().map(each -> literal(type, each)).toList();
    String list = "List.of(" + String.join(", ", literals) + ")";
    String constant = enums.computeIfAbsent(list, each -> held("VALUES_", enums));
    out.line("Check.among(value, at, out, " + constant + ");");
  }

  private static String literal(String type, Object value) {
    if (type.equals("string")) {
      return Java.string(value.toString());
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof BigDecimal number && !isLong(number)) {
      return "new java.math.BigDecimal(" + quoted(number) + ")";
    }
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).longValueExact() + "L";
    }
    return value instanceof Map || value instanceof List
        ? "Rules.json(" + Java.string(Values.json(value)) + ")"
        : Java.string(value.toString());
  }

  private void emitComposition(Schema<?> schema, String where, Source out) {
    for (Schema<?> each : Schemas.all(schema.getAllOf())) {
      out.line(methodFor(each, where + " part") + "(value, at, out);");
    }
    if (emitDiscriminator(schema, where, out)) {
      return;
    }
    // where the type is an object, its fields have been checked with it
    boolean object = Schemas.type(schema).equals("object");
    if (!object || requiredChoice(schema.getAnyOf()).isEmpty()) {
      emitAlternatives(Schemas.all(schema.getAnyOf()), false, where, out);
    }
    if (!object || requiredChoice(schema.getOneOf()).isEmpty()) {
      emitAlternatives(Schemas.all(schema.getOneOf()), true, where, out);
    }
    if (schema.getNot() != null && schema.getNot().equals(new Schema<>())) {
      out.line("Check.never(at, out);");
    } else if (schema.getNot() != null) {
      out.line("Check.not(value, at, out, " + lambda(schema.getNot(), where + " not") + ");");
    }
  }

  /** A choice that a member tells; false where there is none. */
  private boolean emitDiscriminator(Schema<?> schema, String where, Source out) {
    Map<String, String> names = schemas.discriminated(schema);
    if (names.isEmpty()) {
      return false;
    }
    List<String> entries = new ArrayList<>();
    names.forEach(
        (value, name) ->
            entries.add(
                "Map.entry(%s, %s)"
                    .formatted(
                        Java.string(value), lambda(Schemas.reference(name), where + " choice"))));
    out.line(
        "Rules.choice(value, at, out, %s, %s, Map.ofEntries(%s));"
            .formatted(
                Java.string(schema.getDiscriminator().getPropertyName()),
                Boolean.TRUE.equals(schema.getNullable()),
                String.join(", ", entries)));
    return true;
  }

  private void emitConditions(Schema<?> schema, String where, Source out) {
    if (schema.getIf() == null || schema.getThen() == null && schema.getElse() == null) {
      return;
    }
    out.open("if (Rules.fits(value, " + lambda(schema.getIf(), where + " if") + "))");
    if (schema.getThen() != null) {
      out.line(methodFor(schema.getThen(), where + " then") + "(value, at, out);");
    }
    if (schema.getElse() != null) {
      out.close().open("else");
      out.line(methodFor(schema.getElse(), where + " else") + "(value, at, out);");
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
      calls.add(lambda(each, where + " choice"));
    }
    out.line(
        "Check.alternatives(value, at, out, "
            + exactlyOne
            + ", List.of("
            + String.join(", ", calls)
            + "));");
  }

  private String setConstant(Set<String> names) {
    return sets.computeIfAbsent(Java.setOfStrings(names), each -> held("FIELDS_", sets));
  }

  /** The next name; what one initialiser of a class cannot hold is in classes inside it. */
  private static String held(String start, Map<String, String> known) {
    int number = known.size() + 1;
    String name = start + number;
    return number <= CONSTANTS_OF_A_CLASS
        ? name
        : "Of" + start + number / CONSTANTS_OF_A_CLASS + "." + name;
  }

  private static String bounds(@Nullable Integer min, @Nullable Integer max) {
    return (min == null ? "0" : min.toString())
        + ", "
        + (max == null ? "Integer.MAX_VALUE" : max.toString());
  }
}
