package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.place.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of components that an import makes. */
public final class Names {
  private static final Set<String> SAY_NOTHING =
      Set.of(
          "schema",
          "content",
          "items",
          "properties",
          "paths",
          "components",
          "schemas",
          "responses",
          "requestBody",
          "allOf",
          "anyOf",
          "oneOf",
          "parameters",
          "headers",
          "links");

  private Names() {}

  /** A name for what stands at a place: the last words of its path. */
  static String of(Place place) {
    List<String> words =
        place.steps().stream()
            .map(Object::toString)
            .filter(
                step ->
                    !SAY_NOTHING.contains(step)
                        && !Kind.METHODS.contains(step)
                        && !step.contains("application/"))
            .toList();
    List<String> last = words.subList(Math.max(0, words.size() - 2), words.size());
    String name = last.stream().map(Names::camel).collect(Collectors.joining());
    return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Value" + name : name;
  }

  /** Words as one, each with a capital. */
  public static String camel(String text) {
    return Stream.of(text.split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** The name, with a number where another component has it in any spelling. */
  public static String free(JsonNode root, String group, String wanted) {
    Set<String> taken =
        root.path("components").path(group).properties().stream()
            .map(each -> camel(each.getKey()).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    String name = wanted;
    for (int i = 2; taken.contains(camel(name).toLowerCase(Locale.ROOT)); i++) {
      name = wanted + i;
    }
    return name;
  }
}
