package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.contract.FieldValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a request goes. Not read by {@link java.net.URI}, which refuses what browsers send.
 *
 * @param host host and port, without user and password
 * @param path as it was sent, still encoded
 * @param query decoded, in order
 */
record Target(String host, String path, Map<String, List<String>> query) {

  static boolean isHttp(String url) {
    return url.matches("(?i)https?://.*") || url.startsWith("/");
  }

  static Target of(String url) {
    String rest = url.replaceFirst("#.*", "");
    String host = "";
    if (!rest.startsWith("/")) {
      rest = rest.replaceFirst("^[A-Za-z]+://", "");
      host = rest.replaceFirst("[/?].*", "");
      rest = rest.substring(host.length());
    }
    String[] halves = rest.split("\\?", 2);
    return new Target(
        host.replaceFirst(".*@", "").toLowerCase(Locale.ROOT),
        halves[0].isEmpty() ? "/" : halves[0],
        halves.length == 2 ? query(halves[1]) : Map.of());
  }

  static Map<String, List<String>> query(String text) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String name = FieldValues.decoded(parts[0]);
        // what stands alone may be a value: a key, a number, an address
        boolean aName = parts.length == 2 || name.matches("[A-Za-z_.\\[\\]-]{1,30}");
        query
            .computeIfAbsent(aName ? name : Shapes.masked(name), absent -> new ArrayList<>())
            .add(parts.length == 2 ? FieldValues.decoded(parts[1]) : "");
      }
    }
    return query;
  }
}
