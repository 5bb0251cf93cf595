package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Reads {@code 2017-10-10 18:00:30}, and the same with {@code T}, fractions or an offset, which is
 * dropped.
 */
final class LocalDateTimeReader extends StdDeserializer<LocalDateTime> {
  private static final long serialVersionUID = 1L;

  LocalDateTimeReader() {
    super(LocalDateTime.class);
  }

  @Override
  public LocalDateTime deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = parser.getText();
    try {
      return DateTimeFormatter.ISO_DATE_TIME.parse(
          text.strip().replace(' ', 'T'), LocalDateTime::from);
    } catch (DateTimeException notATime) {
      return (LocalDateTime)
          context.handleWeirdStringValue(
              LocalDateTime.class, text, "expected 'YYYY-MM-DD HH:MM:SS'");
    }
  }
}
