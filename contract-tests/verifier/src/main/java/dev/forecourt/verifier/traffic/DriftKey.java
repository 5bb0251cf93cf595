package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.check.Finding;

/**
 * What makes two findings one: the same rule at the same place of the contract about the same name,
 * or the same value that an enumeration does not have, or the same type that is wrong.
 */
record DriftKey(String rule, String keyword, String inContract, String subject, boolean explained) {

  /** Of a change of the contract: one for all types that are wrong at one place. */
  static DriftKey ofChange(Finding finding) {
    DriftKey key = of(finding);
    return key.keyword().equals("type")
        ? new DriftKey(key.rule(), key.keyword(), key.inContract(), "", key.explained())
        : key;
  }

  static DriftKey of(Finding finding) {
    Finding.Details details = finding.details();
    String subject = details.subject();
    if (details.keyword().equals("enum") && Shapes.isWord(details.value().asText())) {
      subject = details.value().asText();
    } else if (details.keyword().equals("type")) {
      // a number and a text in place of a truth value are two differences
      subject = details.value().getNodeType().name();
    } else if (finding.rule().endsWith(".unknown")) {
      subject = Shapes.name(subject);
    }
    return new DriftKey(
        finding.rule(), details.keyword(), finding.inContract(), subject, details.explained());
  }
}
