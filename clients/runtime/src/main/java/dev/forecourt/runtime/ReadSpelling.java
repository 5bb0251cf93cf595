package dev.forecourt.runtime;

import com.fasterxml.jackson.core.JsonToken;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Tells whether a typed value, written again, gives the JSON scalar it was read from. */
final class ReadSpelling {

  private ReadSpelling() {}

  static boolean isKeptBy(@Nullable Object value, JsonToken token, String text) {
    if (value == null) {
      return false;
    }
    if (value instanceof OpenEnum<?> open) {
      return isKeptBy(open.value(), token, text);
    }
    if (value instanceof String) {
      return token == JsonToken.VALUE_STRING;
    }
    if (value instanceof Boolean) {
      return token.isBoolean();
    }
    if (value instanceof Number) {
      return token.isNumeric();
    }
    if (value instanceof LocalDate) {
      return text.length() == "2017-10-10".length();
    }
    if (value instanceof LocalDateTime) {
      return text.length() == "2017-10-10 18:00:30".length() && text.charAt(10) == ' ';
    }
    if (value instanceof OffsetDateTime time) {
      // looks before it formats: formatting each time of a long list is dear
      return text.endsWith("Z") == (time.getOffset().getTotalSeconds() == 0)
          && WireText.of(time).equals(text);
    }
    return true;
  }
}
