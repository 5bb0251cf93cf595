package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a value as XML: an element for each member, as the schema names it. */
final class XmlText {

  private XmlText() {}

  static String of(@Nullable Schema<?> schema, @Nullable Object value) {
    String ref = schema == null ? null : Schemas.name(schema);
    String root =
        schema != null && schema.getXml() != null && schema.getXml().getName() != null
            ? schema.getXml().getName()
            : ref == null ? "root" : ref;
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    element(name(root), value, out);
    return out.toString();
  }

  private static void element(String name, @Nullable Object value, StringBuilder out) {
    out.append('<').append(name).append('>');
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (each, member) -> {
            String inner = name(String.valueOf(each));
            if (member instanceof List<?> list) {
              list.forEach(item -> element(inner, item, out));
            } else {
              element(inner, member, out);
            }
          });
    } else if (value instanceof List<?> list) {
      list.forEach(item -> element("item", item, out));
    } else if (value != null) {
      out.append(escaped(value.toString()));
    }
    out.append("</").append(name).append('>');
  }

  private static String name(String text) {
    String plain = text.replaceAll("[^A-Za-z0-9_.-]", "_");
    return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "_" + plain : plain;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
