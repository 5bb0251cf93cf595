package dev.forecourt.runtime.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.forecourt.contract.patterns.EcmaPattern;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values on both sides of each bound that a contract sets to one member or parameter, with what
 * they are. All other bounds of the same value hold.
 */
final class Bounds {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Two chars of Java, one character of JSON. */
  private static final String CHARACTER = "\uD83D\uDE97";

  /** A parser takes 20 million chars. */
  private static final int MANY = 1_000_000;

  private final Map<String, JsonNode> inside = new LinkedHashMap<>();
  private final Map<String, JsonNode> outside = new LinkedHashMap<>();
  private final JsonNode example;

  private Bounds(JsonNode example) {
    this.example = example;
  }

  /** Of a property or the schema of a parameter; the example is one that the contract takes. */
  static Bounds of(Schemas schemas, JsonNode property, JsonNode example) {
    Bounds bounds = new Bounds(example);
    Stream.of(property, schemas.resolved(property)).distinct().forEach(bounds::add);
    property.path("anyOf").forEach(part -> bounds.add(schemas.resolved(part)));
    property.path("anyOf").forEach(part -> bounds.take(schemas.resolved(part)));
    JsonNode items = schemas.resolved(property).path("items");
    if (schemas.resolved(items).has("enum") && !property.path("x-checked-later").asBoolean()) {
      bounds.addElements(schemas.resolved(items).get("enum"));
    }
    return bounds;
  }

  Map<String, JsonNode> inside() {
    return inside;
  }

  Map<String, JsonNode> outside() {
    return outside;
  }

  private void add(JsonNode schema) {
    boolean judgedLater = schema.path("x-checked-later").asBoolean();
    if (schema.has("enum") && !judgedLater) {
      schema.get("enum").forEach(value -> inside.put("listed " + value, value));
      if (!schema.get("enum").path(0).isNull()) {
        outside.put("not listed", unlisted(schema.get("enum").get(0)));
      }
    }
    if (schema.has("minLength")) {
      int least = schema.get("minLength").asInt();
      inside.put("shortest", text(least));
      outside.put("too short", text(least - 1));
    }
    if (schema.has("maxLength")) {
      int most = schema.get("maxLength").asInt();
      inside.put("longest", text(most));
      outside.put("too long", text(most + 1));
    }
    addNumbers(schema);
    addSizes(schema);
    if (schema.has("pattern")) {
      addTexts(schema.get("pattern").asText());
    }
  }

  /** What one alternative refuses may be a text that another takes. */
  private void take(JsonNode alternative) {
    if (alternative.has("pattern") && !alternative.has("enum")) {
      Pattern java = EcmaPattern.compile(alternative.get("pattern").asText());
      outside
          .values()
          .removeIf(value -> value.isTextual() && java.matcher(value.textValue()).find());
    }
  }

  private void addNumbers(JsonNode schema) {
    BigDecimal step =
        schema.path("type").asText().equals("integer") ? BigDecimal.ONE : new BigDecimal("0.001");
    if (schema.has("minimum")) {
      inside.put("least", JSON.numberNode(schema.get("minimum").decimalValue()));
      outside.put("below", JSON.numberNode(schema.get("minimum").decimalValue().subtract(step)));
    }
    if (schema.has("maximum")) {
      inside.put("most", JSON.numberNode(schema.get("maximum").decimalValue()));
      outside.put("above", JSON.numberNode(schema.get("maximum").decimalValue().add(step)));
    }
  }

  private void addSizes(JsonNode schema) {
    if (schema.has("maxItems")) {
      inside.put("as many as may be", elements(schema.get("maxItems").asInt()));
      outside.put("one too many", elements(schema.get("maxItems").asInt() + 1));
    }
    if (schema.has("minItems")) {
      inside.put("as few as may be", elements(schema.get("minItems").asInt()));
      outside.put("one too few", elements(schema.get("minItems").asInt() - 1));
    }
    if (schema.has("minProperties")) {
      // only 1 occurs
      outside.put("empty object", JSON.objectNode());
    }
  }

  private void addElements(JsonNode listed) {
    ArrayNode all = JSON.arrayNode().addAll((ArrayNode) listed);
    inside.put("all that is listed", all);
    outside.put("an element not listed", all.deepCopy().add(unlisted(listed.get(0))));
  }

  private void addTexts(String pattern) {
    Pattern java = EcmaPattern.compile(pattern);
    String sample = example.asText();
    Stream.of(
            "",
            " ",
            "x",
            sample,
            sample + "\n",
            "\n" + sample,
            sample + "x",
            sample.repeat(2),
            "~|" + sample)
        .forEach(
            text ->
                (java.matcher(text).find() ? inside : outside)
                    .put("the text " + JSON.textNode(text), JSON.textNode(text)));
  }

  private static JsonNode unlisted(JsonNode listed) {
    return listed.isBoolean()
        ? JSON.booleanNode(!listed.booleanValue())
        : listed.isNumber() ? JSON.numberNode(987654) : JSON.textNode(listed.asText() + "-not");
  }

  private JsonNode text(int characters) {
    return JSON.textNode((characters < MANY ? CHARACTER : "x").repeat(characters));
  }

  private JsonNode elements(int count) {
    ArrayNode elements = JSON.arrayNode();
    for (int i = 0; i < count; i++) {
      elements.add(example.has(0) ? example.get(0) : JSON.objectNode());
    }
    return elements;
  }
}
