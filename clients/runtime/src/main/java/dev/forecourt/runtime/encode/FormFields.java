package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.WireText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a form in the order of the contract. A list repeats its name; null is left out; an
 * object is written as JSON. Used by generated code.
 */
public final class FormFields {
  private final List<Field> fields = new ArrayList<>();
  private final boolean digits;

  /**
   * The style is there where the contract names one, and only forms in a URL's encoding have it.
   */
  record Field(
      String name, byte[] value, String contentType, String file, @Nullable Styled styled) {
    String text() {
      return new String(value, StandardCharsets.UTF_8);
    }
  }

  private FormFields(boolean digits) {
    this.digits = digits;
  }

  static FormFields of(Object form) {
    if (form instanceof FormModel model) {
      FormFields fields = new FormFields(false);
      model.addTo(fields);
      model.additionalProperties().forEach((name, value) -> fields.add(name, value));
      return fields;
    }
    // the vendors' form readers are PHP, where the text "false" counts as true
    FormFields fields = new FormFields(!(form instanceof Json));
    Json.ofRequest(form).members().forEach((name, value) -> fields.add(name, value));
    return fields;
  }

  List<Field> list() {
    return fields;
  }

  /** A field as its type is usually sent. */
  public void add(String name, @Nullable Object value) {
    add(name, value, "", null);
  }

  /** A field with a content type of its own. */
  public void add(String name, @Nullable Object value, String contentType) {
    add(name, value, contentType, null);
  }

  /** A field in a style of its own. */
  public void add(
      String name, @Nullable Object value, Style style, boolean explode, boolean reserved) {
    add(name, value, "", Styled.of(value, style, explode, reserved));
  }

  private void add(
      String name, @Nullable Object value, String contentType, @Nullable Styled styled) {
    if (value instanceof FilePart file) {
      String type = contentType.isEmpty() ? file.contentType() : contentType;
      fields.add(new Field(name, file.bytes(), type, file.name(), null));
    } else if (value instanceof Iterable<?> several && styled == null && !isJson(contentType)) {
      several.forEach(each -> add(name, each, contentType, null));
    } else if (value != null) {
      addJson(name, Json.ofRequest(value), contentType, styled);
    }
  }

  private static boolean isJson(String contentType) {
    return contentType.contains("json");
  }

  private void addJson(String name, Json value, String contentType, @Nullable Styled styled) {
    if (value.isArray() && styled == null && !isJson(contentType)) {
      value.elements().forEach(each -> addJson(name, each, contentType, null));
    } else if (!value.isNull()) {
      boolean object = value.isObject() || value.isArray();
      String type = contentType.isEmpty() && object ? "application/json" : contentType;
      byte[] bytes = text(value, isJson(contentType)).getBytes(StandardCharsets.UTF_8);
      fields.add(new Field(name, bytes, digits ? "" : type, "", styled));
    }
  }

  private String text(Json value, boolean json) {
    if (value.bool().isPresent() && digits) {
      return value.bool().get() ? "1" : "0";
    }
    return json ? value.toString() : WireText.of(value);
  }

  /** The bytes of {@code application/x-www-form-urlencoded}. */
  byte[] urlencoded() {
    List<String> pairs = new ArrayList<>();
    for (Field field : fields) {
      Map<String, List<String>> encoded = new LinkedHashMap<>();
      if (field.styled() == null) {
        encoded.put(Rfc3986.encode(field.name()), List.of(Rfc3986.encode(field.text())));
      } else {
        encoded.putAll(field.styled().query(field.name()));
      }
      encoded.forEach((name, values) -> values.forEach(value -> pairs.add(name + "=" + value)));
    }
    return String.join("&", pairs).getBytes(StandardCharsets.UTF_8);
  }

  /** Names, without values. */
  @Override
  public String toString() {
    return "FormFields" + fields.stream().map(Field::name).toList();
  }
}
