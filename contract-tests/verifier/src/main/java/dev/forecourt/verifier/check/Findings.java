package dev.forecourt.verifier.check;

import dev.forecourt.verifier.contract.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one interaction. */
public final class Findings {
  private final String interaction;
  private final Set<Finding> findings = new LinkedHashSet<>();

  public Findings(String interaction) {
    this.interaction = interaction;
  }

  public void add(String rule, String inPact, String inContract, String message) {
    add(rule, inPact, inContract, message, Finding.Details.NONE);
  }

  void add(String rule, String inPact, String inContract, String message, Finding.Details details) {
    findings.add(new Finding(rule, interaction, inPact, "#" + inContract, message, details));
  }

  public void addAll(String rule, String inPact, List<SchemaCheck.Problem> problems) {
    addAll(rule, inPact, problems, false);
  }

  void addAll(String rule, String inPact, List<SchemaCheck.Problem> problems, boolean explained) {
    problems.forEach(
        each ->
            add(
                each.keyword().equals("unknown") ? rule + ".unknown" : rule,
                inPact + each.inValue(),
                each.inContract(),
                each.message(),
                new Finding.Details(each.keyword(), each.subject(), each.value(), explained)));
  }

  public List<Finding> findings() {
    return new ArrayList<>(findings);
  }
}
