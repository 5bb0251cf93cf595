package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the checks of texts, numbers and allowed values. */
final class ScalarChecks {

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

  private final CheckScope scope;

  ScalarChecks(CheckScope scope) {
    this.scope = scope;
  }

  void emitString(Schema<?> schema, String where, Source out) {
    if (schema.getMinLength() != null || schema.getMaxLength() != null) {
      out.line(
          "Check.length(value, at, out, "
              + CheckScope.bounds(schema.getMinLength(), schema.getMaxLength())
              + ");");
    }
    String format = formatCall(schema.getFormat(), where);
    String pattern = schema.getPattern() == null ? null : scope.pattern(schema.getPattern(), where);
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
      scope.findings().note(where, "format '" + format + "' is taken as any text");
      return null;
    }
    return "Check.format(value, at, out, Format." + FORMATS.get(format) + ");";
  }

  void emitNumber(Schema<?> schema, String where, Source out) {
    String format = schema.getFormat();
    if ("int32".equals(format)) {
      out.line("Check.int32(value, at, out);");
    } else if (format != null && !NUMBER_FORMATS.contains(format)) {
      scope.findings().note(where, "format '" + format + "' is taken as any number");
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

  static boolean isNumeric(Schema<?> schema) {
    return NUMBER_FORMATS.contains(schema.getFormat())
        || "int32".equals(schema.getFormat())
        || schema.getTypes() != null && !schema.getTypes().contains("string");
  }

  void emitEnum(Schema<?> schema, Source out) {
    if (schema.getEnum() == null
        || scope.schemas().isFlag(schema)
        || scope.isCheckedLater(schema)) {
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
    String constant = scope.constants().values(list);
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
}
