package dev.forecourt.contract.tools.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.contract.tools.random.ContractSchemas.Type;
import dev.forecourt.contract.tools.random.Defect.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** All the ways in which a value that fits its schema can be broken in one place. */
final class ValueDefects {

  // longer ones meet the limit on bodies first
  private static final int LONGEST = 10_000;
  private static final int ITEMS_LOOKED_AT = 2;
  private static final List<String> ODD_TEXTS =
      List.of("abc", "1.5", "", "1e2", "0x1F", " 7", "--1", "١٢", "yes", "TRUE", "2", "??|5");

  private final ContractSchemas schemas;
  private final RandomValue values;
  private final Random random;
  private final boolean text;
  private final List<ValueDefect> found = new ArrayList<>();

  private ValueDefects(ContractSchemas schemas, Random random, boolean text) {
    this.schemas = schemas;
    this.values = new RandomValue(schemas, random, text);
    this.random = random;
    this.text = text;
  }

  /** A broken value in the place of the right one. */
  record ValueDefect(Defect defect, Supplier<JsonNode> value) {}

  /** What can be broken; {@code text}: the value stands in a query, a path or a form. */
  static List<ValueDefect> of(
      ContractSchemas schemas,
      Random random,
      boolean text,
      JsonNode schema,
      JsonNode value,
      String place) {
    ValueDefects defects = new ValueDefects(schemas, random, text);
    defects.collect(schema, value, place, UnaryOperator.identity());
    return defects.found;
  }

  private void collect(
      JsonNode schema, JsonNode value, String place, UnaryOperator<JsonNode> into) {
    ObjectNode flat = schemas.flat(schema);
    Set<Type> types = schemas.types(flat);
    if (!text && !types.contains(Type.NULL)) {
      add(Rule.NULL, place, into, NullNode.getInstance());
    }
    if (text) {
      collectText(flat, value, place, into);
    } else {
      oddValues().stream()
          .filter(each -> !types.contains(ContractSchemas.type(each)))
          .forEach(each -> add(Rule.WRONG_TYPE, place, into, each));
    }
    if (value.isNull()) {
      return;
    }
    if (value.isArray()) {
      collectArray(items(flat), flat, (ArrayNode) value, place, into);
    } else if (value.isObject()) {
      new ObjectDefects(flat, (ObjectNode) value, place, into).collect();
    } else {
      collectScalar(flat, value, place, into);
    }
  }

  /** The schema of items, where one of several alternatives may be the array. */
  private JsonNode items(ObjectNode flat) {
    if (flat.has("items")) {
      return flat.path("items");
    }
    return schemas.alternatives(flat).stream()
        .map(each -> each.path("items"))
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(ContractSchemas.nodes().objectNode());
  }

  private static List<JsonNode> oddValues() {
    return List.of(
        TextNode.valueOf("odd"),
        TextNode.valueOf("7"),
        ContractSchemas.nodes().numberNode(999_983),
        DecimalNode.valueOf(new BigDecimal("1.5")),
        DecimalNode.valueOf(new BigDecimal("1.0")),
        DecimalNode.valueOf(new BigDecimal("1E+2")),
        ContractSchemas.nodes().booleanNode(true),
        ContractSchemas.nodes().arrayNode(),
        ContractSchemas.nodes().objectNode());
  }

  /** Text that cannot be read as what is wanted. */
  private void collectText(
      ObjectNode flat, JsonNode value, String place, UnaryOperator<JsonNode> into) {
    if (value.isContainerNode() || flat.has("enum") || flat.has("pattern")) {
      return;
    }
    for (String each : ODD_TEXTS) {
      if (!schemas.fits(flat, TextNode.valueOf(each), true) && isPossible(each, place)) {
        add(Rule.WRONG_TYPE, place, into, TextNode.valueOf(each));
      }
    }
  }

  /** No segment of a path is empty, and a header takes visible ASCII, without spaces around it. */
  private static boolean isPossible(String text, String place) {
    return place.startsWith("header ")
        ? text.equals(text.strip()) && text.chars().allMatch(each -> each >= ' ' && each < 127)
        : !(text.isEmpty() && place.startsWith("path "));
  }

  private void collectScalar(
      ObjectNode flat, JsonNode value, String place, UnaryOperator<JsonNode> into) {
    collectListed(flat, value, place, into);
    if (flat.has("minimum")) {
      BigDecimal below = flat.path("minimum").decimalValue().subtract(BigDecimal.ONE);
      add(Rule.BELOW_MINIMUM, place, into, number(flat, below));
    }
    if (flat.has("maximum")) {
      BigDecimal above = flat.path("maximum").decimalValue().add(BigDecimal.ONE);
      add(Rule.ABOVE_MAXIMUM, place, into, number(flat, above));
    }
    if (flat.path("type").asText().equals("integer") && !flat.has("enum")) {
      collectWide(flat, place, into);
    }
    int min = flat.path("minLength").asInt(0);
    if (min > 0 && isPossible("", place)) {
      add(Rule.TOO_SHORT, place, into, TextNode.valueOf(RandomText.ofLength(0, min - 1, random)));
    }
    int max = flat.path("maxLength").asInt(LONGEST);
    if (max < LONGEST) {
      String longer = RandomText.ofLength(max + 1, max + 5, random);
      add(Rule.TOO_LONG, place, into, TextNode.valueOf(longer));
    }
    if (flat.has("pattern")) {
      for (String each : List.of("", "x", value.asText() + "!", "é" + value.asText(), "99|9")) {
        if (!schemas.fits(flat, TextNode.valueOf(each), text) && isPossible(each, place)) {
          add(Rule.BAD_PATTERN, place, into, TextNode.valueOf(each));
        }
      }
    }
    RandomText.notOfFormat(flat.path("format").asText())
        .forEach(each -> add(Rule.BAD_FORMAT, place, into, TextNode.valueOf(each)));
  }

  private void collectListed(
      ObjectNode flat, JsonNode value, String place, UnaryOperator<JsonNode> into) {
    boolean listed =
        flat.has("enum") || schemas.alternatives(flat).stream().anyMatch(each -> each.has("enum"));
    if (!listed) {
      return;
    }
    List<JsonNode> candidates = new ArrayList<>();
    if (value.isTextual() || text) {
      candidates.add(TextNode.valueOf(value.asText() + "x"));
      candidates.add(TextNode.valueOf("no_such_value"));
      candidates.add(TextNode.valueOf(""));
    } else if (value.isNumber()) {
      candidates.add(ContractSchemas.nodes().numberNode(999_983));
      candidates.add(ContractSchemas.nodes().numberNode(-1));
    } else {
      candidates.add(ContractSchemas.nodes().booleanNode(!value.asBoolean()));
    }
    candidates.stream()
        .filter(each -> !schemas.fits(flat, each, text) && isPossible(each.asText(), place))
        .forEach(each -> add(Rule.NOT_IN_ENUM, place, into, each));
  }

  private void collectWide(ObjectNode flat, String place, UnaryOperator<JsonNode> into) {
    boolean narrow = flat.path("format").asText().equals("int32");
    if (!flat.has("maximum")) {
      add(
          Rule.TOO_WIDE,
          place,
          into,
          number(flat, new BigDecimal(narrow ? "2147483648" : "9223372036854775808")));
    }
    if (!flat.has("minimum")) {
      add(
          Rule.TOO_WIDE,
          place,
          into,
          number(flat, new BigDecimal(narrow ? "-2147483649" : "-9223372036854775809")));
    }
  }

  private JsonNode number(ObjectNode flat, BigDecimal value) {
    if (text) {
      return TextNode.valueOf(value.toPlainString());
    }
    return flat.path("type").asText().equals("integer")
        ? ContractSchemas.nodes().numberNode(value.toBigIntegerExact())
        : ContractSchemas.nodes().numberNode(value);
  }

  private void collectArray(
      JsonNode items,
      ObjectNode flat,
      ArrayNode value,
      String place,
      UnaryOperator<JsonNode> into) {
    for (int i = 0; i < Math.min(ITEMS_LOOKED_AT, value.size()); i++) {
      int index = i;
      collect(
          items,
          value.get(i),
          text ? place : place + "[" + i + "]",
          child -> {
            ArrayNode copy = value.deepCopy();
            copy.set(index, child);
            return into.apply(copy);
          });
    }
    if (flat.has("maxItems")) {
      add(
          Rule.TOO_MANY,
          place,
          "more than " + flat.path("maxItems").asInt(),
          () -> {
            ArrayNode copy = value.deepCopy();
            JsonNode one = copy.isEmpty() ? values.of(items) : copy.get(0);
            while (copy.size() <= flat.path("maxItems").asInt()) {
              copy.add(one.deepCopy());
            }
            return into.apply(copy);
          });
    }
  }

  private void add(Rule rule, String place, UnaryOperator<JsonNode> into, JsonNode broken) {
    String shown = broken.isTextual() ? broken.textValue() : broken.toString();
    add(rule, place, shown, () -> into.apply(broken));
  }

  private void add(Rule rule, String place, String shown, Supplier<JsonNode> value) {
    found.add(new ValueDefect(new Defect(rule, place, shown), value));
  }

  /** What can be broken about the members of one object. */
  private final class ObjectDefects {
    private final ObjectNode flat;
    private final ObjectNode object;
    private final String place;
    private final UnaryOperator<JsonNode> into;
    private final List<ObjectNode> alternatives;

    ObjectDefects(ObjectNode flat, ObjectNode object, String place, UnaryOperator<JsonNode> into) {
      this.flat = flat;
      this.object = object;
      this.place = place;
      this.into = into;
      this.alternatives = schemas.alternatives(flat);
    }

    void collect() {
      for (String name : ContractSchemas.required(flat)) {
        change(Rule.MISSING, member(name), copy -> copy.remove(name));
      }
      object.properties().forEach(each -> collectMember(each.getKey(), each.getValue()));
      if (flat.path("additionalProperties").isBoolean()
          && !flat.path("additionalProperties").asBoolean()) {
        change(Rule.UNKNOWN, member("noSuchMember"), copy -> copy.put("noSuchMember", "1"));
      }
      if (flat.path("minProperties").asInt(0) > 0) {
        change(Rule.TOO_FEW, place, ObjectNode::removeAll);
      }
      collectAlternatives();
    }

    private String member(String name) {
      if (place.equals("form")) {
        return "form " + name;
      }
      return text ? place + "[" + name + "]" : place + "." + name;
    }

    private void collectMember(String name, JsonNode value) {
      JsonNode schema = flat.path("properties").path(name);
      if (schema.isMissingNode()) {
        schema = alternativeMember(name);
      }
      if (schema.isMissingNode() && flat.path("additionalProperties").isObject()) {
        schema = flat.path("additionalProperties");
      }
      if (schema.isObject() && !schemas.isNever(schema)) {
        ValueDefects.this.collect(
            schema,
            value,
            member(name),
            child -> {
              ObjectNode copy = object.deepCopy();
              copy.set(name, child);
              return into.apply(copy);
            });
      }
    }

    /** The schema of a member that only one alternative knows; none if another one fits as well. */
    private JsonNode alternativeMember(String name) {
      List<ObjectNode> fitting =
          alternatives.stream().filter(each -> schemas.isPresentIn(each, object)).toList();
      return fitting.size() == 1
          ? fitting.get(0).path("properties").path(name)
          : flat.path("no such member");
    }

    private void collectAlternatives() {
      if (alternatives.isEmpty()) {
        return;
      }
      Set<String> all = new TreeSet<>();
      alternatives.forEach(each -> all.addAll(ContractSchemas.required(each)));
      tryWithout(all);
      all.forEach(each -> tryWithout(Set.of(each)));
      if (flat.has("oneOf")) {
        all.stream()
            .filter(each -> !object.has(each))
            .forEach(
                each ->
                    change(
                        Rule.TWO_ALTERNATIVES,
                        member(each),
                        copy -> copy.set(each, values.of(flat.path("properties").path(each)))));
      }
    }

    private void tryWithout(Set<String> names) {
      ObjectNode less = object.deepCopy();
      less.remove(names);
      boolean otherwiseRight = ContractSchemas.required(flat).stream().allMatch(less::has);
      if (otherwiseRight
          && alternatives.stream().noneMatch(each -> schemas.isPresentIn(each, less))) {
        String without = String.join(",", names).toLowerCase(Locale.ROOT);
        add(Rule.NO_ALTERNATIVE, place + " without " + without, into, less);
      }
    }

    private void change(Rule rule, String where, UnaryMember change) {
      add(
          rule,
          where,
          "",
          () -> {
            ObjectNode copy = object.deepCopy();
            change.apply(copy);
            return into.apply(copy);
          });
    }
  }

  /** Changes an object in place. */
  private interface UnaryMember {
    Object apply(ObjectNode object);
  }
}
