package dev.forecourt.runtime.call;

import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.http.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as an exception may carry it: without the caller's credentials, which vendors repeat.
 *
 * @param headers by lower-case name
 * @param body at most its first 64 KB
 */
record Shown(int status, Map<String, List<String>> headers, String body) {
  private static final int MOST_KEPT = 64 * 1024;

  static Shown of(WireResponse answer, Secrets secrets) {
    return new Shown(
        answer.status(), headers(answer.headers(), secrets), cut(secrets.hide(text(answer))));
  }

  static Map<String, List<String>> headers(Map<String, List<String>> all, Secrets secrets) {
    Map<String, List<String>> headers = new TreeMap<>();
    all.forEach(
        (name, values) ->
            headers
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                .addAll(values.stream().map(secrets::hide).toList()));
    return headers;
  }

  Failure.Builder in(Failure.Builder failure) {
    return failure.status(status).headers(headers).body(body);
  }

  /** More than is kept: a secret must not be cut off before it is hidden. */
  private static String text(WireResponse answer) {
    int most = Math.min(answer.body().length, 2 * MOST_KEPT);
    return new String(answer.body(), 0, most, Received.charset(answer.headers()));
  }

  private static String cut(String text) {
    return text.length() <= MOST_KEPT ? text : text.substring(0, MOST_KEPT);
  }
}
