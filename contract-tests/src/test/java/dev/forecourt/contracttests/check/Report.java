package dev.forecourt.contracttests.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one interaction. */
final class Report {
  private final String interaction;
  private final Set<PactFinding> findings = new LinkedHashSet<>();

  Report(String interaction) {
    this.interaction = interaction;
  }

  void add(String rule, String inPact, String inContract, String message) {
    findings.add(new PactFinding(rule, interaction, inPact, "#" + inContract, message));
  }

  void addAll(String rule, String inPact, List<SchemaCheck.Problem> problems) {
    problems.forEach(
        each ->
            add(
                each.keyword().equals("unknown") ? rule + ".unknown" : rule,
                inPact + each.inValue(),
                each.inContract(),
                each.message()));
  }

  List<PactFinding> findings() {
    return new ArrayList<>(findings);
  }
}
