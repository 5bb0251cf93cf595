package dev.forecourt.mock.control;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.PathSegments;
import dev.forecourt.mock.contract.UrlEncoded;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a request that rules speak of; {@link ValueMatch#MISSING} for what is not there. */
final class RequestParts {

  private final Operation operation;
  private final MockRequest request;
  private @Nullable Object body;

  RequestParts(Operation operation, MockRequest request) {
    this.operation = operation;
    this.request = request;
  }

  Operation operation() {
    return operation;
  }

  String path() {
    return request.path();
  }

  Object query(String name) {
    return of(fields(request.query()).get(name));
  }

  Object header(String name) {
    String value = request.header(name);
    return value == null ? ValueMatch.MISSING : value;
  }

  /** A parameter of the path, by its name in the contract. */
  Object pathParameter(String name) {
    List<String> template = PathSegments.of(operation.path());
    int at = template.indexOf("{" + name + "}");
    List<String> sent = PathSegments.of(request.path());
    return at < 0 || at >= sent.size() ? ValueMatch.MISSING : sent.get(at);
  }

  /** What stands at a JSON pointer of the body; of a form, a field by its name. */
  @Nullable Object body(String pointer) {
    if (body == null) {
      body = read();
    }
    Object value = body;
    for (String step : steps(pointer)) {
      if (value instanceof Map<?, ?> object && object.containsKey(step)) {
        value = object.get(step);
      } else if (value instanceof List<?> items
          && step.matches("\\d{1,6}")
          && Integer.parseInt(step) < items.size()) {
        value = items.get(Integer.parseInt(step));
      } else {
        return ValueMatch.MISSING;
      }
    }
    return value;
  }

  /** Throws {@link Refusal} for what is no pointer. */
  static String[] steps(String pointer) {
    if (pointer.isEmpty()) {
      return new String[0];
    }
    if (!pointer.startsWith("/")) {
      throw new Refusal(
          400, "a place in a body is a JSON pointer such as /user/email but was '" + pointer + "'");
    }
    String[] steps = pointer.substring(1).split("/", -1);
    for (int i = 0; i < steps.length; i++) {
      steps[i] = steps[i].replace("~1", "/").replace("~0", "~");
    }
    return steps;
  }

  private Object read() {
    String type = String.valueOf(request.header("Content-Type"));
    try {
      Object read =
          type.startsWith("application/x-www-form-urlencoded")
              ? form(new String(request.body(), StandardCharsets.UTF_8))
              : JsonReader.read(request.body());
      return read == null ? ValueMatch.MISSING : read;
    } catch (JsonProblem e) {
      return ValueMatch.MISSING;
    }
  }

  private static Map<String, Object> form(String body) {
    Map<String, Object> form = new LinkedHashMap<>();
    fields(body).forEach((name, values) -> form.put(name, of(values)));
    return form;
  }

  private static Map<String, List<String>> fields(@Nullable String encoded) {
    try {
      return UrlEncoded.parse(encoded);
    } catch (IllegalArgumentException e) {
      return Map.of(); // the operation says what is wrong with it
    }
  }

  private static Object of(@Nullable List<String> values) {
    return values == null ? ValueMatch.MISSING : values.size() == 1 ? values.get(0) : values;
  }
}
