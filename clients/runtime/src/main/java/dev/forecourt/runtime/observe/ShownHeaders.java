package dev.forecourt.runtime.observe;

import dev.forecourt.runtime.credentials.Secrets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers for people: a list of those that may be shown, so that a new secret one stays hidden. */
final class ShownHeaders {
  private static final Set<String> SHOWN =
      Set.of(
          "accept",
          "accept-language",
          "content-length",
          "content-type",
          "date",
          "etag",
          "retry-after",
          "server",
          "traceparent",
          "user-agent",
          "x-ratelimit-limit",
          "x-ratelimit-remaining",
          "x-ratelimit-reset",
          "x-request-id");

  private ShownHeaders() {}

  static Map<String, List<String>> of(
      Map<String, ? extends Collection<String>> headers, Secrets secrets) {
    Map<String, List<String>> shown = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          shown.put(
              lower,
              SHOWN.contains(lower)
                  ? values.stream().map(secrets::hide).toList()
                  : List.of("****"));
        });
    return Collections.unmodifiableMap(shown);
  }
}
