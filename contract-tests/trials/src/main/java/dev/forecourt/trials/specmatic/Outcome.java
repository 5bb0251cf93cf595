package dev.forecourt.trials.specmatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the generated tests say of one provider.
 *
 * @param tests number of tests
 * @param negative how many of them sent what the contract forbids
 * @param operations number of operations that they called
 * @param explained failed tests for which there is a reason
 * @param unexplained failed tests without one
 * @param problems why the tests prove less than they seem to
 */
record Outcome(
    String vendor,
    String provider,
    int tests,
    int negative,
    int operations,
    int explained,
    List<Finding> unexplained,
    List<String> problems) {

  /** Specmatic could not do its work. */
  static Outcome crashed(String vendor, String provider, String why) {
    return new Outcome(vendor, provider, 0, 0, 0, 0, List.of(), List.of(why));
  }

  /** Pairs tests with what passed on the wire, and failures with their reasons. */
  static Outcome of(
      String vendor,
      String provider,
      Set<String> operations,
      List<GeneratedTest> tests,
      List<Exchange> exchanges,
      ReviewedFindings reviewed) {
    if (tests.isEmpty()) {
      return crashed(vendor, provider, "Specmatic made no test");
    }
    if (tests.size() != exchanges.size()) {
      return crashed(
          vendor,
          provider,
          "Specmatic reports %d tests but sent %d requests"
              .formatted(tests.size(), exchanges.size()));
    }
    Set<String> never = new TreeSet<>(operations);
    List<Finding> unexplained = new ArrayList<>();
    int explained = 0;
    for (int i = 0; i < tests.size(); i++) {
      GeneratedTest test = tests.get(i);
      Finding finding = new Finding(vendor, provider, test, exchanges.get(i));
      if (!test.operation().startsWith(finding.exchange().method() + " ")) {
        return crashed(
            vendor, provider, "The requests are not in the order of the tests: " + finding);
      }
      never.remove(test.operation());
      if (test.failure() == null) {
        continue;
      }
      if (reviewed.reason(finding) == null) {
        unexplained.add(finding);
      } else {
        explained++;
      }
    }
    return new Outcome(
        vendor,
        provider,
        tests.size(),
        (int) tests.stream().filter(GeneratedTest::negative).count(),
        operations.size() - never.size(),
        explained,
        unexplained,
        never.stream().map(each -> "no test of " + each).toList());
  }

  int passed() {
    return tests - explained - unexplained.size();
  }

  boolean good() {
    return unexplained.isEmpty() && problems.isEmpty();
  }
}
