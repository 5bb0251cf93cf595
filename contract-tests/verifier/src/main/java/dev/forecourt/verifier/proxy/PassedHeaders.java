package dev.forecourt.verifier.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which headers a proxy passes on: all but those that are about one connection (RFC 9110 7.6.1).
 */
final class PassedHeaders {
  private static final Set<String> OF_A_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private PassedHeaders() {}

  /** Those that are passed on, by name in any case. */
  static Map<String, List<String>> of(Map<String, List<String>> headers) {
    Set<String> named =
        headers.entrySet().stream()
            .filter(each -> "connection".equalsIgnoreCase(each.getKey()))
            .flatMap(each -> each.getValue().stream())
            .flatMap(value -> Stream.of(value.split(",")))
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, List<String>> passed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          String key = name == null ? ":" : name.toLowerCase(Locale.ROOT);
          if (!key.startsWith(":") && !OF_A_CONNECTION.contains(key) && !named.contains(key)) {
            passed.put(name, List.copyOf(values));
          }
        });
    return passed;
  }
}
