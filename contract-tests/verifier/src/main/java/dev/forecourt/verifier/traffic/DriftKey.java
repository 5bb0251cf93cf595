package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.check.Finding;

/**
 * What makes two findings one: the same rule at the same place of the contract about the same name,
 * or the same value that an enumeration does not have.
 */
record DriftKey(String rule, String keyword, String inContract, String subject, boolean explained) {

  static DriftKey of(Finding finding) {
    Finding.Details details = finding.details();
    String subject = details.subject();
    if (details.keyword().equals("enum") && Shapes.isWord(details.value().asText())) {
      subject = details.value().asText();
    } else if (finding.rule().endsWith(".unknown")) {
      subject = Shapes.name(subject);
    }
    return new DriftKey(
        finding.rule(), details.keyword(), finding.inContract(), subject, details.explained());
  }
}
