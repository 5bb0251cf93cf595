package dev.forecourt.verifier.diff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of change and what it means.
 *
 * @param id such as {@code request-body-min-length-raised}
 * @param http for programs that send and read what the older version says
 * @param java for programs written with the Java client of the older version that move to the newer
 * @param sentence what changed; begins with the name of the place, {@code {from}} and {@code {to}}
 *     stand for the old and the new value
 * @param advice what those have to do whom it touches
 */
public record Rule(String id, Level http, Level java, String sentence, String advice) {

  /** All rules, sorted by id. */
  public static List<Rule> all() {
    return Stream.concat(
            Arrays.stream(OperationRule.values()).map(OperationRule::rule),
            Arrays.stream(SchemaRule.values())
                .flatMap(each -> Arrays.stream(CallPart.values()).map(each::at)))
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  /** The worse of the two levels. */
  public Level level() {
    return http.orWorse(java);
  }
}
