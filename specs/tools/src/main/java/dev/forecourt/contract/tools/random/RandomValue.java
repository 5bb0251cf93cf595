package dev.forecourt.contract.tools.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.contract.tools.random.ContractSchemas.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes up values that fit a schema, with a liking for its limits. */
final class RandomValue {

  private static final int MANY_ITEMS = 3;
  private static final int LONG_TEXT = 12;
  private static final int MAX_DEPTH = 6;

  private final ContractSchemas schemas;
  private final Random random;
  private final boolean text;
  private final boolean unknownMembers;
  // how likely an optional member is there: none, some, most, all
  private final double optional;

  /**
   * Values as they stand in JSON; or, for {@code text}, in a query, a path or a form, where no
   * value can be null.
   */
  RandomValue(ContractSchemas schemas, Random random, boolean text) {
    this.schemas = schemas;
    this.random = random;
    this.text = text;
    this.optional = List.of(0.0, 0.3, 0.7, 1.0).get(random.nextInt(4));
    this.unknownMembers = !text && random.nextInt(6) == 0;
  }

  /** True for a member that may be left out, and is taken this time. */
  boolean takesOptional() {
    return random.nextDouble() < optional;
  }

  /** A value that fits. */
  JsonNode of(JsonNode schema) {
    return of(schema, 0);
  }

  private JsonNode of(JsonNode schema, int depth) {
    ObjectNode flat = schemas.flat(schema);
    Set<Type> types = schemas.types(flat);
    if (!text && types.contains(Type.NULL) && random.nextInt(8) == 0) {
      return NullNode.getInstance();
    }
    JsonNode example = flat.path("example");
    if (example.isValueNode() && !example.isNull() && random.nextInt(4) == 0) {
      return example; // the only way to meet an object that a stub has
    }
    if (flat.has("enum")) {
      return oneOf(flat.path("enum"));
    }
    List<ObjectNode> alternatives = schemas.alternatives(flat);
    if (ContractSchemas.isOneOfSeveral(flat) && !alternatives.isEmpty()) {
      if (text) {
        alternatives.removeIf(each -> schemas.types(each).equals(Set.of(Type.NULL)));
      }
      return of(alternatives.get(random.nextInt(alternatives.size())), depth);
    }
    return switch (flat.path("type").asText()) {
      case "string" -> TextNode.valueOf(string(flat));
      case "integer" -> ContractSchemas.nodes().numberNode(integer(flat));
      case "number" -> ContractSchemas.nodes().numberNode(number(flat));
      case "boolean" -> ContractSchemas.nodes().booleanNode(random.nextBoolean());
      case "array" -> array(flat, depth);
      case "object" -> object(flat, alternatives, depth);
      default -> any(depth);
    };
  }

  private JsonNode oneOf(JsonNode list) {
    JsonNode value = list.get(random.nextInt(list.size()));
    return text && value.isNull() ? oneOf(list) : value;
  }

  private String string(JsonNode flat) {
    @Nullable String pattern = flat.path("pattern").textValue();
    @Nullable String format = flat.path("format").textValue();
    String formatted = format == null ? null : RandomText.ofFormat(format, random);
    if (formatted != null) {
      return formatted;
    }
    if (pattern != null) {
      return PatternText.of(pattern, random);
    }
    int min = flat.path("minLength").asInt(0);
    int max = Math.min(flat.path("maxLength").asInt(Integer.MAX_VALUE), min + LONG_TEXT);
    // an enormous limit is left to the tests of the limit on bodies
    int most = flat.path("maxLength").asInt(0);
    return most > 0 && most <= 100 && random.nextInt(10) == 0
        ? RandomText.ofLength(most, most, random)
        : RandomText.ofLength(min, max, random);
  }

  private long integer(JsonNode flat) {
    boolean narrow = flat.path("format").asText().equals("int32");
    long min = flat.path("minimum").asLong(narrow ? Integer.MIN_VALUE : Long.MIN_VALUE);
    long max = flat.path("maximum").asLong(narrow ? Integer.MAX_VALUE : Long.MAX_VALUE);
    return switch (random.nextInt(6)) {
      case 0 -> min;
      case 1 -> max;
      case 2 -> Math.max(min, Math.min(max, random.nextInt(3)));
      case 3 -> Math.max(min, Math.min(max, random.nextLong()));
      default -> Math.max(min, Math.min(max, random.nextInt(2000)));
    };
  }

  private BigDecimal number(JsonNode flat) {
    BigDecimal min = flat.has("minimum") ? flat.path("minimum").decimalValue() : null;
    BigDecimal max = flat.has("maximum") ? flat.path("maximum").decimalValue() : null;
    if (min != null && max != null && random.nextInt(4) == 0) {
      return random.nextBoolean() ? min : max;
    }
    BigDecimal value = BigDecimal.valueOf(random.nextInt(2_000_000) - 500_000L, random.nextInt(4));
    if (min != null && value.compareTo(min) < 0) {
      return min;
    }
    return max != null && value.compareTo(max) > 0 ? max : value;
  }

  private JsonNode array(JsonNode flat, int depth) {
    int min = Math.max(flat.path("minItems").asInt(0), text ? 1 : 0);
    int max = flat.path("maxItems").asInt(Integer.MAX_VALUE);
    int size = Math.min(max, min + random.nextInt(MANY_ITEMS));
    ArrayNode out = ContractSchemas.nodes().arrayNode();
    for (int i = 0; i < size; i++) {
      out.add(of(flat.path("items"), depth + 1));
    }
    return out;
  }

  private JsonNode object(ObjectNode flat, List<ObjectNode> alternatives, int depth) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    flat.path("properties")
        .properties()
        .forEach(each -> properties.put(each.getKey(), each.getValue()));
    Set<String> required = ContractSchemas.required(flat);
    Set<String> excluded = new TreeSet<>();
    if (!alternatives.isEmpty()) {
      ObjectNode chosen = alternatives.get(random.nextInt(alternatives.size()));
      required.addAll(ContractSchemas.required(chosen));
      chosen
          .path("properties")
          .properties()
          .forEach(each -> properties.put(each.getKey(), each.getValue()));
      if (flat.has("oneOf")) {
        alternatives.forEach(each -> excluded.addAll(ContractSchemas.required(each)));
        excluded.removeAll(required);
      }
    }
    ObjectNode out = ContractSchemas.nodes().objectNode();
    properties.forEach(
        (name, schema) -> {
          boolean wanted = required.contains(name) || (depth < MAX_DEPTH && takesOptional());
          if (wanted && !excluded.contains(name) && !schemas.isNever(schema)) {
            out.set(name, of(schema, depth + 1));
          }
        });
    addOthers(flat, out, depth);
    return out;
  }

  private void addOthers(ObjectNode flat, ObjectNode out, int depth) {
    JsonNode additional = flat.path("additionalProperties");
    if (additional.isObject()) {
      int wanted = Math.max(flat.path("minProperties").asInt(0), 1 + random.nextInt(2));
      while (out.size() < wanted) {
        out.set(RandomText.ofLength(1, LONG_TEXT, random), of(additional, depth + 1));
      }
    } else if (additional.isMissingNode() && unknownMembers && random.nextBoolean()) {
      out.set("x_" + random.nextInt(1000), any(depth));
    }
  }

  /** Any JSON value. */
  private JsonNode any(int depth) {
    return switch (random.nextInt(depth < MAX_DEPTH ? 7 : 5)) {
      case 0 -> NullNode.getInstance();
      case 1 -> ContractSchemas.nodes().booleanNode(random.nextBoolean());
      case 2 -> ContractSchemas.nodes().numberNode(random.nextLong());
      case 3 -> ContractSchemas.nodes().numberNode(BigDecimal.valueOf(random.nextInt(), 3));
      case 4 -> TextNode.valueOf(RandomText.ofLength(0, LONG_TEXT, random));
      case 5 -> ContractSchemas.nodes().arrayNode().add(any(depth + 1)).add(any(depth + 1));
      default -> ContractSchemas.nodes().objectNode().set("any", any(depth + 1));
    };
  }
}
