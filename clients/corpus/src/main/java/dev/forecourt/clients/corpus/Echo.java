package dev.forecourt.clients.corpus;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.json.VendorJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Answers as the contract says, and tells what of request and answer was lost. */
final class Echo {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Described operation;
  private final JsonNode answer;
  private final String mediaType;

  Echo(Described operation) {
    this.operation = operation;
    JsonNode content = operation.success().getValue().path("content");
    JsonNode schema = Described.json(content);
    boolean none = content.isEmpty() || operation.method().equals("HEAD");
    answer =
        none || schema.isMissingNode()
            ? null
            : new Sample(operation.root(), "writeOnly").of(schema);
    mediaType = none ? "" : answer == null ? content.fieldNames().next() : "application/json";
  }

  void answer(Recorder wire) {
    int status = Integer.parseInt(operation.success().getKey());
    if (mediaType.isEmpty()) {
      wire.answer(status, Map.of());
    } else {
      String type = mediaType.replace("*", "x").split(";", 2)[0];
      wire.answer(status, type, answer == null ? "text" : answer.toString());
    }
  }

  /** What came back other than it went out; empty if nothing did. */
  String lost(WireRequest request, VendorResponse<?> response) throws IOException {
    List<String> lost = new ArrayList<>();
    for (JsonNode each : operation.parameters()) {
      if (!isCredential(each) && !isIn(each, request)) {
        lost.add(each.path("in").asText() + " " + each.path("name").asText() + " not sent");
      }
    }
    JsonNode body = operation.body();
    String sent = request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8);
    String type = request.headers().getOrDefault("Content-Type", List.of("")).get(0);
    if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/")) {
      new Sample(operation.root(), "readOnly")
          .of(operation.form()).properties().stream()
              .filter(each -> !isField(each.getKey(), each.getValue(), type, sent))
              .forEach(each -> lost.add("form field " + each.getKey() + " not sent"));
    } else if (!body.isMissingNode()) {
      JsonNode expected = new Sample(operation.root(), "readOnly").of(body);
      if (sent.isEmpty() || type.contains("json") && !equal(expected, MAPPER.readTree(sent))) {
        lost.add("body sent " + cut(sent) + " for " + cut(expected.toString()));
      }
    }
    Object model = response.model();
    if (answer != null && !(model instanceof byte[])) {
      String read = VendorJson.write(model);
      if (!equal(answer, MAPPER.readTree(read))) {
        lost.add("answer read " + cut(read) + " for " + cut(answer.toString()));
      }
    } else if (!mediaType.isEmpty()) {
      String read =
          model instanceof byte[] bytes
              ? new String(bytes, StandardCharsets.UTF_8)
              : String.valueOf(model);
      if (!read.equals(answer == null ? "text" : answer.toString())) {
        lost.add("answer read " + cut(read));
      }
    }
    return String.join("; ", lost);
  }

  /** Whether a field was sent; of lists and objects only whether there is one. */
  private static boolean isField(String name, JsonNode value, String type, String sent) {
    boolean empty = value.isContainerNode() && value.isEmpty();
    if (type.startsWith("multipart/")) {
      return empty || sent.contains("name=\"" + name);
    }
    return empty
        || Arrays.stream(sent.split("&"))
            .map(each -> each.split("=", 2))
            .filter(each -> isOf(name, decoded(each[0], " ")))
            .anyMatch(each -> !value.isValueNode() || isScalar(value, decoded(each[1], " ")));
  }

  private static boolean isScalar(JsonNode value, String sent) {
    return value.isNumber()
        ? sent.matches("-?[0-9.]+") && new BigDecimal(sent).compareTo(value.decimalValue()) == 0
        : sent.equals(value.asText());
  }

  private static boolean isOf(String name, String key) {
    return key.equals(name) || key.startsWith(name + "[") || key.startsWith(name + ".");
  }

  private static String cut(String text) {
    return text.length() > 400 ? text.substring(0, 400) + "..." : text;
  }

  /** Whether it is a key that a security scheme describes too: the client sends its own. */
  private boolean isCredential(JsonNode parameter) {
    for (JsonNode each : operation.root().path("components").path("securitySchemes")) {
      JsonNode scheme = Sample.resolved(operation.root(), each);
      if (scheme.path("name").equals(parameter.path("name"))
          && scheme.path("in").equals(parameter.path("in"))) {
        return true;
      }
    }
    return false;
  }

  private boolean isIn(JsonNode parameter, WireRequest request) {
    String name = parameter.path("name").asText();
    return switch (parameter.path("in").asText()) {
      case "query" -> isInQuery(parameter, name, request.uri().getRawQuery());
      case "header" ->
          List.of("accept", "content-type", "authorization").contains(name.toLowerCase(Locale.ROOT))
              || request.headers().entrySet().stream()
                  .filter(each -> each.getKey().equalsIgnoreCase(name))
                  .anyMatch(each -> is(parameter, each.getValue().get(0)));
      case "cookie" ->
          request.headers().entrySet().stream()
              .filter(each -> each.getKey().equalsIgnoreCase("cookie"))
              .anyMatch(each -> each.getValue().toString().contains(name) || isSpread(parameter));
      default -> isInPath(parameter, request.uri().getRawPath());
    };
  }

  private boolean isInPath(JsonNode parameter, String raw) {
    JsonNode given = given(parameter);
    boolean plain = parameter.path("style").asText("simple").equals("simple");
    return !raw.contains("%7B")
        && (!plain || !given.isTextual() && !given.isArray() || holds(parameter, raw));
  }

  /** Whether the path holds the text that was given, or all of a list. */
  private boolean holds(JsonNode parameter, String raw) {
    JsonNode given = given(parameter);
    String path = decoded(raw, "+");
    return given.isArray() ? is(parameter, path) : path.contains(given.asText());
  }

  private boolean isInQuery(JsonNode parameter, String name, String raw) {
    List<String> values =
        Arrays.stream((raw == null ? "" : raw).split("&"))
            .map(each -> each.split("=", 2))
            .filter(each -> isOf(name, decoded(each[0], " ")))
            .map(each -> each.length == 1 ? "" : decoded(each[1], " "))
            .toList();
    if (given(parameter).isArray()) {
      // exploded or not: each has its place
      return !values.isEmpty() && is(parameter, String.join(",", values));
    }
    return values.stream().anyMatch(each -> is(parameter, each)) || isSpread(parameter);
  }

  /**
   * Whether this is the value that was given. Of lists all values are looked for, if they are no
   * lists or objects themselves; objects are not looked at.
   */
  private boolean is(JsonNode parameter, String value) {
    JsonNode given = given(parameter);
    if (given.isArray() && !parameter.has("content")) {
      return StreamSupport.stream(given.spliterator(), false)
          .allMatch(each -> !each.isValueNode() || value.contains(each.asText()));
    }
    return !given.isValueNode()
        || given.isNull()
        || parameter.has("content")
        || given.isNumber() && new BigDecimal(value).compareTo(given.decimalValue()) == 0
        || given.asText().equals(value);
  }

  /** An object whose members stand beside the other parameters. */
  private boolean isSpread(JsonNode parameter) {
    return given(parameter).isObject();
  }

  private JsonNode given(JsonNode parameter) {
    return new Sample(operation.root(), "readOnly").of(Described.schema(parameter));
  }

  private static String decoded(String text, String plus) {
    return URLDecoder.decode(
        text.replace("+", plus.equals("+") ? "%2B" : "+"), StandardCharsets.UTF_8);
  }

  /** Equal as JSON: 1 is 1.0. */
  private static boolean equal(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    if (one.isObject() && other.isObject() && one.size() == other.size()) {
      return one.properties().stream()
          .allMatch(
              each -> other.has(each.getKey()) && equal(each.getValue(), other.get(each.getKey())));
    }
    if (one.isArray() && other.isArray() && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        if (!equal(one.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    return one.equals(other);
  }
}
