package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what the answers of each operation must look like, by status. */
final class AnswerSource {

  private final OpenAPI contract;
  private final CheckMethods checks;
  private final AnswerShapes shapes;
  private final List<String> mediaTypes = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  AnswerSource(OpenAPI contract, CheckMethods checks, AnswerShapes shapes) {
    this.contract = contract;
    this.checks = checks;
    this.shapes = shapes;
  }

  /** Gives the media types of an operation by status. */
  AnswerBranches mediaTypes() {
    return new AnswerBranches(
        "private static List<String> mediaTypes%d(int operation, int status)",
        "mediaTypes%d(operation, status)",
        "return switch (operation) {",
        "      default -> List.of();\n    };",
        mediaTypes);
  }

  /** Checks a body of an operation by status. */
  AnswerBranches calls() {
    return new AnswerBranches(
        "private static void check%d(int operation, int status, @Nullable Object body, Place at,"
            + " Violations out)",
        "check%d(operation, status, body, at, out)",
        "switch (operation) {",
        "      default -> {}\n    }",
        calls);
  }

  void add(int number, Operation operation) {
    Source types = new Source(3).open("case " + number + " -> switch (status)");
    Source bodies = new Source(3).open("case " + number + " ->").open("switch (status)");
    String otherTypes = "List.of()";
    String otherBody = "{}";
    Map<String, String> rangeTypes = new TreeMap<>();
    Map<String, String> rangeBodies = new TreeMap<>();
    for (Map.Entry<String, ApiResponse> each : operation.getResponses().entrySet()) {
      String key = each.getKey();
      Map<String, MediaType> content = content(each.getValue());
      String list =
          Java.listOfStrings(
              content.entrySet().stream()
                  .map(
                      type ->
                          BodyMedia.plain(
                              AnswerMedia.concrete(type.getKey(), type.getValue().getSchema())))
                  .distinct()
                  .toList());
      if (key.startsWith("2")) {
        addShapes(operation.getOperationId(), content);
      }
      String call = call(operation.getOperationId() + " " + key, content);
      if (key.equals("default")) {
        otherTypes = list;
        otherBody = call;
      } else if (Statuses.isRange(key)) {
        rangeTypes.put(key, list);
        rangeBodies.put(key, call);
      } else {
        types.line("case " + key + " -> " + list + ";");
        bodies.line("case " + key + " -> " + call);
      }
    }
    addCalls(operation);
    mediaTypes.add(
        types.line("default -> " + ranges(rangeTypes, otherTypes) + ";").close().text() + ";");
    String others =
        rangeBodies.isEmpty() ? otherBody : "{ " + rangesOfBodies(rangeBodies, otherBody) + " }";
    calls.add(bodies.line("default -> " + others).close().close().text());
  }

  private static String ranges(Map<String, String> byKey, String otherwise) {
    StringBuilder out = new StringBuilder();
    byKey.forEach(
        (key, value) ->
            out.append("status / 100 == %d ? %s : ".formatted(Statuses.hundreds(key), value)));
    return out.append(otherwise).toString();
  }

  private static String rangesOfBodies(Map<String, String> byKey, String otherwise) {
    StringBuilder out = new StringBuilder();
    byKey.forEach(
        (key, value) ->
            out.append("if (status / 100 == %d) { ".formatted(Statuses.hundreds(key)))
                .append(value.equals("{}") ? "" : value)
                .append(" } else "));
    return out.append(otherwise.equals("{}") ? "{}" : "{ " + otherwise + " }").toString();
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
