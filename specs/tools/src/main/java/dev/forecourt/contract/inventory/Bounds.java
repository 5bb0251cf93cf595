package dev.forecourt.contract.inventory;

import java.math.BigDecimal;
import java.util.Map;

/** The names that an inventory has for limits, and the keywords of OpenAPI for them. */
final class Bounds {
  /** Which of several members have to be there: {@code anyOf email|phone}. */
  static final String ANY_OF = "anyOf";

  /** As {@link #ANY_OF}, and no more than one of them. */
  static final String ONE_OF = "oneOf";

  private static final Map<String, String> KEYWORDS =
      Map.of(
          "min",
          "minimum",
          "max",
          "maximum",
          "minLength",
          "minLength",
          "maxLength",
          "maxLength",
          "minItems",
          "minItems",
          "maxItems",
          "maxItems",
          ANY_OF,
          ANY_OF,
          ONE_OF,
          ONE_OF);

  private Bounds() {}

  static String keyword(String name) {
    String keyword = KEYWORDS.get(name);
    if (keyword == null) {
      throw new IllegalArgumentException(
          "no bound is called '%s'; there are %s"
              .formatted(name, KEYWORDS.keySet().stream().sorted().toList()));
    }
    return keyword;
  }

  /** Whether two limits are the same; 1.0 is 1. */
  static boolean same(String one, String other) {
    return one.equals(other)
        || isNumber(one)
            && isNumber(other)
            && new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  }
}
