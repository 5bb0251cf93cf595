package dev.forecourt.contract.importer.guess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.guarantee.Operation;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.Guess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where message and code stand in what the vendor answers with when it refuses. */
public final class ErrorShape implements Step {
  private static final List<String> MESSAGE =
      List.of(
          "message",
          "errormessage",
          "errordescription",
          "detail",
          "description",
          "msg",
          "title",
          "reason",
          "details",
          "error",
          "text",
          "longmessage");
  private static final List<String> CODE =
      List.of(
          "code",
          "errorcode",
          "error",
          "type",
          "status",
          "errortype",
          "statuscode",
          "httpstatus",
          "key");

  @Override
  public void apply(Draft draft) {
    if (draft.root().has("x-error-shape")) {
      return;
    }
    Map<ObjectNode, Integer> shapes = new LinkedHashMap<>();
    int answers = 0;
    for (Operation each : Operation.of(draft.root())) {
      for (Map.Entry<String, JsonNode> status : each.node().path("responses").properties()) {
        if (status.getKey().matches("[45]..|default")) {
          View answer = View.of(draft, each.place().key("responses").key(status.getKey()));
          Optional<ObjectNode> shape = Answers.json(answer).flatMap(ErrorShape::shape);
          if (shape.isPresent()) {
            answers++;
            shapes.merge(shape.get(), 1, Integer::sum);
          }
        }
      }
    }
    Map.Entry<ObjectNode, Integer> most =
        shapes.entrySet().stream()
            .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
            .orElse(null);
    if (most == null) {
      return;
    }
    String reason = "%d of %d described failures have it there".formatted(most.getValue(), answers);
    String what = what(most.getKey());
    draft.guess(new Guess("the document", what, reason, "x-error-shape in overlay.yaml"));
    draft.guessed(
        Place.of("x-error-shape"), most.getKey(), "Message and code of errors: " + reason + ".");
  }

  private static String what(ObjectNode shape) {
    String message = "failures have their message at " + shape.path("message").asText();
    return shape.has("code") ? message + ", their code at " + shape.path("code").asText() : message;
  }

  private static Optional<ObjectNode> shape(View body) {
    View object = body.is("array") ? body.key("items") : body;
    String prefix = body.is("array") ? "/0" : "";
    String message = find(object, MESSAGE, prefix);
    if (message.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode shape = Draft.object().put("message", message);
    String holder = message.substring(0, message.lastIndexOf('/'));
    String code = find(object, CODE, prefix);
    if (!code.isEmpty() && !code.equals(message)) {
      shape.put("code", code);
    }
    return holder.chars().filter(c -> c == '/').count() > 3 ? Optional.empty() : Optional.of(shape);
  }

  private static String find(View object, List<String> names, String prefix) {
    String here = here(object, names, prefix);
    if (!here.isEmpty()) {
      return here;
    }
    for (Map.Entry<String, View> each : object.properties().entrySet()) {
      String at = prefix + "/" + Items.escaped(each.getKey());
      if (each.getValue().is("object")) {
        String found = here(each.getValue(), names, at);
        if (!found.isEmpty()) {
          return found;
        }
      } else if (each.getValue().is("array")) {
        String found = here(each.getValue().key("items"), names, at + "/0");
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static String here(View object, List<String> names, String prefix) {
    Map<String, View> properties = object.properties();
    for (String name : names) {
      for (Map.Entry<String, View> each : properties.entrySet()) {
        if (View.plain(each.getKey()).equals(name) && each.getValue().isScalar()) {
          return prefix + "/" + Items.escaped(each.getKey());
        }
      }
    }
    return "";
  }
}
