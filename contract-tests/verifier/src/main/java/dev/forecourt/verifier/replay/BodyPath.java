package dev.forecourt.verifier.replay;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A path in a body, as matching rules have it: {@code $.data[*].id}.
 *
 * @param steps names and numbers; {@code *} stands for any
 */
public record BodyPath(List<String> steps) {
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[]+)|\\['([^']*)'\\]|\\[\"([^\"]*)\"\\]|\\[(\\d+|\\*)\\]");

  /** Reads one. */
  public static BodyPath of(String text) {
    return new BodyPath(
        STEP.matcher(text.replaceFirst("^\\$", ""))
            .results()
            .map(
                found -> {
                  String step = "";
                  for (int i = 1; i <= found.groupCount(); i++) {
                    step = found.group(i) == null ? step : found.group(i);
                  }
                  return step;
                })
            .toList());
  }

  /** Whether this path leads to a place, or to something around it. */
  public boolean leadsTo(List<String> place) {
    if (steps.size() > place.size()) {
      return false;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (!steps.get(i).equals("*") && !steps.get(i).equals(place.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The longer and the more exact path wins. */
  public int weight() {
    return steps.size() * 1000 - (int) steps.stream().filter("*"::equals).count();
  }
}
