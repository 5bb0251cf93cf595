package dev.forecourt.mock.codegen;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request with all that an operation requires besides a body, from examples and samples. */
final class SampleRequest {

  private final Samples samples;
  private final Inputs inputs;
  private final Function<String, @Nullable String> ids;
  private final List<String> query = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private String path;

  /**
   * Of an operation.
   *
   * @param route its path with variables
   * @param ids what is known of a variable of the path by its name; null for nothing
   */
  SampleRequest(
      Samples samples, String route, Inputs inputs, Function<String, @Nullable String> ids) {
    this.samples = samples;
    this.inputs = inputs;
    this.ids = ids;
    path = route;
    inputs.fields().stream().filter(Field::required).forEach(this::add);
  }

  /** Path and query. */
  String target() {
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** Name to value; cookies are one of them. */
  Map<String, String> headers() {
    return headers;
  }

  private void add(Field field) {
    switch (field.in()) {
      case "path" ->
          path = path.replace("{" + field.name() + "}", prefix(field) + encoded(text(field)));
      case "query" -> addQuery(field);
      case "header" -> headers.put(field.name(), text(field).replaceAll("\\s+", " ").strip());
      case "cookie" ->
          headers.merge(
              "Cookie", field.name() + "=" + text(field), (one, other) -> one + "; " + other);
      default -> {} // a body is not part of it
    }
  }

  private void addQuery(Field field) {
    if (field.type().equals("object") && value(field) instanceof Map<?, ?> map) {
      map.forEach((name, each) -> addPair(field.name() + "[" + name + "]", text(each)));
    } else if (field.isSpread() && value(field) instanceof Map<?, ?> map) {
      map.forEach((name, each) -> addPair(String.valueOf(name), text(each)));
    } else {
      addPair(field.name(), text(field));
    }
  }

  private void addPair(String name, String text) {
    query.add(encoded(name) + "=" + encoded(text));
  }

  private static String prefix(Field field) {
    if (field.reader().contains("\"label\"")) {
      return ".";
    }
    return field.reader().contains("\"matrix\"") ? ";" + field.name() + "=" : "";
  }

  private Object value(Field field) {
    Object example = Plain.of(inputs.example(field));
    if (example != null && samples.fits(field.schema(), example)) {
      return example;
    }
    String known = field.in().equals("path") ? ids.apply(field.name()) : null;
    return known == null ? samples.of(field.schema(), field.name(), 0) : known;
  }

  private String text(Field field) {
    return text(value(field));
  }

  static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(SampleRequest::text).toList());
    }
    if (value instanceof Map) {
      return Values.json(value);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
