package dev.forecourt.mock.codegen;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The constants that checks use: patterns, sets of member names, lists of allowed values. */
final class CheckConstants {

  // an initialiser holds 64 KiB of code, and the codes of all currencies take two
  private static final int CONSTANTS_OF_A_CLASS = 100;

  private final Map<String, String> patterns = new LinkedHashMap<>();
  private final Map<String, String> sets = new LinkedHashMap<>();
  private final Map<String, String> enums = new LinkedHashMap<>();

  /** The name of a pattern. */
  String pattern(String pattern) {
    return patterns.computeIfAbsent(pattern, each -> held("PATTERN_", patterns));
  }

  /** The name of a set of member names. */
  String set(Set<String> names) {
    return sets.computeIfAbsent(Java.setOfStrings(names), each -> held("FIELDS_", sets));
  }

  /** The name of a list of allowed values: {@code list} is its initialiser. */
  String values(String list) {
    return enums.computeIfAbsent(list, each -> held("VALUES_", enums));
  }

  /** Patterns to names. */
  Map<String, String> patterns() {
    return patterns;
  }

  /** Initialisers of sets to names. */
  Map<String, String> sets() {
    return sets;
  }

  /** Initialisers of lists to names. */
  Map<String, String> enums() {
    return enums;
  }

  /** The next name; what one initialiser of a class cannot hold is in classes inside it. */
  private static String held(String start, Map<String, String> known) {
    int number = known.size() + 1;
    String name = start + number;
    return number <= CONSTANTS_OF_A_CLASS
        ? name
        : "Of" + start + number / CONSTANTS_OF_A_CLASS + "." + name;
  }
}
