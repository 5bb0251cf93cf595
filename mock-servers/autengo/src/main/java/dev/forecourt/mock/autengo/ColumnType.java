package dev.forecourt.mock.autengo;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final Map<String, ColumnType> BY_COLUMN =
      Stream.of(
              columns(
                  NUMBER,
                  "makeId modelId kilometers vehicleTypeId powerKw cubicCapacity doorCount seatCount"
                      + " pollutionBadge colorId interiorColorId cylinders price previousOwnerCount"),
              columns(
                  FLAG,
                  "isMetallicColor isDamaged hadAccidentDamage isDrivable hasFullServiceHistory"
                      + " isPluginHybrid isE10Enabled"),
              columns(DAY, "firstRegistration constructionDate"),
              columns(TIME, "created updated"),
              columns(
                  TEXT,
                  "makeName modelName modelVersion vehicleState trimLine modelRange"
                      + " climatisationType conditionType airbagType interiorType fuelType"
                      + " fuelDetailType transmissionType driveType"))
          .flatMap(each -> each.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String words;

  ColumnType(String words) {
    this.words = words;
  }

  /** All columns of the contract. */
  static Map<String, ColumnType> all() {
    return BY_COLUMN;
  }

  /** The type of a column that has passed the contract's check. */
  static ColumnType of(String column) {
    ColumnType type = BY_COLUMN.get(column);
    if (type == null) {
      throw new IllegalArgumentException("Column without a type: " + column);
    }
    return type;
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

  private static Map<String, ColumnType> columns(ColumnType type, String names) {
    return Stream.of(names.split(" ")).collect(Collectors.toMap(name -> name, name -> type));
  }
}
