package dev.forecourt.mock.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The branches of a switch over all operations of a contract. The methods of Java end at 64 KB, and
 * with them what some hundred operations answer: then there is a method for each group of them.
 */
final class AnswerBranches {

  private static final int MOST = 60;

  private final String head;
  private final String call;
  private final String open;
  private final String close;
  private final List<String> branches;

  /**
   * Branches in the order of the operations' numbers.
   *
   * @param head of a method for a group, with {@code %d} for its number
   * @param call of that method
   * @param open begins its switch
   * @param close ends it, from the default on
   */
  AnswerBranches(String head, String call, String open, String close, List<String> branches) {
    this.head = head;
    this.call = call;
    this.open = open;
    this.close = close;
    this.branches = branches;
  }

  private boolean isSmall() {
    return branches.size() <= MOST;
  }

  /** What stands in the switch: a branch for each operation, or one for each group. */
  String text() {
    if (isSmall()) {
      return String.join("\n", branches);
    }
    List<String> all = new ArrayList<>();
    for (int first = 0; first < branches.size(); first += MOST) {
      String numbers =
          IntStream.range(first, Math.min(first + MOST, branches.size()))
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(", "));
      all.add("      case %s -> %s;".formatted(numbers, call.formatted(first / MOST)));
    }
    return String.join("\n", all);
  }

  /** Methods for the groups; none where there are few operations. */
  List<String> methods() {
    List<String> all = new ArrayList<>();
    for (int first = 0; !isSmall() && first < branches.size(); first += MOST) {
      all.add(
          "  %s {%n    %s%n%s%n%s%n  }"
              .formatted(
                  head.formatted(first / MOST),
                  open,
                  String.join(
                      "\n", branches.subList(first, Math.min(first + MOST, branches.size()))),
                  close));
    }
    return all;
  }
}
