package dev.forecourt.contract.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which credentials open an operation: alternatives, each of which may need several. Written {@code
 * header Authorization or query api_key}, {@code header A and header B}, {@code bearer}, {@code
 * none}.
 */
final class Credentials {
  private static final Set<Set<String>> OPEN = Set.of();
  private static final Pattern WORD = Pattern.compile("(header|query|cookie) \\S+|bearer|basic");

  private Credentials() {}

  static Set<Set<String>> parse(String cell) {
    if (cell.equals(InventoryLine.NONE)) {
      return OPEN;
    }
    Set<Set<String>> alternatives = new LinkedHashSet<>();
    for (String alternative : cell.split(" or ")) {
      Set<String> together = new TreeSet<>(Set.of(alternative.split(" and ")));
      if (!together.stream().allMatch(each -> WORD.matcher(each).matches())) {
        throw new IllegalArgumentException(
            "'%s' names no credentials; there are 'header X', 'query X', 'cookie X', 'bearer', 'basic', 'none'"
                .formatted(alternative));
      }
      alternatives.add(together);
    }
    return alternatives;
  }

  static Set<Set<String>> of(JsonNode contract, JsonNode security) {
    Set<Set<String>> alternatives = new LinkedHashSet<>();
    for (JsonNode requirement : security) {
      Set<String> together = new TreeSet<>();
      requirement.fieldNames().forEachRemaining(name -> together.add(spelled(contract, name)));
      alternatives.add(together);
    }
    return alternatives;
  }

  /** As an inventory writes it. */
  static String text(Set<Set<String>> alternatives) {
    return alternatives.isEmpty()
        ? InventoryLine.NONE
        : alternatives.stream()
            .map(each -> each.isEmpty() ? InventoryLine.NONE : String.join(" and ", each))
            .collect(Collectors.joining(" or "));
  }

  private static String spelled(JsonNode contract, String name) {
    JsonNode scheme = contract.path("components").path("securitySchemes").path(name);
    return scheme.path("type").asText().equals("apiKey")
        ? scheme.path("in").asText() + " " + scheme.path("name").asText()
        : scheme.path("scheme").asText(scheme.path("type").asText());
  }
}
