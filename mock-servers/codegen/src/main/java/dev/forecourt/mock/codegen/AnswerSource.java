package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes what the answers of each operation must look like, by status. */
final class AnswerSource {

  private final OpenAPI contract;
  private final CheckEmitter checks;
  private final AnswerShapes shapes;
  private final List<String> mediaTypes = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  AnswerSource(OpenAPI contract, CheckEmitter checks, AnswerShapes shapes) {
    this.contract = contract;
    this.checks = checks;
    this.shapes = shapes;
  }

  /** One branch for each operation, which gives the media types by status. */
  List<String> mediaTypes() {
    return mediaTypes;
  }

  /** One branch for each operation, which checks a body by status. */
  List<String> calls() {
    return calls;
  }

  void add(int number, Operation operation) {
    Source types = new Source(3).open("case " + number + " -> switch (status)");
    Source bodies = new Source(3).open("case " + number + " ->").open("switch (status)");
    String otherTypes = "List.of()";
    String otherBody = "{}";
    for (Map.Entry<String, ApiResponse> each : operation.getResponses().entrySet()) {
      Map<String, MediaType> content = content(each.getValue());
      String list = Java.listOfStrings(content.keySet());
      if (each.getKey().startsWith("2")) {
        addShapes(operation.getOperationId(), content);
      }
      String call = call(operation.getOperationId() + " " + each.getKey(), content);
      if (each.getKey().equals("default")) {
        otherTypes = list;
        otherBody = call;
      } else {
        types.line("case " + each.getKey() + " -> " + list + ";");
        bodies.line("case " + each.getKey() + " -> " + call);
      }
    }
    addCalls(operation);
    mediaTypes.add(types.line("default -> " + otherTypes + ";").close().text() + ";");
    calls.add(bodies.line("default -> " + otherBody).close().close().text());
  }

  private void addShapes(String hint, Map<String, MediaType> content) {
    content.forEach(
        (type, body) -> {
          if (type.contains("json") && body.getSchema() != null) {
            shapes.add(body.getSchema(), hint);
          }
        });
  }

  /** What the vendor sends by itself, to the address that the operation was given. */
  private void addCalls(Operation operation) {
    if (operation.getCallbacks() == null) {
      return;
    }
    operation
        .getCallbacks()
        .forEach(
            (name, callback) ->
                callback.values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .filter(call -> call.getRequestBody() != null)
                    .filter(call -> call.getRequestBody().getContent() != null)
                    .forEach(call -> addShapes(name, call.getRequestBody().getContent())));
  }

  private String call(String hint, Map<String, MediaType> content) {
    for (Map.Entry<String, MediaType> each : content.entrySet()) {
      if (each.getKey().contains("json") && each.getValue().getSchema() != null) {
        return checks.methodFor(each.getValue().getSchema(), hint) + "(body, at, out);";
      }
    }
    return "{}";
  }

  private Map<String, MediaType> content(ApiResponse response) {
    String ref = response.get$ref();
    ApiResponse resolved =
        ref == null
            ? response
            : contract.getComponents().getResponses().get(ref.substring(ref.lastIndexOf('/') + 1));
    return resolved.getContent() == null ? Map.of() : resolved.getContent();
  }
}
