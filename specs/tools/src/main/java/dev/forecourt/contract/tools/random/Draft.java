package dev.forecourt.contract.tools.random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.random.OperationShape.Input;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A request while it is made: values that are not written out yet. */
final class Draft {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String MULTIPART = "multipart/form-data";
  // JavaScript's whole numbers end here
  private static final int DOUBLE_BITS = 53;
  private static final String BOUNDARY = "forecourt-b0und4ry";

  final OperationShape operation;
  final Map<Input, JsonNode> values = new LinkedHashMap<>();
  final Set<String> traits = new TreeSet<>();
  final List<Map.Entry<String, String>> moreQuery = new ArrayList<>();
  final List<Map.Entry<String, String>> moreFields = new ArrayList<>();
  String verb;
  String afterPath = "";
  @Nullable String brackets = "[]";
  @Nullable JsonNode body;
  // what the body is written as, and what the request says it is
  @Nullable String mediaType;
  @Nullable String contentType;
  // the last word on how the body looks
  UnaryOperator<String> onBody = UnaryOperator.identity();

  Draft(OperationShape operation) {
    this.operation = operation;
    this.verb = operation.verb();
  }

  RandomRequest write(long seed, @Nullable Defect defect) {
    List<Map.Entry<String, String>> query = new ArrayList<>();
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    String path = operation.template();
    for (Map.Entry<Input, JsonNode> each : values.entrySet()) {
      Input input = each.getKey();
      String text = each.getValue().asText();
      switch (input.in()) {
        case "path" -> path = path.replace("{" + input.name() + "}", segment(text));
        case "header" -> headers.add(Map.entry(input.name(), text));
        default -> addQuery(input, each.getValue(), query);
      }
    }
    query.addAll(moreQuery);
    noteTraits();
    String written = onBody.apply(writeBody());
    if (contentType != null) {
      headers.add(Map.entry("Content-Type", contentType));
    }
    return new RandomRequest(
        operation.id(),
        seed,
        verb,
        path + afterPath,
        List.copyOf(query),
        List.copyOf(headers),
        written.getBytes(StandardCharsets.UTF_8),
        defect,
        traits);
  }

  /** What simple readers are known to get wrong. */
  private void noteTraits() {
    values.forEach(
        (input, value) -> {
          noteText(value);
          noteNumbers(value);
          if (input.members() && containsList(value)) {
            traits.add("list in object");
          }
        });
    if (body != null) {
      noteNumbers(body);
    }
    JsonNode form = operation.isForm() ? body : null;
    if (form != null) {
      form.forEach(this::noteFormText);
    }
  }

  private void noteNumbers(JsonNode value) {
    if (value.isIntegralNumber() && value.bigIntegerValue().bitLength() > DOUBLE_BITS) {
      traits.add("number beyond 2^53");
    }
    value.forEach(this::noteNumbers);
  }

  private void noteText(JsonNode value) {
    String text = value.asText();
    if (!text.equals(text.strip())) {
      traits.add("outer white space");
    }
  }

  private void noteFormText(JsonNode value) {
    noteText(value);
    if (value.isArray() && value.size() == 1) {
      traits.add("list of one");
    }
    value.forEach(this::noteFormText);
    if (value.isTextual()
        && value.textValue().strip().matches("|[-+]?[0-9.]+([eE][0-9]+)?|true|false|null")) {
      traits.add("empty or like a number");
    }
  }

  private static boolean containsList(JsonNode object) {
    boolean found = false;
    for (JsonNode each : object) {
      found |= each.isArray();
    }
    return found;
  }

  private static String segment(String text) {
    return DocumentedRequest.encode(text).replace("+", "%20");
  }

  private void addQuery(Input input, JsonNode value, List<Map.Entry<String, String>> query) {
    if (input.members() && value.isObject()) {
      value
          .properties()
          .forEach(
              each -> {
                String name = input.name() + "[" + each.getKey() + "]";
                boolean list = each.getValue().isArray();
                addEach(list ? name + "[]" : name, each.getValue(), query);
              });
    } else {
      addEach(input.name(), value, query);
    }
  }

  /** Arrays may be written in three ways; {@link #brackets} says in which one. */
  private void addEach(String name, JsonNode value, List<Map.Entry<String, String>> into) {
    if (!value.isArray()) {
      into.add(Map.entry(name, value.asText()));
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      String index = brackets == null ? "[" + i + "]" : brackets;
      String written = name.endsWith("[]") ? name.substring(0, name.length() - 2) + index : name;
      into.add(Map.entry(written, value.get(i).asText()));
    }
  }

  private String writeBody() {
    JsonNode value = body;
    if (value == null || mediaType == null) {
      return "";
    }
    try {
      if (!operation.isForm()) {
        return MAPPER.writeValueAsString(value);
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A value made by this class cannot be written", e);
    }
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    value
        .properties()
        .forEach(
            each -> {
              if (each.getValue().isArray()) {
                each.getValue()
                    .forEach(item -> fields.add(Map.entry(each.getKey(), item.asText())));
              } else {
                fields.add(Map.entry(each.getKey(), each.getValue().asText()));
              }
            });
    fields.addAll(moreFields);
    return mediaType.equals(MULTIPART) ? multipart(fields) : DocumentedRequest.urlEncoded(fields);
  }

  private static String multipart(List<Map.Entry<String, String>> fields) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> each : fields) {
      out.append("--").append(BOUNDARY).append("\r\n");
      out.append("Content-Disposition: form-data; name=\"")
          .append(each.getKey())
          .append("\"\r\n\r\n");
      out.append(each.getValue()).append("\r\n");
    }
    return out.append("--").append(BOUNDARY).append("--\r\n").toString();
  }

  /** Says of which media type the body is, with the parameters that belong to it. */
  void say(String written) {
    mediaType = written;
    contentType = written.equals(MULTIPART) ? MULTIPART + "; boundary=" + BOUNDARY : written;
  }
}
