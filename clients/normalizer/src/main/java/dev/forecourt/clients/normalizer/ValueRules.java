package dev.forecourt.clients.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** What a contract asks of one value: all parts of its schema together, references followed. */
final class ValueRules {
  /** Schemas that become a type of the runtime, and whose numbers come in several JSON types. */
  private static final Set<String> LOOSE = Set.of("LooseGrade", "LooseNumber");

  private static final Set<String> FILTERS = Set.of("FilterPrimitive", "FilterValue");

  /** Formats that become a type of Java, so that their text is right by itself. */
  private static final Set<String> TYPED = Set.of("date", "date-time", "local-date-time");

  private final OpenAPI contract;
  private final List<Schema<?>> parts = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();

  private ValueRules(OpenAPI contract) {
    this.contract = contract;
  }

  static ValueRules of(Schema<?> value, OpenAPI contract) {
    ValueRules rules = new ValueRules(contract);
    rules.add(value);
    return rules;
  }

  private void add(Schema<?> part) {
    if (part.get$ref() != null) {
      String name = ModelUtils.getSimpleRef(part.get$ref());
      Schema<?> referenced = ModelUtils.getSchema(contract, name);
      if (names.add(name) && referenced != null && referenced.getProperties() == null) {
        add(referenced);
      }
      return;
    }
    parts.add(part);
    if (part.getAllOf() != null) {
      part.getAllOf().forEach(each -> add((Schema<?>) each));
    }
  }

  /** A call of RequestChecks: its method, and what stands behind name and value. */
  static Map<String, Object> call(String method, String arguments) {
    return Map.of("method", method, "arguments", arguments, "loose", false);
  }

  boolean isNullable() {
    return parts.stream().anyMatch(part -> Boolean.TRUE.equals(part.getNullable()));
  }

  /** Names of the object schemas that this is, or that its elements or members are. */
  Set<String> models() {
    Set<String> models = new LinkedHashSet<>();
    names.stream()
        .filter(name -> isObject(ModelUtils.getSchema(contract, name)))
        .forEach(models::add);
    if (isCheckedLater()) {
      return models;
    }
    parts.forEach(
        part -> {
          if (part.getItems() != null) {
            models.addAll(of(part.getItems(), contract).models());
          }
          if (part.getAdditionalProperties() instanceof Schema<?> values) {
            models.addAll(of(values, contract).models());
          }
        });
    return models;
  }

  private static boolean isObject(@Nullable Schema<?> schema) {
    return schema != null && schema.getProperties() != null;
  }

  /** The vendor tells in another way which items or values it does not take. */
  private boolean isCheckedLater() {
    return parts.stream()
        .anyMatch(
            part ->
                part.getExtensions() != null
                    && Boolean.TRUE.equals(part.getExtensions().get("x-checked-later")));
  }

  boolean hasAny() {
    return !calls().isEmpty() || pattern() != null;
  }

  /** As the contract has it; null if there is none, or the value is no text in Java. */
  @Nullable String pattern() {
    Stream<Schema<?>> texts =
        names.stream().anyMatch(FILTERS::contains)
            ? alternatives(ModelUtils.getSchema(contract, "FilterPrimitive"))
            : isText() || isAnyText() ? parts.stream() : Stream.of();
    return texts.map(Schema::getPattern).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Stream<Schema<?>> alternatives(@Nullable Schema<?> schema) {
    return schema == null || schema.getAnyOf() == null
        ? Stream.of()
        : schema.getAnyOf().stream().map(each -> (Schema<?>) each);
  }

  private boolean isText() {
    return parts.stream().anyMatch(part -> "string".equals(part.getType()))
        && parts.stream().noneMatch(part -> TYPED.contains(String.valueOf(part.getFormat())))
        && !isEnum();
  }

  private boolean isAnyText() {
    return parts.stream()
        .anyMatch(
            part ->
                part.getExtensions() != null
                    && part.getExtensions().containsKey(KnownValues.ANY_TEXT));
  }

  private boolean isEnum() {
    return parts.stream().anyMatch(part -> part.getEnum() != null && !part.getEnum().isEmpty());
  }

  private boolean isBoolean() {
    return parts.stream().anyMatch(part -> "boolean".equals(part.getType()));
  }

  /** Calls for all but the pattern. */
  List<Map<String, Object>> calls() {
    List<Map<String, Object>> calls = new ArrayList<>();
    boolean loose = names.stream().anyMatch(LOOSE::contains);
    for (Schema<?> part : parts) {
      numbers(part, loose, calls);
      if (isText()) {
        sizes("minLength", part.getMinLength(), "maxLength", part.getMaxLength(), calls);
      }
      sizes("minItems", part.getMinItems(), "maxItems", part.getMaxItems(), calls);
      sizes(
          "minProperties",
          part.getMinProperties(),
          "maxProperties",
          part.getMaxProperties(),
          calls);
      if (Boolean.TRUE.equals(part.getUniqueItems())) {
        calls.add(call("uniqueItems", ""));
      }
      refuseRulesOnElements(part);
    }
    if (isEnum() && isBoolean()) {
      calls.addAll(onlyOne());
    } else if (isListed() && !isCheckedLater() && !isAnyText()) {
      calls.add(call("listed", ""));
    }
    return calls;
  }

  /** A boolean of which only one value is sent, such as TrueOnly. */
  private List<Map<String, Object>> onlyOne() {
    return parts.stream()
        .filter(part -> part.getEnum() != null && part.getEnum().size() == 1)
        .map(part -> call("only", ", " + part.getEnum().get(0)))
        .toList();
  }

  /** An enumeration, or a list of one: each becomes a class of its own. */
  private boolean isListed() {
    boolean element =
        parts.stream()
            .filter(part -> part.getItems() != null)
            .anyMatch(part -> of(part.getItems(), contract).isListedItself());
    return element || isListedItself();
  }

  private boolean isListedItself() {
    return isEnum()
        && names.stream().noneMatch(name -> LOOSE.contains(name) || name.equals("FormFlag"));
  }

  private static void numbers(Schema<?> part, boolean loose, List<Map<String, Object>> calls) {
    boolean aboveOnly = Boolean.TRUE.equals(part.getExclusiveMinimum());
    boolean belowOnly = Boolean.TRUE.equals(part.getExclusiveMaximum());
    number(aboveOnly ? "above" : "atLeast", part.getMinimum(), loose, calls);
    number(belowOnly ? "below" : "atMost", part.getMaximum(), loose, calls);
    number("multipleOf", part.getMultipleOf(), loose, calls);
  }

  private static void number(
      String method, @Nullable BigDecimal bound, boolean loose, List<Map<String, Object>> calls) {
    if (bound != null) {
      calls.add(
          Map.of(
              "method",
              method,
              "arguments",
              ", \"" + bound.toPlainString() + "\"",
              "loose",
              loose));
    }
  }

  private static void sizes(
      String least,
      @Nullable Integer atLeast,
      String most,
      @Nullable Integer atMost,
      List<Map<String, Object>> calls) {
    if (atLeast != null && atLeast > 0) {
      calls.add(call(least, ", " + atLeast));
    }
    if (atMost != null) {
      calls.add(call(most, ", " + atMost));
    }
  }

  /** Better than to leave them out: no contract has one so far. */
  private void refuseRulesOnElements(Schema<?> part) {
    if (part.getItems() == null || isCheckedLater()) {
      return;
    }
    ValueRules element = of(part.getItems(), contract);
    boolean more =
        element.pattern() != null
            || element.calls().stream().anyMatch(call -> !call.get("method").equals("listed"));
    if (more) {
      throw new IllegalStateException(
          "A list in a request has elements with rules of their own, which build() would not check."
              + " Give the element a schema that is an object, or teach ValueRules and"
              + " RequestChecks.");
    }
  }
}
