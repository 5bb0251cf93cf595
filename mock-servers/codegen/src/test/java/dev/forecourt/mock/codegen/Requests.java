package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that an operation should take: what is required, from examples and samples. */
final class Requests {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private String target;
  private String body = "";

  Requests(Schemas schemas, Samples samples, String template, PathItem path, Operation operation) {
    List<String> segments = List.of(template.substring(1).split("/", -1));
    Inputs inputs = new Inputs(schemas, Map.of(), path, operation, segments, new Findings());
    SampleRequest sample = new SampleRequest(samples, template, inputs, name -> null);
    target = sample.target();
    headers.putAll(sample.headers());
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
            (key, one) ->
                pairs.add(
                    SampleRequest.encoded(String.valueOf(key))
                        + "="
                        + SampleRequest.encoded(SampleRequest.text(one))));
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
                        one instanceof Map || one instanceof List
                            ? Values.json(one)
                            : SampleRequest.text(one))
                    .append("\r\n"));
        body = parts + "--xxyyzz--\r\n";
        return;
      }
      headers.put("Content-Type", name.endsWith("/*") ? "application/octet-stream" : name);
      body = value instanceof String text ? text : "sample";
    }
  }

  /** The same with credentials, which may be described as parameters too. */
  Requests with(Opening opening) {
    opening
        .headers()
        .forEach(
            (name, value) -> {
              if (name.equals("Cookie")) {
                headers.merge(name, value, (one, other) -> one + "; " + other);
              } else {
                headers.keySet().removeIf(name::equalsIgnoreCase);
                headers.put(name, value);
              }
            });
    opening
        .query()
        .forEach(
            (name, value) -> target += (target.contains("?") ? "&" : "?") + name + "=" + value);
    return this;
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
