package dev.forecourt.contract.importer.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.repair.Names;
import dev.forecourt.contract.importer.report.Guess;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every operation has a tag, of which a service of the client takes its name. */
public final class Tags implements Step {
  @Override
  public void apply(Draft draft) {
    JsonNode all = draft.root().path("tags");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < all.size(); i++) {
      seen.add(all.get(i).path("name").asText());
    }
    Set<String> kept = new HashSet<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (!kept.add(draft.root().path("tags").get(i).path("name").asText())) {
        draft.mendByRemoval(Place.of("tags", i), "a tag is described twice", "the last one counts");
      }
    }
    for (Operation each : Operation.of(draft.root())) {
      if (!isName(each.node().path("tags").path(0).asText())) {
        tag(draft, each);
      }
    }
  }

  private static boolean isName(String tag) {
    String name = Names.camel(tag);
    return !name.isEmpty() && Character.isLetter(name.charAt(0));
  }

  private static void tag(Draft draft, Operation operation) {
    String old = operation.node().path("tags").path(0).asText();
    List<String> words = DerivedName.literals(operation.path());
    String first = words.isEmpty() ? "" : Names.camel(words.get(0));
    String tag = first.isEmpty() || Character.isDigit(first.charAt(0)) ? "Default" : first;
    draft.guess(
        new Guess(
            operation.title(),
            "tag " + tag,
            old.isEmpty()
                ? "the file gives it none; this is the first part of its path"
                : "'" + old + "' has no letter or digit that Java names are made of",
            "tags in overlay.yaml"));
    draft.guessed(
        operation.place().key("tags"),
        Draft.array().add(tag),
        old.isEmpty()
            ? "It has no tag; the first part of its path."
            : "Its tag gives no name in Java.");
  }
}
