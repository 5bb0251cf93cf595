package dev.forecourt.mock.verify;

import dev.forecourt.mock.contract.Multipart;
import dev.forecourt.mock.contract.UrlEncoded;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.verify.ValuePattern.Missing;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a body: a JSON pointer such as {@code /customer/cars/0}, or the same as a path, {@code
 * $.customer.cars[0]}. Of a form the name of a field.
 */
record BodyPlace(String text, List<String> steps) {

  private static final Pattern MULTIPART =
      Pattern.compile("multipart/form-data;.*\\bboundary=\"?([^\";]+)\"?.*");

  static BodyPlace of(String text) {
    if (text.startsWith("/")) {
      return new BodyPlace(
          text,
          List.of(text.substring(1).split("/", -1)).stream()
              .map(each -> each.replace("~1", "/").replace("~0", "~"))
              .toList());
    }
    if (text.startsWith("$")) {
      String plain = text.substring(1).replaceAll("\\[['\"]?([^\\]'\"]+)['\"]?\\]", ".$1");
      return new BodyPlace(
          text, plain.isEmpty() ? List.of() : List.of(plain.substring(1).split("\\.", -1)));
    }
    throw new IllegalArgumentException(
        "A place in a body is a JSON pointer such as /email, or a path such as $.email, but was '%s'"
            .formatted(text));
  }

  /** What stands there; {@link Missing} when nothing does. */
  @Nullable Object in(RecordedRequest request) {
    Object value = body(request);
    for (String step : steps) {
      if (value instanceof Map<?, ?> object && object.containsKey(step)) {
        value = object.get(step);
      } else if (value instanceof List<?> items
          && step.matches("\\d{1,6}")
          && Integer.parseInt(step) < items.size()) {
        value = items.get(Integer.parseInt(step));
      } else {
        return Missing.VALUE;
      }
    }
    return value;
  }

  private static @Nullable Object body(RecordedRequest request) {
    String body = request.request().body();
    if (body == null) {
      return Missing.VALUE;
    }
    String type = String.valueOf(request.contentType());
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try {
      if (type.startsWith("application/x-www-form-urlencoded")) {
        return form(UrlEncoded.parse(body));
      }
      Matcher multipart = MULTIPART.matcher(type);
      return multipart.matches()
          ? form(Multipart.parse(bytes, multipart.group(1)))
          : JsonReader.read(bytes);
    } catch (JsonProblem | IllegalArgumentException e) {
      return Missing.VALUE; // another kind of body, or the beginning of one
    }
  }

  private static Map<String, Object> form(Map<String, List<String>> form) {
    Map<String, Object> fields = new LinkedHashMap<>();
    form.forEach((name, values) -> fields.put(name, values.size() == 1 ? values.get(0) : values));
    return fields;
  }
}
