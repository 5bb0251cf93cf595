package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an answer is written in a media type. */
final class AnswerMedia {

  private AnswerMedia() {}

  /** A media type that can be sent: a range becomes one of those that it stands for. */
  static String concrete(String key, @Nullable Schema<?> schema) {
    String plain = BodyMedia.plain(key);
    if (!plain.endsWith("/*") && plain.contains("/")) {
      return key;
    }
    return switch (plain.substring(0, Math.max(0, plain.indexOf('/')))) {
      case "text" -> "text/plain";
      case "image" -> "image/png";
      case "audio" -> "audio/mpeg";
      case "video" -> "video/mp4";
      default ->
          schema == null || "binary".equals(schema.getFormat())
              ? "application/octet-stream"
              : "application/json";
    };
  }

  /** A value as its text. */
  static String text(String mediaType, @Nullable Schema<?> schema, @Nullable Object value) {
    String name = BodyMedia.plain(mediaType);
    if (BodyMedia.isJson(name) || mediaType.contains("json")) {
      return Values.json(value);
    }
    if (value instanceof String plain) {
      return plain;
    }
    if (name.endsWith("xml")) {
      return XmlText.of(schema, value);
    }
    if (name.equals("text/csv") && value instanceof List<?> rows) {
      return csv(rows);
    }
    return value == null ? "sample" : Values.json(value);
  }

  /** A line for each row, after one with the names of the columns. */
  private static String csv(List<?> rows) {
    StringBuilder out = new StringBuilder();
    for (Object row : rows) {
      if (row instanceof Map<?, ?> map) {
        if (out.isEmpty()) {
          out.append(line(map.keySet()));
        }
        out.append(line(map.values()));
      } else {
        out.append(line(row instanceof List<?> list ? list : List.of(String.valueOf(row))));
      }
    }
    return out.toString();
  }

  private static String line(Iterable<?> cells) {
    StringBuilder line = new StringBuilder();
    for (Object cell : cells) {
      String text = cell == null ? "" : cell instanceof String plain ? plain : Values.json(cell);
      boolean quoted = text.matches("(?s).*[\",\r\n].*");
      line.append(line.isEmpty() ? "" : ",")
          .append(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
    return line.append("\r\n").toString();
  }
}
