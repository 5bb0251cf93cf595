package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A media type of a body, and how it is read.
 *
 * @param name in small letters, without parameters
 * @param kind as the runtime calls it
 */
record BodyMedia(String name, String kind) {

  private static final Set<String> FORMS =
      Set.of("multipart/form-data", "application/x-www-form-urlencoded");

  static BodyMedia of(String key) {
    String name = plain(key);
    return new BodyMedia(name, kind(name));
  }

  /** {@code application/json} of {@code application/JSON; charset=utf-8}. */
  static String plain(String key) {
    int semicolon = key.indexOf(';');
    return (semicolon < 0 ? key : key.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  static boolean isJson(String name) {
    return name.endsWith("/json") || name.endsWith("+json");
  }

  private static String kind(String name) {
    if (isJson(name) || name.endsWith("/*")) {
      return "JSON";
    }
    if (FORMS.contains(name)) {
      return "FORM";
    }
    return name.startsWith("text/") || name.endsWith("xml") ? "TEXT" : "BINARY";
  }

  /** Whether what is read can be checked against a schema. */
  boolean isChecked(Schemas schemas, Schema<?> schema) {
    boolean text = kind.equals("TEXT") && Schemas.type(schemas.core(schema)).equals("string");
    return kind.equals("JSON") || kind.equals("FORM") || text;
  }

  /** An expression of type {@code BodyType}. */
  String initialiser(TextTypes texts, MediaType content) {
    String quoted = Java.string(name);
    if (!kind.equals("FORM")) {
      return "new BodyType(" + quoted + ", BodyType.Kind." + kind + ")";
    }
    String form = content.getSchema() == null ? "TextType.TEXT" : texts.of(content.getSchema());
    if (content.getEncoding() != null) {
      Map<String, Schema<?>> members =
          content.getSchema() == null ? Map.of() : texts.members(content.getSchema());
      for (Map.Entry<String, io.swagger.v3.oas.models.media.Encoding> each :
          content.getEncoding().entrySet()) {
        String type = each.getValue().getContentType();
        Schema<?> member = members.get(each.getKey());
        if (type != null && type.contains("json") && member != null) {
          String entry = "Map.entry(" + Java.string(each.getKey()) + ", ";
          form = form.replace(entry + texts.of(member) + ")", entry + "TextType.JSON)");
        }
      }
    }
    return "new BodyType(" + quoted + ", BodyType.Kind.FORM, " + form + ")";
  }
}
