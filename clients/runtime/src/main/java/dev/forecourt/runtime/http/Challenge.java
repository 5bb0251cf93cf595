package dev.forecourt.runtime.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a proxy asks for: a scheme, such as basic, and its parameters.
 *
 * @param scheme in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
  private static final Pattern PART =
      Pattern.compile(
          "([\\w-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))|([A-Za-z][\\w-]*)");

  /** All challenges, in the order of the proxy; one header may hold several. */
  static List<Challenge> all(List<String> headers) {
    List<Challenge> all = new ArrayList<>();
    for (String header : headers) {
      Matcher part = PART.matcher(header);
      while (part.find()) {
        if (part.group(4) != null) {
          all.add(
              new Challenge(
                  part.group(4).toLowerCase(Locale.ROOT),
                  new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
        } else if (!all.isEmpty()) {
          String quoted = part.group(2);
          all.get(all.size() - 1)
              .parameters
              .put(
                  part.group(1),
                  quoted == null ? part.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
      }
    }
    return all;
  }

  String realm() {
    return parameters.getOrDefault("realm", "");
  }
}
