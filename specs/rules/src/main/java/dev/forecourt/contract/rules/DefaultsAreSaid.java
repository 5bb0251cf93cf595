package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A default stands in the description as well, so that people read it and a slip in one of the two
 * shows.
 */
final class DefaultsAreSaid implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    return contract.values().stream()
        .filter(value -> value.schema().has("default") && !isSaid(value))
        .map(
            value ->
                new Violation(
                    value.file(),
                    value.place(),
                    "does not say its default " + value.schema().path("default"),
                    "description: \"… Default 10.\""))
        .toList();
  }

  private static boolean isSaid(Contract.Value value) {
    String words = value.description().toLowerCase(Locale.ROOT);
    JsonNode given = value.schema().path("default");
    Stream<JsonNode> each =
        given.isArray() ? StreamSupport.stream(given.spliterator(), false) : Stream.of(given);
    return each.allMatch(single -> words.matches("(?s).*\\bdefault\\b.*" + spelled(single) + ".*"));
  }

  private static String spelled(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "\\b(true|yes)\\b" : "\\b(false|no)\\b";
    }
    return "(?<!\\w)" + Pattern.quote(value.asText().toLowerCase(Locale.ROOT)) + "(?!\\w)";
  }
}
