package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that an operation should take: what is required, from examples and samples. */
final class Requests {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final String target;
  private String body = "";

  Requests(Schemas schemas, Samples samples, String template, PathItem path, Operation operation) {
    List<String> segments = List.of(template.substring(1).split("/", -1));
    Inputs inputs = new Inputs(schemas, Map.of(), path, operation, segments, new Findings());
    String filled = template;
    List<String> query = new ArrayList<>();
    for (Field field : inputs.fields()) {
      if (!field.required() || !List.of("path", "query", "header", "cookie").contains(field.in())) {
        continue;
      }
      Object example = Plain.of(inputs.example(field));
      Object value =
          example != null && samples.fits(field.schema(), example)
              ? example
              : samples.of(field.schema(), field.name(), 0);
      if (value instanceof Map<?, ?> map
          && field.in().equals("query")
          && field.type().equals("object")) {
        map.forEach(
            (name, each) ->
                query.add(encoded(field.name() + "[" + name + "]") + "=" + encoded(text(each))));
        continue;
      }
      String text = text(value);
      switch (field.in()) {
        case "path" ->
            filled =
                filled.replace(
                    "{" + field.name() + "}",
                    (field.reader().contains("\"label\"")
                            ? "."
                            : field.reader().contains("\"matrix\"") ? ";" + field.name() + "=" : "")
                        + encoded(text));
        case "query" -> query.add(encoded(field.name()) + "=" + encoded(text));
        case "header" -> headers.put(field.name(), text);
        default ->
            headers.merge("Cookie", field.name() + "=" + text, (one, other) -> one + "; " + other);
      }
    }
    target = query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    if (operation.getRequestBody() != null
        && operation.getRequestBody().getContent() != null
        && Boolean.TRUE.equals(operation.getRequestBody().getRequired())) {
      addBody(samples, schemas, operation);
    }
  }

  private void addBody(Samples samples, Schemas schemas, Operation operation) {
    for (Map.Entry<String, MediaType> each : operation.getRequestBody().getContent().entrySet()) {
      String name = BodyMedia.plain(each.getKey());
      Schema<?> schema = each.getValue().getSchema();
      Object example = each.getValue().getExample();
      if (each.getValue().getExamples() != null && !each.getValue().getExamples().isEmpty()) {
        example = each.getValue().getExamples().values().iterator().next().getValue();
      }
      Object value =
          example != null && (schema == null || samples.fits(schema, Plain.of(example)))
              ? Plain.of(example)
              : schema == null ? new LinkedHashMap<>() : samples.of(schema, "body", 0);
      if (BodyMedia.isJson(name)) {
        headers.put("Content-Type", name);
        body = Values.json(value);
        return;
      }
      if (name.equals("application/x-www-form-urlencoded") && value instanceof Map<?, ?> map) {
        headers.put("Content-Type", name);
        List<String> pairs = new ArrayList<>();
        map.forEach(
            (key, one) -> pairs.add(encoded(String.valueOf(key)) + "=" + encoded(text(one))));
        body = String.join("&", pairs);
        return;
      }
      if (name.equals("multipart/form-data") && value instanceof Map<?, ?> map) {
        headers.put("Content-Type", name + "; boundary=xxyyzz");
        StringBuilder parts = new StringBuilder();
        map.forEach(
            (key, one) ->
                parts
                    .append("--xxyyzz\r\nContent-Disposition: form-data; name=\"")
                    .append(key)
                    .append("\"\r\n\r\n")
                    .append(
                        one instanceof Map || one instanceof List ? Values.json(one) : text(one))
                    .append("\r\n"));
        body = parts + "--xxyyzz--\r\n";
        return;
      }
      headers.put("Content-Type", name.endsWith("/*") ? "application/octet-stream" : name);
      body = value instanceof String text ? text : "sample";
    }
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(String::valueOf).toList())
        : value instanceof Map
            ? Values.json(value)
            : value instanceof java.math.BigDecimal number
                ? number.toPlainString()
                : String.valueOf(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  Map<String, String> headers() {
    return headers;
  }

  String target() {
    return target;
  }

  String body() {
    return body;
  }
}
