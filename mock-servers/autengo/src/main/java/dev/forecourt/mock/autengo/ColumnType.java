package dev.forecourt.mock.autengo;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the values of a column are compared: each is read into something that has an order. */
enum ColumnType {
  NUMBER("a number") {
    @Override
    Comparable<?> read(String text) {
      return new BigDecimal(text);
    }
  },
  FLAG("true, false, 1 or 0") {
    @Override
    @Nullable Comparable<?> read(String text) {
      return switch (text) {
        case "true", "1" -> Boolean.TRUE;
        case "false", "0" -> Boolean.FALSE;
        default -> null;
      };
    }
  },
  DAY("a day, YYYY-MM-DD") {
    @Override
    Comparable<?> read(String text) {
      return LocalDate.parse(text).toEpochDay();
    }
  },
  TIME("a day or time, YYYY-MM-DD or YYYY-MM-DD HH:MM:SS") {
    @Override
    Comparable<?> read(String text) {
      // Long instead of LocalDateTime: compared as often as there are vehicles
      return (text.length() == DAY_LENGTH
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text, SECONDS))
          .toEpochSecond(ZoneOffset.UTC);
    }
  },
  TEXT("text") {
    @Override
    Comparable<?> read(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  };

  private static final int DAY_LENGTH = 10;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final String words;

  ColumnType(String words) {
    this.words = words;
  }

  /** Told to a caller who sent something else. */
  String words() {
    return words;
  }

  /** The value of a text, or null when it is none of this type. */
  @Nullable Comparable<?> parse(String text) {
    try {
      return read(text);
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  abstract @Nullable Comparable<?> read(String text);
}
