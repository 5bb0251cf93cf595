package dev.forecourt.mock.verify;

import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.text.Spelling;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Counts the requests that a pattern means. */
public final class Verification {

  private static final int SHOWN = 5;

  private Verification() {}

  /**
   * Throws {@link AssertionError} unless so many requests fit: it lists what came, the nearest
   * first, with what each has otherwise. Throws {@link IllegalArgumentException} for an operation
   * that there is not.
   *
   * @param operations the operationIds that there are
   */
  public static void verify(
      int times,
      RequestPattern pattern,
      List<RecordedRequest> requests,
      Collection<String> operations) {
    String operation = pattern.operation();
    if (operation != null && !operations.contains(operation)) {
      throw new IllegalArgumentException(
          "No operation '%s'%s. There are %s."
              .formatted(
                  operation,
                  Spelling.hint(operation, operations),
                  operations.stream().sorted().collect(Collectors.joining(", "))));
    }
    long found = requests.stream().filter(each -> pattern.differences(each).isEmpty()).count();
    if (found != times) {
      throw new AssertionError(
          "Expected %s of %s, but %d of the %s that came %s.%s"
              .formatted(
                  requests(times),
                  pattern,
                  found,
                  requests(requests.size()),
                  found == 1 ? "fits" : "fit",
                  listed(pattern, requests)));
    }
  }

  private static String requests(int count) {
    return count == 1 ? "1 request" : count + " requests";
  }

  private static String listed(RequestPattern pattern, List<RecordedRequest> requests) {
    StringBuilder out = new StringBuilder();
    requests.stream()
        .sorted(Comparator.comparingInt(each -> pattern.differences(each).size()))
        .limit(SHOWN)
        .forEach(each -> out.append("\n  ").append(line(pattern, each)));
    int more = requests.size() - SHOWN;
    return more > 0
        ? out.append("\n  and ").append(more).append(" more").toString()
        : out.toString();
  }

  private static String line(RequestPattern pattern, RecordedRequest request) {
    String query = request.query() == null ? "" : "?" + request.query();
    List<String> differences = pattern.differences(request);
    return "%s %s%s (%s) -> %d: %s"
        .formatted(
            request.method(),
            request.path(),
            query,
            request.operation() == null ? "no operation" : request.operation(),
            request.status(),
            differences.isEmpty() ? "fits" : String.join("; ", differences));
  }
}
