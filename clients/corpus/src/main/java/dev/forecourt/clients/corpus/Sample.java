package dev.forecourt.clients.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes a value of a schema, with all of its members; the same each time. */
final class Sample {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_DEEP = 6;
  private static final BigDecimal FEWER = new BigDecimal("16777217.25");
  private static final List<String> TEXTS =
      List.of(
          "a b/c&d=e%f+g",
          "text",
          "TEXT",
          "1",
          "12345",
          "a1",
          "AB",
          "ABC",
          "2026-01-31",
          "2026-01-31T10:00:00Z",
          "10:00",
          "10:00:00",
          "+491701234567",
          "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a",
          "1.5",
          "a@example.com",
          "https://example.com/a",
          "DE",
          "en-US",
          "#ffffff",
          "true",
          "x_1",
          "");

  private final JsonNode root;
  private final String left;
  private final Deque<String> within = new ArrayDeque<>();

  /**
   * Samples of a contract.
   *
   * @param left members with this word are left out: {@code readOnly} in requests, {@code
   *     writeOnly} in answers
   */
  Sample(JsonNode root, String left) {
    this.root = root;
    this.left = left;
  }

  JsonNode of(JsonNode schema) {
    within.clear();
    JsonNode made = make(schema, 0);
    return made == null ? NODES.objectNode() : made;
  }

  /** What a reference leads to, or the node itself. */
  static JsonNode resolved(JsonNode root, JsonNode node) {
    JsonNode at = node;
    for (int i = 0; i < 20 && at.path("$ref").isTextual(); i++) {
      at = root.at(at.path("$ref").asText().substring(1).replace("%7B", "{").replace("%7D", "}"));
    }
    return at;
  }

  /** Null where it holds itself. */
  private JsonNode make(JsonNode schema, int depth) {
    String reference = schema.path("$ref").asText("");
    if (reference.isEmpty()) {
      return plain(schema, depth);
    }
    if (within.contains(reference) || depth > 3 * MOST_DEEP) {
      return null;
    }
    within.push(reference);
    try {
      return plain(resolved(root, schema), depth);
    } finally {
      within.pop();
    }
  }

  private JsonNode plain(JsonNode schema, int depth) {
    if (schema.path("const").isValueNode()) {
      return schema.path("const");
    }
    for (JsonNode each : schema.path("enum")) {
      return each;
    }
    for (String word : List.of("oneOf", "anyOf")) {
      for (JsonNode each : schema.path(word)) {
        ObjectNode rest = schema.deepCopy();
        rest.remove(word);
        JsonNode chosen = make(each, depth + 1);
        if (chosen != null && !chosen.isNull()) {
          return joined(chosen, rest, each, schema, depth);
        }
      }
    }
    if (schema.has("allOf")) {
      return all(schema, depth);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> NODES.textNode(text(schema));
      case "integer", "number" -> number(schema);
      case "boolean" -> NODES.booleanNode(true);
      case "null" -> NODES.nullNode();
      default -> NODES.objectNode();
    };
  }

  /** The chosen alternative, the members beside it, and the discriminator that says which it is. */
  private JsonNode joined(
      JsonNode chosen, ObjectNode rest, JsonNode alternative, JsonNode schema, int depth) {
    if (!chosen.isObject()) {
      return chosen;
    }
    ObjectNode all = NODES.objectNode();
    if (rest.has("properties") || rest.has("allOf")) {
      JsonNode beside = plain(rest, depth);
      if (beside instanceof ObjectNode object) {
        all.setAll(object);
      }
    }
    all.setAll((ObjectNode) chosen);
    String member = schema.path("discriminator").path("propertyName").asText("");
    String reference = alternative.path("$ref").asText("");
    if (!member.isEmpty() && !reference.isEmpty()) {
      all.put(member, reference.substring(reference.lastIndexOf('/') + 1));
      schema
          .path("discriminator")
          .path("mapping")
          .properties()
          .forEach(
              each -> {
                String to = each.getValue().asText();
                if (to.equals(reference) || reference.endsWith("/" + to)) {
                  all.put(member, each.getKey());
                }
              });
    }
    return all;
  }

  private JsonNode all(JsonNode schema, int depth) {
    ObjectNode members = NODES.objectNode();
    JsonNode value = null;
    for (JsonNode part : schema.path("allOf")) {
      JsonNode made = make(part, depth + 1);
      if (made instanceof ObjectNode object) {
        members.setAll(object);
      } else if (made != null) {
        value = made;
      }
    }
    if (value != null && members.isEmpty()) {
      return value.isTextual() ? NODES.textNode(text(joined(schema))) : value;
    }
    ObjectNode rest = schema.deepCopy();
    rest.remove("allOf");
    if (type(rest).equals("object")) {
      members.setAll((ObjectNode) object(rest, depth));
    }
    return members;
  }

  /** The rules of all parts, as far as no part says another thing. */
  private ObjectNode joined(JsonNode schema) {
    ObjectNode rules = NODES.objectNode();
    for (JsonNode part : schema.path("allOf")) {
      JsonNode of = resolved(root, part);
      rules.setAll(of.has("allOf") ? joined(of) : (ObjectNode) of);
    }
    ObjectNode own = schema.deepCopy();
    own.remove("allOf");
    rules.setAll(own);
    return rules;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (!each.asText().equals("null")) {
          return each.asText();
        }
      }
      return "null";
    }
    if (type.isTextual()) {
      return type.asText();
    }
    if (schema.has("properties") || schema.path("additionalProperties").isObject()) {
      return "object";
    }
    boolean text = schema.has("pattern") || schema.has("format");
    return schema.has("items") ? "array" : text ? "string" : "";
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    Set<String> required = new LinkedHashSet<>();
    schema.path("required").forEach(each -> required.add(each.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              boolean needed = required.contains(each.getKey());
              boolean not = resolved(root, each.getValue()).path(left).asBoolean();
              JsonNode made =
                  not || depth > MOST_DEEP && !needed ? null : make(each.getValue(), depth + 1);
              if (made != null) {
                object.set(each.getKey(), made);
              }
            });
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject() && object.isEmpty() && depth <= MOST_DEEP) {
      JsonNode made = make(others, depth + 1);
      if (made != null) {
        object.set("any", made);
      }
    }
    return object;
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < Math.max(1, Math.min(20, schema.path("minItems").asInt(1))); i++) {
      JsonNode made = make(schema.path("items"), depth + 1);
      if (made != null) {
        array.add(made);
      }
    }
    return array;
  }

  private static JsonNode number(JsonNode schema) {
    for (String word : List.of("example", "default", "minimum")) {
      if (schema.path(word).isNumber() && fits(schema, schema.path(word).asDouble())) {
        return schema.path(word);
      }
    }
    // more digits than a double or an int has
    for (BigDecimal each : List.of(new BigDecimal("9007199254740993.25"), FEWER)) {
      BigDecimal whole = each.setScale(0, RoundingMode.DOWN);
      boolean narrow = schema.path("format").asText("").matches("int32|float|double");
      BigDecimal value = type(schema).equals("integer") ? whole : each;
      if (!narrow && fits(schema, value.doubleValue())) {
        return NODES.numberNode(value);
      }
    }
    double exclusive = schema.path("exclusiveMinimum").asDouble(0);
    long value = 1 + (long) Math.max(exclusive, schema.path("minimum").asDouble(0));
    if (!fits(schema, value)) {
      value = schema.path("maximum").asLong();
    }
    return NODES.numberNode(value);
  }

  private static boolean fits(JsonNode schema, double value) {
    double step = schema.path("multipleOf").asDouble(0);
    return value >= schema.path("minimum").asDouble(-1e300)
        && value <= schema.path("maximum").asDouble(1e300)
        && (step == 0 || value % step == 0)
        && !(schema.path("exclusiveMinimum").asBoolean()
            && value == schema.path("minimum").asDouble());
  }

  private static String text(JsonNode schema) {
    switch (schema.path("format").asText("")) {
      case "date":
        return "2026-01-31";
      case "date-time":
        return "2026-01-31T10:00:00Z";
      case "uuid":
        return "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a";
      case "email":
        return "a@example.com";
      case "uri", "url":
        return "https://example.com/a";
      case "byte":
        return "AQ==";
      default:
    }
    for (String word : List.of("example", "default")) {
      if (schema.path(word).isTextual() && fits(schema, schema.path(word).asText())) {
        return schema.path(word).asText();
      }
    }
    for (JsonNode each : schema.path("examples")) {
      if (each.isTextual() && fits(schema, each.asText())) {
        return each.asText();
      }
    }
    for (String each : TEXTS) {
      if (fits(schema, each)) {
        return each;
      }
    }
    String generated = generated(schema);
    if (fits(schema, generated)) {
      return generated;
    }
    return "x".repeat(Math.max(1, Math.min(10_000, schema.path("minLength").asInt())));
  }

  private static String generated(JsonNode schema) {
    try {
      return schema.has("pattern")
          ? new RgxGen(schema.path("pattern").asText()).generate(new Random(1))
          : "";
    } catch (RuntimeException e) {
      return ""; // what that library does not know
    }
  }

  private static boolean fits(JsonNode schema, String text) {
    if (text.length() < schema.path("minLength").asInt()
        || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
      return false;
    }
    try {
      return !schema.has("pattern")
          || Pattern.compile(schema.path("pattern").asText()).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return true;
    }
  }
}
