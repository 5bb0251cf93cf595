package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes values that fit a schema: its example where that fits, else from its rules. The same for
 * the same schema and number, so that a stub answers alike each time it is generated.
 */
final class Samples {

  /** Stands for a member that is left out. */
  private static final Object NOTHING = new Object();

  // beyond this only what is required is made
  private static final int MOST_DEEP = 5;
  private static final int MOST_VALUES = 1500;
  private static final int DEEPEST = 30;

  private final Schemas schemas;
  private final Judge judge;
  private final Judge strict;
  private final Merging merging;
  private final Deque<String> within = new ArrayDeque<>();
  private int made;
  private boolean least;

  private final boolean trusting;

  /**
   * Samples of these schemas.
   *
   * @param trusting whether examples are known to fit: those of contracts that are written by hand
   *     are held against their schemas before
   */
  Samples(Schemas schemas, boolean trusting) {
    this.schemas = schemas;
    this.trusting = trusting;
    judge = new Judge(schemas);
    strict = new Judge(schemas, true);
    merging = new Merging(schemas);
  }

  /** A value for an answer; {@code number} tells one from another where the schema leaves room. */
  @Nullable Object of(Schema<?> schema, String name, int number) {
    made = 0;
    least = false;
    within.clear();
    Object value = make(schema, name, number, 0);
    return value == NOTHING ? null : value;
  }

  /** Whether a value fits a schema, as far as it is not known to. */
  boolean fits(Schema<?> schema, @Nullable Object value) {
    return trusting || judge.fits(schema, value);
  }

  /** The same for a validator that does not look at the names of alternatives. */
  boolean fitsOneAlone(Schema<?> schema, @Nullable Object value) {
    return trusting || strict.fits(schema, value);
  }

  private @Nullable Object make(Schema<?> declared, String name, int number, int depth) {
    made++;
    if (depth > DEEPEST) {
      return NOTHING;
    }
    String ref = Schemas.name(declared);
    if (ref == null) {
      return fromExample(declared, name, number, depth);
    }
    if (within.contains(ref)) {
      return NOTHING; // whoever asks leaves it out, or has to take null
    }
    within.push(ref);
    try {
      return named(ref, fromExample(schemas.resolve(declared), name, number, depth));
    } finally {
      within.pop();
    }
  }

  private @Nullable Object fromExample(Schema<?> schema, String name, int number, int depth) {
    List<@Nullable Object> given = new ArrayList<>();
    if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
      int size = schema.getEnum().size();
      for (int i = 0; i < size && i < 50; i++) {
        given.add(typed(schema, schema.getEnum().get((i + (number > 0 ? number : 0)) % size)));
      }
    }
    if (number == 0 && schema.getExample() != null) {
      given.add(0, Plain.of(schema.getExample()));
    }
    if (schema.getDefault() != null) {
      given.add(Plain.of(schema.getDefault()));
    }
    for (Object each : given) {
      if (judge.fits(schema, each) && (each != null || given.size() == 1)) {
        return each;
      }
    }
    Object value = built(schema, name, number, depth);
    if (value == NOTHING || judge.fits(schema, value)) {
      return value;
    }
    for (Object each : others(schema, name, number, depth)) {
      if (judge.fits(schema, each)) {
        return each;
      }
    }
    if (number > 0 && schema.getExample() != null) {
      Object example = Plain.of(schema.getExample());
      if (judge.fits(schema, example)) {
        return example;
      }
    }
    return Boolean.TRUE.equals(schema.getNullable()) ? null : value;
  }

  /** What else may fit: a branch of a condition, or, without a type, a value of another one. */
  private List<Object> others(Schema<?> schema, String name, int number, int depth) {
    List<Object> all = new ArrayList<>();
    for (Schema<?> branch : Arrays.asList(schema.getThen(), schema.getElse())) {
      if (schema.getIf() != null && branch != null) {
        Object value = plain(merging.withBranch(schema, branch), name, number, depth + 1);
        all.add(value == null ? NOTHING : value);
      }
    }
    if (Schemas.type(schema).isEmpty() && !Schemas.hasTypes(schema)) {
      all.addAll(List.of(name, 1L, true, List.of(), Map.of()));
    }
    return all;
  }

  /** Values of an enumeration may be written without the quotes that their type wants. */
  private static @Nullable Object typed(Schema<?> schema, @Nullable Object value) {
    Object plain = Plain.of(value);
    return plain != null && "string".equals(schema.getType()) ? plain.toString() : plain;
  }

  /** A component that is one of several kinds says which: a client reads it by that. */
  private @Nullable Object named(String ref, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> members = Plain.members(map);
      for (String member : schemas.discriminators(ref)) {
        if (members.containsKey(member)) {
          Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
          changed.put(member, schemas.discriminatorValue(ref, member));
          if (judge.fits(Schemas.reference(ref), changed)) {
            return changed;
          }
        }
      }
    }
    return value;
  }

  private @Nullable Object built(Schema<?> schema, String name, int number, int depth) {
    if (schemas.isFlag(schema)) {
      return true;
    }
    List<Schema<?>> choices = Schemas.all(schema.getOneOf());
    choices.addAll(Schemas.all(schema.getAnyOf()));
    if (!choices.isEmpty()) {
      return chosen(schema, choices, name, number, depth);
    }
    if (schema.getAllOf() != null) {
      Schema<?> merged = merging.merged(schema);
      return merged.getAllOf() != null ? NOTHING : fromExample(merged, name, number, depth);
    }
    return plain(schema, name, number, depth);
  }

  private @Nullable Object chosen(
      Schema<?> schema, List<Schema<?>> choices, String name, int number, int depth) {
    Object value = chosenOnce(schema, choices, name, number, depth);
    if (least || value != NOTHING && fitsAlone(schema, choices, value)) {
      return value;
    }
    // members that are optional may be what another alternative is told by
    least = true;
    try {
      Object few = chosenOnce(schema, choices, name, number, depth);
      return value == NOTHING || few != NOTHING && fitsAlone(schema, choices, few) ? few : value;
    } finally {
      least = false;
    }
  }

  /** Whether one alternative alone takes a value, where one alone has to. */
  private boolean fitsAlone(Schema<?> schema, List<Schema<?>> choices, @Nullable Object value) {
    return schema.getOneOf() == null
        || choices.stream().filter(each -> judge.fits(each, value)).count() == 1;
  }

  private @Nullable Object chosenOnce(
      Schema<?> schema, List<Schema<?>> choices, String name, int number, int depth) {
    Object second = NOTHING;
    Object third = NOTHING;
    for (int i = 0; i < choices.size(); i++) {
      Schema<?> choice = choices.get((i + number) % choices.size());
      Object value = alternative(schema, choice, name, number, depth);
      if (value != NOTHING && judge.fits(schema, value)) {
        // best is what fits one alternative alone, whether or not its name is looked at
        if (fitsAlone(schema, choices, value)) {
          return value;
        }
        second = second == NOTHING ? value : second;
      } else if (value instanceof Map && third == NOTHING) {
        // fits none or several; of more use than nothing, and whoever asks judges it
        third = value;
      }
    }
    return second == NOTHING ? third : second;
  }

  private @Nullable Object alternative(
      Schema<?> schema, Schema<?> choice, String name, int number, int depth) {
    if (!merging.hasMore(schema)) {
      Object value = make(choice, name, number, depth + 1);
      String ref = Schemas.name(choice);
      if (ref != null && value instanceof Map<?, ?> map && schema.getDiscriminator() != null) {
        Map<String, @Nullable Object> members = Plain.members(map);
        String member = schema.getDiscriminator().getPropertyName();
        for (Map.Entry<String, String> each : schemas.discriminated(schema).entrySet()) {
          if (each.getValue().equals(ref)) {
            Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
            changed.put(member, each.getKey());
            return judge.fits(choice, changed) ? changed : value;
          }
        }
      }
      return value;
    }
    return fromExample(merging.withChoice(schema, choice), name, number, depth + 1);
  }

  private @Nullable Object plain(Schema<?> schema, String name, int number, int depth) {
    String type = Schemas.type(schema);
    if (Schemas.hasTypes(schema)) {
      type = new LinkedHashSet<>(schema.getTypes()).iterator().next();
    }
    if (type.isEmpty()) {
      type = implied(schema);
    }
    return switch (type) {
      case "string" -> new SampleText(judge).of(schema, name, number);
      case "integer" -> number(schema, number, true);
      case "number" -> number(schema, number, false);
      case "boolean" -> number % 2 == 0;
      case "array" -> array(schema, name, number, depth);
      case "object" -> object(schema, number, depth);
      default ->
          schema.getEnum() != null && schema.getEnum().stream().allMatch(Objects::isNull)
              ? null
              : depth == 0 ? new LinkedHashMap<>() : "any";
    };
  }

  private static String implied(Schema<?> schema) {
    if (schema.getPattern() != null
        || schema.getMinLength() != null
        || schema.getMaxLength() != null
        || schema.getFormat() != null) {
      return "string";
    }
    if (schema.getMinimum() != null
        || schema.getMaximum() != null
        || schema.getMultipleOf() != null) {
      return "number";
    }
    return Schemas.hasListRules(schema) ? "array" : Schemas.hasObjectRules(schema) ? "object" : "";
  }

  private static Object number(Schema<?> schema, int number, boolean whole) {
    BigDecimal step = schema.getMultipleOf();
    if (step == null || step.signum() == 0) {
      step = whole ? BigDecimal.ONE : new BigDecimal("0.5");
    }
    if (whole && step.stripTrailingZeros().scale() > 0) {
      step = BigDecimal.ONE;
    }
    BigDecimal min = schema.getMinimum();
    BigDecimal max = schema.getMaximum();
    BigDecimal start =
        min != null ? min : max != null && max.signum() <= 0 ? max.subtract(step) : step;
    if (min != null
        && min.compareTo(BigDecimal.ZERO) <= 0
        && (max == null || max.compareTo(step) >= 0)) {
      start = step;
    }
    BigDecimal value = start.divide(step, 0, RoundingMode.CEILING).multiply(step);
    if (min != null
        && value.compareTo(min) == 0
        && Boolean.TRUE.equals(schema.getExclusiveMinimum())) {
      value = value.add(step);
    }
    BigDecimal other = value.add(step.multiply(BigDecimal.valueOf(number)));
    boolean over =
        max != null
            && (other.compareTo(max) > 0
                || other.compareTo(max) == 0 && Boolean.TRUE.equals(schema.getExclusiveMaximum()));
    value = over ? value : other;
    if (max != null
        && min != null
        && value.compareTo(max) >= 0
        && schema.getMultipleOf() == null
        && !whole) {
      value = min.add(max).divide(BigDecimal.valueOf(2));
    }
    return whole ? (Object) value.longValue() : value;
  }

  private Object array(Schema<?> schema, String name, int number, int depth) {
    List<@Nullable Object> items = new ArrayList<>();
    for (Schema<?> each : Schemas.all(schema.getPrefixItems())) {
      Object value = make(each, name, number, depth + 1);
      items.add(value == NOTHING ? null : value);
    }
    Schema<?> item = schema.getItems() == null ? new Schema<>() : schema.getItems();
    int min = schema.getMinItems() == null ? 0 : schema.getMinItems();
    int max = schema.getMaxItems() == null ? Integer.MAX_VALUE : schema.getMaxItems();
    int wanted = isSpare(depth) ? min : Math.max(min, 1);
    if (schema.getContains() != null) {
      int count = schema.getMinContains() == null ? 1 : schema.getMinContains();
      for (int i = 0; i < count; i++) {
        items.add(make(schema.getContains(), name, number + i, depth + 1));
      }
    }
    String one =
        name.endsWith("s") && name.length() > 1 ? name.substring(0, name.length() - 1) : name;
    boolean unique = Boolean.TRUE.equals(schema.getUniqueItems());
    for (int i = 0; items.size() < Math.min(wanted, max) && i < 5 * wanted + 20; i++) {
      Object value = make(item, one, number + i, depth + 1);
      if (value == NOTHING) {
        return min == 0 ? items : NOTHING;
      }
      if (items.isEmpty() && wanted == 1 && !strict.fits(item, value) && min == 0) {
        return items;
      }
      if (!unique || !items.contains(value)) {
        items.add(value);
      }
    }
    return items;
  }

  private boolean isSpare(int depth) {
    return depth >= MOST_DEEP || made > MOST_VALUES;
  }

  private Object object(Schema<?> schema, int number, int depth) {
    Map<String, Schema<?>> properties = Schemas.properties(schema);
    Set<String> required =
        new LinkedHashSet<>(schema.getRequired() == null ? List.of() : schema.getRequired());
    Map<String, @Nullable Object> all = members(schema, properties, required, number, depth, least);
    if (all == null) {
      return NOTHING;
    }
    if (judge.fits(schema, all)) {
      return all;
    }
    Map<String, @Nullable Object> few = members(schema, properties, required, number, depth, true);
    return few != null && judge.fits(schema, few) ? few : all;
  }

  /** Members of an object; null where a required one cannot be made. */
  private @Nullable Map<String, @Nullable Object> members(
      Schema<?> schema,
      Map<String, Schema<?>> properties,
      Set<String> required,
      int number,
      int depth,
      boolean least) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    int most = schema.getMaxProperties() == null ? Integer.MAX_VALUE : schema.getMaxProperties();
    for (Map.Entry<String, Schema<?>> each : properties.entrySet()) {
      boolean needed = required.contains(each.getKey());
      if (schemas.isWriteOnly(each.getValue())
          || !needed && (least || isSpare(depth) || all.size() + required.size() > most)) {
        continue;
      }
      Object value = make(each.getValue(), each.getKey(), number, depth + 1);
      // what fits two alternatives is given only where it has to be
      Judge judging = needed ? judge : strict;
      boolean good = value != NOTHING && judging.fits(each.getValue(), value);
      if (good) {
        all.put(each.getKey(), value);
      } else if (needed && value == NOTHING) {
        return null;
      } else if (needed) {
        all.put(each.getKey(), value);
      }
    }
    Object additional = schema.getAdditionalProperties();
    Schema<?> other = additional instanceof Schema<?> each ? each : new Schema<>().type("string");
    for (String name : required) {
      if (!properties.containsKey(name)) {
        all.put(name, make(other, name, number, depth + 1));
      }
    }
    int min = schema.getMinProperties() == null ? 0 : schema.getMinProperties();
    boolean map = additional instanceof Schema<?> && properties.isEmpty() && !isSpare(depth);
    int wanted = Math.max(min, map && !least ? 1 : 0);
    if (!Boolean.FALSE.equals(additional)) {
      for (int i = 1; all.size() < wanted; i++) {
        Object value = make(other, "member" + i, number + i - 1, depth + 1);
        if (value == NOTHING || min == 0 && !judge.fits(other, value)) {
          break;
        }
        all.put(memberName(schema, i), value);
      }
    }
    return all;
  }

  private String memberName(Schema<?> schema, int i) {
    Schema<?> names = schema.getPropertyNames();
    Object name =
        names == null ? null : new SampleText(judge).of(schemas.core(names), "member", i - 1);
    return name instanceof String text ? text : "member" + i;
  }
}
