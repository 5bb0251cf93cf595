package dev.forecourt.contract.tools.random;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Texts: of a length, of a format, and some that are not of it. */
final class RandomText {

  private static final List<String> PIECES =
      List.of(
          "a", "Z", "7", "garage", "Dupont", " ", "-", "_", ".", "é", "Ö", "ß", "日本", "Я", "ﬀ",
          "😀", "👩‍🔧", "&", "=", "+", "%", "%41", "#", "?", "/", "\\", "\"", "'", "<b>", "{}",
          "[0]", ";", ",", "\n", "\t", "\u00a0", "\u200b", "null", "true", "0", "-1", "1e3");

  private RandomText() {}

  /** A text of so many characters, counted as people do. */
  static String ofLength(int min, int max, Random random) {
    int length = min + random.nextInt(max - min + 1);
    StringBuilder out = new StringBuilder();
    while (out.codePointCount(0, out.length()) < length) {
      out.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return out.substring(0, out.offsetByCodePoints(0, length));
  }

  /** A text of a format; null for a format that says nothing about the text. */
  static @Nullable String ofFormat(String format, Random random) {
    return switch (format) {
      case "date" -> date(random).toString();
      case "date-time" -> date(random) + "T" + time(random) + fraction(random) + offset(random);
      case "local-date-time" ->
          random.nextInt(3) == 0 ? date(random).toString() : date(random) + " " + time(random);
      default -> null;
    };
  }

  /** Texts that are not of a format; empty for a format that says nothing. */
  static List<String> notOfFormat(String format) {
    return switch (format) {
      case "date" ->
          List.of(
              "2026-02-30",
              "2026-13-01",
              "2026-00-10",
              "22/11/2026",
              "2026-1-1",
              "20261122",
              "yesterday",
              "2025-02-29",
              "2026-11-22T10:00:00Z");
      case "date-time" ->
          List.of(
              "2026-11-22",
              "2026-11-22T25:00:00Z",
              "2026-02-30T10:00:00Z",
              "2026-11-22T10:00Z",
              "2026-11-22T10:00:00",
              "10:00:00",
              "now",
              "1763805600");
      case "local-date-time" ->
          List.of("2026-02-30", "2026-13-01 10:00:00", "2026-11-22 25:00:00", "2025-02-29");
      default -> List.of();
    };
  }

  private static LocalDate date(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> LocalDate.of(2024, 2, 29);
      case 1 -> LocalDate.of(1970, 1, 1);
      case 2 -> LocalDate.of(9999, 12, 31);
      default -> LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
    };
  }

  private static String time(Random random) {
    LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400));
    return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
  }

  private static String fraction(Random random) {
    return List.of("", "", ".5", ".123", ".123456").get(random.nextInt(5));
  }

  private static String offset(Random random) {
    return List.of("Z", "+01:00", "-05:30", "+00:00").get(random.nextInt(4));
  }
}
