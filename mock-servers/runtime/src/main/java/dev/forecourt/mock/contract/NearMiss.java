package dev.forecourt.mock.contract;

import dev.forecourt.mock.text.Spelling;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the documented operations that look most like a path nobody has documented, and says why
 * the first of them does not fit.
 */
public final class NearMiss {

  private static final int SHOWN = 3;
  private static final double OTHER_METHOD = 0.3;
  // a templated segment fits anything, but a literal that fits is the better guess
  private static final double TEMPLATE = 0.25;
  // less than any letter: it tells two operations apart that have all else alike
  private static final double SLASH = 0.01;
  // comparing is quadratic; nobody mistypes more than this
  private static final int MAX_SEGMENTS = 12;
  private static final int MAX_CHARS = 60;

  private NearMiss() {}

  /** The nearest operation, what differs from it, and the next ones, in a sentence. */
  public static String nearest(List<Operation> operations, String method, List<String> segments) {
    List<Operation> nearest = sorted(operations, method, segments);
    Operation first = nearest.get(0);
    String others =
        nearest.stream().skip(1).map(Operation::describe).collect(Collectors.joining(", "));
    return "%s, but %s%s"
        .formatted(
            first.describe(),
            String.join("; ", Difference.between(first, method, segments)),
            others.isEmpty() ? "" : ". Next: " + others);
  }

  /** The nearest operation of those there are, which are not none. */
  public static Near first(List<Operation> operations, String method, List<String> segments) {
    Operation first = sorted(operations, method, segments).get(0);
    return new Near(first, List.copyOf(Difference.between(first, method, segments)));
  }

  private static List<Operation> sorted(
      List<Operation> operations, String method, List<String> segments) {
    List<String> sent = segments.stream().limit(MAX_SEGMENTS).map(NearMiss::cut).toList();
    return operations.stream()
        .sorted(Comparator.comparingDouble(operation -> distance(operation, method, sent)))
        .limit(SHOWN)
        .toList();
  }

  private static double distance(Operation operation, String method, List<String> sent) {
    List<String> template = Slashes.segments(operation.path());
    return segmentDistance(Slashes.without(template), Slashes.without(sent))
        + (operation.method().equals(method) ? 0 : OTHER_METHOD)
        + SLASH * Slashes.differences(template, sent).size();
  }

  private static String cut(String segment) {
    return segment.length() <= MAX_CHARS ? segment : segment.substring(0, MAX_CHARS);
  }

  /** Edit distance over segments; changing one costs the share of its letters that differ. */
  private static double segmentDistance(List<String> template, List<String> sent) {
    double[] previous = new double[sent.size() + 1];
    for (int j = 0; j <= sent.size(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= template.size(); i++) {
      double[] current = new double[sent.size() + 1];
      current[0] = i;
      for (int j = 1; j <= sent.size(); j++) {
        double change = previous[j - 1] + change(template.get(i - 1), sent.get(j - 1));
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[sent.size()];
  }

  private static double change(String template, String sent) {
    if (template.startsWith("{")) {
      return TEMPLATE;
    }
    int longest = Math.max(template.length(), sent.length());
    return longest == 0 ? 0 : (double) Spelling.distance(template, sent) / longest;
  }

  /**
   * An operation that a request does not fit.
   *
   * @param operation the nearest
   * @param differs what the request has otherwise, part by part
   */
  public record Near(Operation operation, List<String> differs) {}
}
