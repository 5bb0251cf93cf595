package dev.forecourt.contracttests.generated;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a contract says of a text, as one regular expression that matches the whole of it. */
final class TextPatterns {

  /** As tight as the format, or of the form that the verifier takes for it. */
  private static final Map<String, String> BY_FORMAT =
      Map.ofEntries(
          Map.entry("date", "\\d{4}-\\d{2}-\\d{2}"),
          Map.entry(
              "date-time",
              "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})"),
          Map.entry("duration", "P\\d+D|P\\d+W|P(\\d+D)?T\\d+[HMS]|P\\d+[YM]"),
          Map.entry("email", "[^@\\s]+@[^@\\s]+"),
          Map.entry("hostname", "[a-z0-9]+(\\.[a-z0-9]+)*"),
          Map.entry("ipv4", "(1?\\d?\\d|2[0-4]\\d)(\\.(1?\\d?\\d|2[0-4]\\d)){3}"),
          Map.entry(
              "time",
              "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)"),
          Map.entry("uri", "[a-zA-Z][a-zA-Z0-9+.-]*:\\S+"),
          Map.entry("uuid", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"));

  private static final String ANY = "";
  private static final String ANYTHING = "[\\s\\S]*";

  private final ContractTree contract;
  private final boolean bounds;

  private TextPatterns(ContractTree contract, boolean bounds) {
    this.contract = contract;
    this.bounds = bounds;
  }

  /** For texts that are sent: their lengths count. */
  static TextPatterns ofRequests(ContractTree contract) {
    return new TextPatterns(contract, true);
  }

  /** For texts that are read: their lengths are the vendor's matter. */
  static TextPatterns ofAnswers(ContractTree contract) {
    return new TextPatterns(contract, false);
  }

  /** Of texts that one of several schemas allows; empty if one of them allows any. */
  Optional<String> of(List<Spot> schemas) {
    return one(schemas.stream().map(this::of).toList()).map(each -> "^(" + each + ")$");
  }

  /** Of the texts of a parameter; empty if no pattern says what the contract says of its value. */
  Optional<String> ofParameter(Spot schema) {
    Spot here = contract.meant(schema);
    for (String keyword : List.of("allOf", "anyOf", "oneOf", "minimum", "maximum", "multipleOf")) {
      if (here.node().has(keyword)) {
        return Optional.empty();
      }
    }
    return switch (here.text("type")) {
      case "string" -> Optional.of(of(List.of(here)).orElse(".+"));
      case "integer" ->
          values(here.node()).isEmpty() ? Optional.of("-?\\d{1,9}") : of(List.of(here));
      default -> Optional.empty();
    };
  }

  /** Of a media type with or without parameters. */
  static String type(String mediaType) {
    return literal(mediaType.replaceFirst(";.*", "").strip()) + "(;.*)?";
  }

  private static Optional<String> one(List<String> alternatives) {
    return alternatives.isEmpty() || alternatives.contains(ANY)
        ? Optional.empty()
        : Optional.of(alternatives.stream().distinct().collect(Collectors.joining("|")));
  }

  private String of(Spot schema) {
    Spot here = contract.meant(schema);
    List<String> all = new ArrayList<>();
    add(all, values(here.node()));
    add(all, format(here.text("format")));
    add(all, pattern(here.node().path("pattern")));
    add(all, bounds ? length(here.node()) : ANY);
    for (int i = 0; i < here.node().path("allOf").size(); i++) {
      add(all, of(here.to("allOf", String.valueOf(i))));
    }
    add(all, choice(here, "anyOf"));
    add(all, choice(here, "oneOf"));
    return joined(all);
  }

  private static void add(List<String> all, String pattern) {
    if (!pattern.equals(ANY)) {
      all.add(pattern);
    }
  }

  /** A text that all of them match. */
  private static String joined(List<String> all) {
    if (all.size() < 2) {
      return all.isEmpty() ? ANY : all.get(0);
    }
    String last = all.remove(all.size() - 1);
    return all.stream().map(each -> "(?=(?:" + each + ")$)").collect(Collectors.joining())
        + "(?:"
        + last
        + ")";
  }

  private String choice(Spot schema, String keyword) {
    List<String> alternatives = new ArrayList<>();
    for (int i = 0; i < schema.node().path(keyword).size(); i++) {
      Spot each = contract.meant(schema.to(keyword, String.valueOf(i)));
      if (allowsText(each.node().path("type"))) {
        alternatives.add(of(each));
      }
    }
    return one(alternatives).map(each -> "(?:" + each + ")").orElse(ANY);
  }

  private static boolean allowsText(JsonNode type) {
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (each.asText().equals("string")) {
          return true;
        }
      }
      return false;
    }
    return type.isMissingNode() || type.asText().equals("string");
  }

  private static String values(JsonNode schema) {
    if (schema.has("const")) {
      return literal(schema.get("const").asText());
    }
    List<String> values = new ArrayList<>();
    schema
        .path("enum")
        .forEach(
            each -> {
              if (!each.isNull()) {
                values.add(literal(each.asText()));
              }
            });
    return String.join("|", values);
  }

  /** Readable, and the same in every dialect, as {@code Pattern.quote} is not. */
  static String literal(String text) {
    return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
  }

  private static String format(String format) {
    return Objects.requireNonNullElse(BY_FORMAT.get(format), ANY);
  }

  /** A pattern is searched for, while a pact's matches the whole text. */
  private static String pattern(JsonNode pattern) {
    if (!pattern.isTextual()) {
      return ANY;
    }
    String text = pattern.textValue();
    boolean whole = text.matches("\\^[^|]*[^\\\\|]\\$");
    try {
      EcmaPattern.compile(text);
      return whole
          ? text.substring(1, text.length() - 1)
          : ANYTHING + "(?:" + EcmaPattern.toJava(text) + ")" + ANYTHING;
    } catch (UnreadablePattern e) {
      return ANY;
    }
  }

  private static String length(JsonNode schema) {
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(-1);
    return least == 0 && most < 0 ? ANY : ".{" + least + "," + (most < 0 ? "" : most) + "}";
  }
}
