package dev.forecourt.verifier.contract;

import dev.forecourt.verifier.contract.SchemaCheck.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Problems of one value, as many of a kind as can be of use to anybody. */
final class ProblemList {
  private static final int MOST_OF_A_KIND = 1000;

  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Map<String, Integer> kinds = new HashMap<>();

  void add(Problem problem) {
    String kind = problem.keyword() + problem.inContract();
    if (kinds.merge(kind, 1, Integer::sum) <= MOST_OF_A_KIND) {
      problems.add(problem);
    }
  }

  List<Problem> all() {
    return List.copyOf(problems);
  }
}
