package dev.forecourt.contract.importer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.guarantee.Operation;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Keeps the operations that were asked for, and the components that these need. */
final class Selection implements Step {
  private final String pattern;
  private final Predicate<Operation> wanted;

  Selection(String pattern) {
    this.pattern = pattern;
    this.wanted = wanted(pattern);
  }

  private static Predicate<Operation> wanted(String pattern) {
    if (pattern.length() > 1 && pattern.startsWith("/") && pattern.endsWith("/")) {
      Pattern regex = Pattern.compile(pattern.substring(1, pattern.length() - 1));
      return each -> regex.matcher(each.title()).find() || regex.matcher(each.id()).matches();
    }
    List<Pattern> globs =
        Pattern.compile("\\s*,\\s*").splitAsStream(pattern.trim()).map(Selection::glob).toList();
    return each ->
        globs.stream()
            .anyMatch(
                glob ->
                    glob.matcher(each.title()).matches()
                        || glob.matcher(each.path()).matches()
                        || glob.matcher(each.id()).matches());
  }

  private static Pattern glob(String text) {
    StringBuilder regex = new StringBuilder();
    for (char c : text.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString());
  }

  @Override
  public void apply(Draft draft) {
    List<Operation> all = Operation.of(draft.root());
    if (all.stream().noneMatch(wanted)) {
      throw new PatternSyntaxException(
          "fits none of the "
              + all.size()
              + " operations"
              + all.stream().findFirst().map(each -> ", such as " + each.title()).orElse(""),
          pattern,
          -1);
    }
    for (Operation each : all) {
      if (!wanted.test(each)) {
        draft.remove(each.place(), "Not asked for: --operations " + pattern + ".");
      }
    }
    for (Map.Entry<String, JsonNode> item : List.copyOf(draft.root().path("paths").properties())) {
      if (!item.getKey().startsWith("x-")
          && item.getValue().properties().stream()
              .noneMatch(each -> Kind.METHODS.contains(each.getKey()))) {
        draft.remove(Place.of("paths", item.getKey()), "None of its operations was asked for.");
      }
    }
    unused(draft);
  }

  private static void unused(Draft draft) {
    Set<String> used = new HashSet<>();
    Deque<JsonNode> toDo = new ArrayDeque<>();
    toDo.add(draft.root().path("paths"));
    toDo.add(draft.root().path("webhooks"));
    while (!toDo.isEmpty()) {
      for (String ref : refs(toDo.remove())) {
        if (used.add(ref) && ref.startsWith("#/")) {
          toDo.add(Place.ofPointer(ref.substring(1), draft.root()).in(draft.root()));
        }
      }
    }
    for (Map.Entry<String, JsonNode> group :
        List.copyOf(draft.root().path("components").properties())) {
      if (group.getKey().equals("securitySchemes") || group.getKey().startsWith("x-")) {
        continue;
      }
      for (Map.Entry<String, JsonNode> each : List.copyOf(group.getValue().properties())) {
        Place place = Place.of("components", group.getKey(), each.getKey());
        if (used.stream()
            .noneMatch(
                ref ->
                    ref.equals("#" + place.pointer())
                        || ref.startsWith("#" + place.pointer() + "/"))) {
          draft.remove(place, "No operation that was asked for needs it.");
        }
      }
    }
  }

  private static Set<String> refs(JsonNode node) {
    Set<String> refs = new HashSet<>();
    for (JsonNode each : node.findValues("$ref")) {
      refs.add(each.asText());
    }
    // alternatives that only a discriminator names
    for (JsonNode each : node.findValues("mapping")) {
      each.forEach(
          target ->
              refs.add(
                  target.asText().startsWith("#")
                      ? target.asText()
                      : "#/components/schemas/" + target.asText()));
    }
    return refs;
  }
}
