package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.contract.tools.random.PatternText;
import dev.forecourt.verifier.check.MatchingRule;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Values that a matcher takes. None of them need be the example. */
final class Samples {
  private static final int OF_PATTERN = 25;
  private static final OffsetDateTime TIME =
      OffsetDateTime.of(2024, 2, 29, 13, 14, 15, 0, ZoneOffset.UTC);
  private static final Map<String, String> ISO =
      Map.of("date", "yyyy-MM-dd", "time", "'T'HH:mm:ss", "timestamp", "yyyy-MM-dd'T'HH:mm:ssXXX");

  private Samples() {}

  /**
   * Values that a matcher takes in place of an example; empty for a matcher that this checker does
   * not know. Matchers of lists and objects have no values but the example.
   */
  static Optional<List<JsonNode>> of(MatchingRule rule, JsonNode example) {
    JsonNode matcher = rule.matcher();
    return switch (rule.kind()) {
      case "type", "notEmpty", "min", "max" -> Optional.of(ofType(example));
      case "integer" -> Optional.of(whole());
      case "number" -> Optional.of(numbers());
      case "decimal" -> Optional.of(List.of(DoubleNode.valueOf(7.5)));
      case "boolean" -> Optional.of(List.of(BooleanNode.TRUE, BooleanNode.FALSE));
      case "null" -> Optional.of(List.of(NullNode.getInstance()));
      case "equality",
          "contentType",
          "values",
          "eachKey",
          "eachValue",
          "arrayContains",
          "array-contains",
          "each-key",
          "each-value" ->
          Optional.of(List.of(example));
      case "include" -> Optional.of(including(matcher.path("value").asText()));
      case "semver" -> Optional.of(texts("1.2.3", "10.20.30-rc.1"));
      case "regex" -> Optional.of(matching(matcher.path("regex").asText(), example));
      case "date", "time", "timestamp", "datetime" -> Optional.of(time(rule));
      case Generator.KIND -> generated(matcher);
      default -> Optional.empty();
    };
  }

  /** What a generator makes; nothing if that is the provider's matter. */
  private static Optional<List<JsonNode>> generated(JsonNode generator) {
    String format = generator.path("format").asText();
    return switch (generator.path("type").asText()) {
      case "ProviderState", "MockServerURL" -> Optional.of(List.of());
      case "RandomInt" ->
          Optional.of(
              List.of(
                  LongNode.valueOf(generator.path("min").asLong(0)),
                  LongNode.valueOf(generator.path("max").asLong(Integer.MAX_VALUE))));
      case "RandomDecimal" -> Optional.of(List.of(DoubleNode.valueOf(7.5)));
      case "RandomBoolean" -> Optional.of(List.of(BooleanNode.TRUE, BooleanNode.FALSE));
      case "RandomHexadecimal" -> Optional.of(texts("A".repeat(length(generator, "digits", 10))));
      case "RandomString" -> Optional.of(texts("x".repeat(length(generator, "size", 20))));
      case "Regex" -> Optional.of(matching(generator.path("regex").asText(), TextNode.valueOf("")));
      case "Uuid" -> Optional.of(texts(uuid(format)));
      case "Date" -> Optional.of(formatted(format.isEmpty() ? ISO.get("date") : format));
      case "Time" -> Optional.of(formatted(format.isEmpty() ? ISO.get("time") : format));
      case "DateTime" -> Optional.of(formatted(format.isEmpty() ? ISO.get("timestamp") : format));
      default -> Optional.empty();
    };
  }

  /** A pact that asks for a billion letters need not get them. */
  private static int length(JsonNode generator, String member, int otherwise) {
    return Math.min(generator.path(member).asInt(otherwise), 3000);
  }

  private static String uuid(String format) {
    String uuid = "a5e2c1d0-7b1f-4c3e-9d2a-0f1e2d3c4b5a";
    return switch (format) {
      case "simple" -> uuid.replace("-", "");
      case "upper-case-hyphenated" -> uuid.toUpperCase(Locale.ROOT);
      case "URN" -> "urn:uuid:" + uuid;
      default -> uuid;
    };
  }

  private static List<JsonNode> ofType(JsonNode example) {
    return switch (example.getNodeType()) {
      case STRING -> texts("no such value", "x".repeat(3000));
      case NUMBER -> example.isIntegralNumber() ? whole() : numbers();
      case BOOLEAN -> List.of(BooleanNode.TRUE, BooleanNode.FALSE);
      default -> List.of(example);
    };
  }

  private static List<JsonNode> whole() {
    return List.of(LongNode.valueOf(7), LongNode.valueOf(-1), LongNode.valueOf(1_000_000_007));
  }

  private static List<JsonNode> numbers() {
    List<JsonNode> all = new ArrayList<>(whole());
    all.add(DoubleNode.valueOf(7.5));
    return all;
  }

  private static List<JsonNode> including(String text) {
    return texts(text, "no " + text + " such value");
  }

  private static List<JsonNode> time(MatchingRule rule) {
    String kind = rule.kind().replace("datetime", "timestamp");
    String format = rule.matcher().path("format").asText(rule.matcher().path(kind).asText());
    return formatted(format.isEmpty() ? ISO.getOrDefault(kind, "") : format);
  }

  private static List<JsonNode> formatted(String pattern) {
    try {
      return texts(TIME.format(DateTimeFormatter.ofPattern(pattern)));
    } catch (IllegalArgumentException unknownLetters) {
      return texts();
    }
  }

  /** By a generator, and from a fixed list for patterns that it cannot read. */
  private static List<JsonNode> matching(String regex, JsonNode example) {
    List<String> all = new ArrayList<>();
    Pattern pattern = Pattern.compile(regex);
    String shown = example.asText();
    for (String each :
        List.of("", "x", "7", "no such value", shown + "x", "x" + shown, shown + shown)) {
      all.add(each);
    }
    try {
      Random random = new Random(1);
      for (int i = 0; i < OF_PATTERN; i++) {
        all.add(PatternText.of(regex, random));
      }
    } catch (IllegalArgumentException unsupported) {
      // the fixed list has to do
    }
    return all.stream()
        .filter(text -> pattern.matcher(text).matches())
        .map(text -> read(text, example))
        .toList();
  }

  /** A pattern is matched with the text of a number. */
  private static JsonNode read(String text, JsonNode example) {
    return example.isNumber() && text.matches("-?\\d{1,18}")
        ? LongNode.valueOf(Long.parseLong(text))
        : TextNode.valueOf(text);
  }

  private static List<JsonNode> texts(String... texts) {
    List<JsonNode> all = new ArrayList<>();
    for (String text : texts) {
      all.add(TextNode.valueOf(text));
    }
    return all;
  }
}
