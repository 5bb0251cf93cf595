package dev.forecourt.verifier.report;

import java.util.List;

/** Whether the contract of a vendor keeps the rules of {@code specs/rules}. */
final class RulesCell {
  private final boolean ran;
  private final List<String> failures;

  RulesCell(String vendor, List<TestRun> rules) {
    // the report of a rule does not name its vendor unless it failed: all contracts run, or none
    this.ran =
        rules.stream().anyMatch(test -> test.name().startsWith("everyContractKeepsEveryRule"));
    this.failures =
        rules.stream()
            .map(TestRun::failure)
            .filter(text -> text != null)
            .flatMap(String::lines)
            .filter(line -> line.contains(vendor + "/"))
            .map(String::strip)
            .toList();
  }

  /**
   * That of the operation in this file: what is wrong there, else what is wrong in no such file.
   */
  Cell of(String file) {
    if (!ran) {
      return Cell.NOT_RUN;
    }
    List<String> here = failures.stream().filter(line -> line.contains(file)).toList();
    List<String> shared = failures.stream().filter(line -> !line.contains("/paths/")).toList();
    List<String> all = here.isEmpty() ? shared : here;
    return all.isEmpty() ? Cell.passed("ok") : Cell.failed(all.size() + " wrong", all);
  }
}
