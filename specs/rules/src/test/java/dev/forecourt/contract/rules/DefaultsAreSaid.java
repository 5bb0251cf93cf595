package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A default stands in the description as well, so that people read it and a slip in one of the two
 * shows.
 */
final class DefaultsAreSaid implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    List<Violation> found = new ArrayList<>();
    contract
        .components("schemas")
        .forEach(
            (name, file) ->
                contract
                    .read(file)
                    .path("properties")
                    .properties()
                    .forEach(
                        p ->
                            check(
                                found,
                                contract.label(file),
                                name + "." + p.getKey(),
                                p.getValue().path("default"),
                                p.getValue())));
    contract
        .components("parameters")
        .forEach(
            (name, file) -> {
              JsonNode parameter = contract.read(file);
              check(
                  found,
                  contract.label(file),
                  name,
                  parameter.path("schema").path("default"),
                  parameter);
            });
    return found;
  }

  private static void check(
      List<Violation> found, String file, String place, JsonNode value, JsonNode described) {
    if (value.isMissingNode()) {
      return;
    }
    String words = described.path("description").asText().toLowerCase(Locale.ROOT);
    boolean said =
        (value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                : java.util.stream.Stream.of(value))
            .allMatch(single -> words.matches("(?s).*\\bdefault\\b.*" + spelled(single) + ".*"));
    if (!said) {
      found.add(
          new Violation(
              file, place, "does not say its default " + value, "description: \"… Default 10.\""));
    }
  }

  private static String spelled(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "\\b(true|yes)\\b" : "\\b(false|no)\\b";
    }
    return "(?<![\\w])" + Pattern.quote(value.asText().toLowerCase(Locale.ROOT)) + "(?![\\w])";
  }
}
