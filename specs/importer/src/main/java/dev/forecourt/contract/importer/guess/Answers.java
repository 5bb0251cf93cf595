package dev.forecourt.contract.importer.guess;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.guarantee.Operation;
import dev.forecourt.contract.importer.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers, bodies and parameters of operations. */
final class Answers {
  private Answers() {}

  /** The answer of success that is described first; none if there is none. */
  static Optional<View> success(Draft draft, Operation operation) {
    JsonNode responses = operation.node().path("responses");
    return List.of("200", "201", "202", "203", "2XX", "default").stream()
        .filter(responses::has)
        .findFirst()
        .map(status -> View.of(draft, operation.place().key("responses").key(status)));
  }

  /** The schema of what is JSON in an answer or a body. */
  static Optional<View> json(View holder) {
    Place content = holder.place().key("content");
    for (Map.Entry<String, JsonNode> each : holder.draft().at(content).properties()) {
      if (each.getKey().matches("(?i)(application|text)/([\\w.+-]+\\+)?json(;.*)?|\\*/\\*")
          && each.getValue().path("schema").isObject()) {
        return Optional.of(View.of(holder.draft(), content.key(each.getKey()).key("schema")));
      }
    }
    return Optional.empty();
  }

  /** The schema of JSON that an operation answers with. */
  static Optional<View> body(Draft draft, Operation operation) {
    return success(draft, operation).flatMap(Answers::json);
  }

  /** Parameters of an operation, those of its path item first. */
  static List<View> parameters(Draft draft, Operation operation) {
    List<View> found = new ArrayList<>();
    for (Place list :
        List.of(
            Place.of("paths", operation.path(), "parameters"),
            operation.place().key("parameters"))) {
      for (int i = 0; i < draft.at(list).size(); i++) {
        found.add(View.of(draft, list.at(i)));
      }
    }
    return found;
  }

  /** Names of query parameters. */
  static List<View> query(Draft draft, Operation operation) {
    return parameters(draft, operation).stream()
        .filter(each -> each.node().path("in").asText().equals("query"))
        .toList();
  }

  static String name(View parameter) {
    return parameter.node().path("name").asText();
  }
}
