package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.forecourt.trials.mutation.MutantList.Holder;
import java.util.List;
import java.util.Map;

/** Limits that are off by one, either way. */
final class BoundMutants {
  private static final List<String> BOUNDS =
      List.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

  /** No vendor says that a text is not empty, or a count not negative; we do not send others. */
  private static final Map<String, Integer> OWN = Map.of("minLength", 1, "minimum", 0);

  private BoundMutants() {}

  static void add(MutantList mutants, Holder schema) {
    for (String bound : BOUNDS) {
      JsonNode limit = schema.node().path(bound);
      if (limit.isNumber()) {
        for (long step : new long[] {-1, 1}) {
          long other = limit.longValue() + step;
          // no length is below zero
          if (other >= 0 || bound.endsWith("imum")) {
            mutants.add(
                Kind.CHANGE_BOUND,
                schema,
                bound,
                isOwn(bound, limit) ? MissingNode.getInstance() : schema.node(),
                limit + " -> " + other,
                all -> all.put(bound, other));
          }
        }
      }
    }
  }

  private static boolean isOwn(String bound, JsonNode limit) {
    return Integer.valueOf(limit.intValue()).equals(OWN.get(bound));
  }
}
