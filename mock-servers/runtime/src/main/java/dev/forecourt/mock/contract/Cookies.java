package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the header Cookie (RFC 6265, 4.2). */
final class Cookies {

  private Cookies() {}

  /** Values by name, in order; what is no pair is left out. */
  static Map<String, List<String>> of(List<String> headers) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String header : headers) {
      for (String pair : header.split(";")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          all.computeIfAbsent(
                  decoded(pair.substring(0, equals).strip()), each -> new ArrayList<>(1))
              .add(decoded(unquoted(pair.substring(equals + 1).strip())));
        }
      }
    }
    return all;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  /** Most clients encode what a cookie cannot hold; what cannot be decoded stays as it is. */
  private static String decoded(String text) {
    try {
      return PercentDecoder.segment(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
