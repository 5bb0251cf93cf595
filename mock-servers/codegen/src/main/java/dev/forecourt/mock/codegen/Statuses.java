package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Statuses as contracts name them: {@code 200}, {@code 4XX}, {@code default}. */
final class Statuses {

  /** Those that are registered (RFC 9110 and others): what a range stands for. */
  private static final Map<Integer, List<Integer>> REGISTERED =
      Map.of(
          1, List.of(100, 101, 102, 103),
          2, List.of(200, 201, 202, 203, 204, 205, 206, 207, 208, 226),
          3, List.of(300, 301, 302, 303, 304, 305, 307, 308),
          4,
              List.of(
                  400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415,
                  416, 417, 418, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451),
          5, List.of(500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511));

  private Statuses() {}

  static boolean isRange(String key) {
    return key.endsWith("XX");
  }

  /** The first digit. */
  static int hundreds(String key) {
    return key.charAt(0) - '0';
  }

  /** The status that stands for a key; 0 for default. */
  static int first(String key) {
    return key.equals("default") ? 0 : isRange(key) ? 100 * hundreds(key) : Integer.parseInt(key);
  }

  /** All that an operation documents, 0 for default. */
  static List<Integer> all(Operation operation) {
    List<Integer> all = new ArrayList<>();
    for (String key : operation.getResponses().keySet()) {
      for (int each : isRange(key) ? REGISTERED.get(hundreds(key)) : List.of(first(key))) {
        if (!all.contains(each)) {
          all.add(each);
        }
      }
    }
    return all;
  }

  /** The keys of what ends well, the one to answer with first; by the status to answer. */
  static Map<Integer, String> successes(Operation operation) {
    Map<Integer, String> found = new TreeMap<>();
    for (String key : operation.getResponses().keySet()) {
      if (key.startsWith("2")) {
        found.merge(first(key), key, (one, other) -> isRange(one) ? other : one);
      }
    }
    if (found.isEmpty() && operation.getResponses().containsKey("default")) {
      found.put(200, "default");
    }
    if (found.isEmpty()) {
      operation.getResponses().keySet().stream()
          .filter(key -> key.startsWith("3"))
          .forEach(key -> found.put(first(key), key));
    }
    return found;
  }
}
