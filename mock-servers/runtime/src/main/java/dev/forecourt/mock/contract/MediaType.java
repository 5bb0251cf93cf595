package dev.forecourt.mock.contract;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A header value with parameters, such as a Content-Type or a Content-Disposition.
 *
 * @param name the part before the first semicolon, in lower case
 * @param parameters by lower-case name
 */
record MediaType(String name, Map<String, String> parameters) {

  static final String MULTIPART = "multipart/form-data";
  static final String URL_ENCODED = "application/x-www-form-urlencoded";

  // most requests in a row have the same; threads may overwrite each other's: either is right
  private static volatile @Nullable Parsed latest;

  /**
   * Reads a header value. Throws {@link IllegalArgumentException} when a quoted string does not
   * end.
   */
  static MediaType parse(String header) {
    Parsed known = latest;
    if (known == null || !known.header.equals(header)) {
      known = new Parsed(header, read(header));
      latest = known;
    }
    return known.type;
  }

  private static MediaType read(String header) {
    int semicolon = header.indexOf(';');
    String name =
        (semicolon < 0 ? header : header.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = semicolon;
    while (at >= 0 && at < header.length()) {
      at = readParameter(header, at + 1, parameters);
    }
    return new MediaType(name, parameters);
  }

  @Nullable String parameter(String key) {
    return parameters.get(key);
  }

  /** Reads one parameter that starts at an index; returns the index of the semicolon after it. */
  private static int readParameter(String header, int start, Map<String, String> into) {
    int equals = header.indexOf('=', start);
    int semicolon = header.indexOf(';', start);
    if (equals < 0 || (semicolon >= 0 && semicolon < equals)) {
      return semicolon < 0 ? header.length() : semicolon;
    }
    String key = header.substring(start, equals).trim().toLowerCase(Locale.ROOT);
    StringBuilder value = new StringBuilder();
    int end = readValue(header, equals + 1, value);
    into.putIfAbsent(key, value.toString());
    return end;
  }

  private static int readValue(String header, int start, StringBuilder value) {
    int at = start;
    while (at < header.length() && header.charAt(at) == ' ') {
      at++;
    }
    if (at < header.length() && header.charAt(at) == '"') {
      return readQuoted(header, at + 1, value);
    }
    int end = header.indexOf(';', at);
    end = end < 0 ? header.length() : end;
    value.append(header.substring(at, end).trim());
    return end;
  }

  private static int readQuoted(String header, int start, StringBuilder value) {
    for (int i = start; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"') {
        int semicolon = header.indexOf(';', i);
        return semicolon < 0 ? header.length() : semicolon;
      }
      boolean escape =
          c == '\\' && i + 1 < header.length() && "\"\\".indexOf(header.charAt(i + 1)) >= 0;
      value.append(escape ? header.charAt(++i) : c);
    }
    throw new IllegalArgumentException("a quoted string does not end");
  }

  private record Parsed(String header, MediaType type) {}
}
