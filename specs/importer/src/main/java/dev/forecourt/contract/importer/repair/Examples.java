package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.edit.Walk;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.repair.Fit.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Examples and defaults fit their schemas. A value of another spelling, such as {@code 12} for a
 * text, is written as its type wants it; what does not fit otherwise is left out, and the stub
 * makes one of the schema.
 */
public final class Examples implements Step {
  @Override
  public void apply(Draft draft) {
    List<Check> checks = new ArrayList<>();
    for (Walk.Spot spot : Walk.of(draft.root())) {
      switch (spot.kind()) {
        case SCHEMA -> schema(checks, draft, spot.place());
        case MEDIA_TYPE, PARAMETER, HEADER -> value(checks, draft, spot.place());
        default -> {}
      }
    }
    Map<Integer, String> problems = Fit.problems(draft, checks);
    List<Check> retyped = new ArrayList<>();
    List<Integer> wrong = problems.keySet().stream().sorted().toList();
    for (int i : wrong) {
      Check check = checks.get(i);
      retyped.add(
          new Check(check.schema(), check.at(), Retyped.of(draft, check.schema(), check.value())));
    }
    Map<Integer, String> still = Fit.problems(draft, retyped);
    // later ones first, as an example that goes moves those behind it
    for (int i = wrong.size() - 1; i >= 0; i--) {
      boolean mended =
          !still.containsKey(i)
              && !draft.at(retyped.get(i).at()).has("$ref")
              && !retyped.get(i).value().equals(checks.get(wrong.get(i)).value());
      Place at = retyped.get(i).at();
      String problem = problems.get(wrong.get(i));
      if (mended) {
        draft.mend(
            at,
            retyped.get(i).value(),
            "does not fit its schema: " + problem,
            "written in the schema's types");
      } else {
        leftOut(draft, at, problem);
      }
    }
  }

  private static void schema(List<Check> checks, Draft draft, Place place) {
    JsonNode schema = draft.at(place);
    if (schema.path("$ref").isTextual()) {
      return;
    }
    for (String key : List.of("example", "default")) {
      if (schema.has(key)) {
        checks.add(new Check(place, place.key(key), schema.path(key)));
      }
    }
    if (draft.is31() && schema.path("examples").isArray()) {
      for (int i = 0; i < schema.path("examples").size(); i++) {
        checks.add(new Check(place, place.key("examples").at(i), schema.path("examples").get(i)));
      }
    }
  }

  private static void value(List<Check> checks, Draft draft, Place place) {
    Place schema = place.key("schema");
    JsonNode holder = draft.at(place);
    boolean media = place.steps().size() > 1 && place.parent().name().equals("content");
    // forms, XML and text are not written as their schema says
    if (!holder.path("schema").isObject() || media && !place.name().contains("json")) {
      return;
    }
    if (holder.has("example")) {
      checks.add(new Check(schema, place.key("example"), holder.path("example")));
    }
    for (Map.Entry<String, JsonNode> each : holder.path("examples").properties()) {
      Place at = place.key("examples").key(each.getKey());
      String ref = each.getValue().path("$ref").asText();
      JsonNode shared =
          ref.startsWith("#/")
              ? draft.at(Place.ofPointer(ref.substring(1), draft.root())).path("value")
              : each.getValue().path("value");
      if (!shared.isMissingNode()) {
        // a shared example fits one place and not another: only the reference may go
        checks.add(new Check(schema, ref.isEmpty() ? at.key("value") : at, shared));
      }
    }
  }

  private static void leftOut(Draft draft, Place at, String problem) {
    boolean value = at.name().equals("value") && at.parent().parent().name().equals("examples");
    Place gone = value ? at.parent() : at;
    boolean named = gone.parent().name().equals("examples") && gone.last() instanceof String;
    draft.drop(
        gone,
        at.name().equals("default")
            ? "the default"
            : "the example" + (named ? " " + gone.name() : ""),
        "it does not fit its schema: " + problem,
        at.name().equals("default") ? "No default is known." : "Values are made from the schema.");
    Place holder = gone.parent();
    if (holder.name().equals("examples") && draft.at(holder).isEmpty()) {
      draft.remove(holder, "No examples are left.");
    }
  }
}
