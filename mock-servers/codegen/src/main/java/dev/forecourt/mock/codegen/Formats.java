package dev.forecourt.mock.codegen;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Formats of texts: a text of each, and whether a text has it. */
final class Formats {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 15);
  private static final String UUID_PATTERN =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

  private Formats() {}

  /** A text of a format, another one for each number; null for a format that is not known. */
  static @Nullable String text(@Nullable String format, int number) {
    LocalDate day = FIRST_DAY.plusDays(number);
    int count = number + 1;
    return switch (String.valueOf(format)) {
      case "date" -> day.toString();
      case "date-time" -> day + "T10:00:00Z";
      case "local-date-time" -> day + " 10:00:00";
      case "time" -> "10:%02d:00Z".formatted(count % 60);
      case "duration" -> "P" + count + "D";
      case "email", "idn-email" -> "user" + count + "@example.com";
      case "uri", "url", "iri" -> "https://example.com/" + count;
      case "uri-reference", "iri-reference" -> "/" + count;
      case "uri-template" -> "/{id}/" + count;
      case "uuid" ->
          UUID.nameUUIDFromBytes(("row " + number).getBytes(StandardCharsets.UTF_8)).toString();
      case "ipv4", "ip" -> "192.0.2." + count % 256;
      case "ipv6" -> "2001:db8::" + Integer.toHexString(count);
      case "hostname", "idn-hostname" -> "host" + count + ".example.com";
      case "byte", "base64" ->
          Base64.getEncoder().encodeToString(("sample " + count).getBytes(StandardCharsets.UTF_8));
      case "json-pointer" -> "/member" + count;
      case "relative-json-pointer" -> "0/member" + count;
      case "regex" -> "^sample$";
      default -> null;
    };
  }

  /** Whether a text has a format; true for a format that is not checked. */
  static boolean fits(@Nullable String format, String text) {
    return switch (String.valueOf(format)) {
      case "date" -> isDate(text);
      case "date-time" -> isDateTime(text);
      case "email" -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
      case "uri" -> isUri(text);
      case "uuid" -> text.matches(UUID_PATTERN);
      case "local-date-time" -> isDate(text) || text.matches("\\d{4}-\\d\\d-\\d\\d[ T][0-9:]{8}");
      default -> true;
    };
  }

  private static boolean isDate(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isDateTime(String text) {
    try {
      return text.length() > 16 && text.charAt(16) == ':' && OffsetDateTime.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
