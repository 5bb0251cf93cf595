package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the answers that an operation has from its contract: examples, or samples of schemas. */
final class ResponseExamples {

  private final OpenAPI contract;
  private final Samples samples;
  private final Findings findings;

  ResponseExamples(OpenAPI contract, Samples samples, Findings findings) {
    this.contract = contract;
    this.samples = samples;
    this.findings = findings;
  }

  /** The initialiser of the list, the default answer first. */
  String of(Operation operation) {
    Map<Integer, String> successes = Statuses.successes(operation);
    List<String> all = new ArrayList<>();
    successes.forEach((status, key) -> all.addAll(success(operation, status, key)));
    if (all.isEmpty()) {
      findings.note(operation.getOperationId(), "no success is documented; 200 without a body is");
      all.add("new Example(200, \"empty\", \"\", \"\", List.of())");
    }
    Map<Integer, String> failures = new TreeMap<>();
    operation.getResponses().keySet().stream()
        .filter(key -> !successes.containsValue(key))
        .forEach(key -> failures.put(Statuses.first(key), key));
    failures.forEach(
        (status, key) -> {
          ApiResponse response = resolve(operation.getResponses().get(key));
          String headers = headers(response, operation.getOperationId() + " " + key);
          all.addAll(examples(operation, status == 0 ? 500 : status, response, headers));
        });
    return "List.of(\n              " + String.join(",\n              ", all) + ")";
  }

  private List<String> success(Operation operation, int status, String key) {
    ApiResponse response = resolve(operation.getResponses().get(key));
    String where = operation.getOperationId() + " " + key;
    String headers = headers(response, where);
    List<String> found = examples(operation, status, response, headers);
    Map.Entry<String, MediaType> content = preferred(response);
    if (content == null) {
      return List.of("new Example(%d, \"empty\", \"\", \"\", %s)".formatted(status, headers));
    }
    if (found.isEmpty() || !firstFits(content.getValue())) {
      if (hasExample(content.getValue())) {
        findings.note(where, "the example does not fit the schema; a sample is answered");
      }
      found.add(0, sample(operation, status, content, headers, where));
    }
    return found;
  }

  /** JSON before all else. */
  private static Map.@Nullable Entry<String, MediaType> preferred(ApiResponse response) {
    return response.getContent() == null
        ? null
        : response.getContent().entrySet().stream()
            .min(Comparator.comparing(each -> !BodyMedia.isJson(BodyMedia.plain(each.getKey()))))
            .orElse(null);
  }

  private String sample(
      Operation operation,
      int status,
      Map.Entry<String, MediaType> content,
      String headers,
      String where) {
    Schema<?> schema = content.getValue().getSchema();
    String type = AnswerMedia.concrete(content.getKey(), schema);
    Object value = schema == null ? null : samples.of(schema, operation.getOperationId(), 0);
    if (schema != null && !samples.fits(schema, value)) {
      findings.note(where, "no value was found that fits the schema");
    } else if (schema != null && !samples.fitsOneAlone(schema, value)) {
      findings.note(
          where, "no value satisfies one alternative alone; only the discriminator tells which");
    }
    return example(status, "sample", type, AnswerMedia.text(type, schema, value), headers);
  }

  private static boolean hasExample(MediaType content) {
    return content.getExample() != null
        || content.getExamples() != null && !content.getExamples().isEmpty();
  }

  private boolean firstFits(MediaType content) {
    Object first = content.getExample();
    if (content.getExamples() != null && !content.getExamples().isEmpty()) {
      first = resolve(content.getExamples().values().iterator().next()).getValue();
    }
    return content.getSchema() == null || samples.fits(content.getSchema(), Plain.of(first));
  }

  /** The headers of a response with their examples, as a list of names and values. */
  private String headers(ApiResponse response, String where) {
    List<String> out = new ArrayList<>();
    if (response.getHeaders() != null) {
      response
          .getHeaders()
          .forEach(
              (name, header) -> {
                String value = value(name, resolve(header));
                if (name.equalsIgnoreCase("Content-Type")) {
                  return; // the media type says it
                }
                out.add(name);
                out.add(value.replaceAll("[\\r\\n]+", " "));
              });
    }
    return Java.listOfStrings(out);
  }

  private String value(String name, Header header) {
    Object value = header.getExample();
    Schema<?> schema = header.getSchema();
    if (value == null && schema != null) {
      value = schema.getExample() == null ? samples.of(schema, name, 0) : schema.getExample();
    }
    return value == null
        ? name
        : value instanceof List<?> list
            ? String.join(",", list.stream().map(String::valueOf).toList())
            : value instanceof Map ? Values.json(value) : String.valueOf(value);
  }

  private Header resolve(Header header) {
    String ref = header.get$ref();
    return ref == null
        ? header
        : contract.getComponents().getHeaders().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private ApiResponse resolve(ApiResponse response) {
    String ref = response.get$ref();
    return ref == null
        ? response
        : contract.getComponents().getResponses().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private List<String> examples(
      Operation operation, int status, ApiResponse response, String headers) {
    List<String> out = new ArrayList<>();
    if (response.getContent() != null) {
      response.getContent().entrySet().stream()
          .sorted(Comparator.comparing(each -> !BodyMedia.isJson(BodyMedia.plain(each.getKey()))))
          .forEach(each -> addExamples(status, each.getKey(), each.getValue(), headers, out));
    }
    return out;
  }

  private void addExamples(
      int status, String mediaType, MediaType content, String headers, List<String> out) {
    if (content.getExamples() != null) {
      content
          .getExamples()
          .forEach(
              (name, example) ->
                  add(status, name, mediaType, content, resolve(example).getValue(), headers, out));
    } else if (content.getExample() != null) {
      add(status, "example", mediaType, content, content.getExample(), headers, out);
    }
  }

  private Example resolve(Example example) {
    String ref = example.get$ref();
    return ref == null
        ? example
        : contract.getComponents().getExamples().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private static void add(
      int status,
      String name,
      String mediaType,
      MediaType content,
      @Nullable Object value,
      String headers,
      List<String> out) {
    String type = AnswerMedia.concrete(mediaType, content.getSchema());
    out.add(
        example(status, name, type, AnswerMedia.text(type, content.getSchema(), value), headers));
  }

  private static String example(
      int status, String name, String mediaType, String text, String headers) {
    return "new Example(%d, %s, %s, %s, %s)"
        .formatted(status, Java.string(name), Java.string(mediaType), Java.string(text), headers);
  }
}
