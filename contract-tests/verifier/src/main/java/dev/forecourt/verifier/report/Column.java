package dev.forecourt.verifier.report;

import com.fasterxml.jackson.annotation.JsonKey;
import java.util.Locale;

/** The questions that the report answers for each operation. */
enum Column {
  RULES("Contract", "the contract keeps the rules of specs/rules"),
  PACT("Client pact", "interactions that the client's tests wrote"),
  FAILURES(
      "Failures",
      "documented failures, forced ones included, that our stub answers as the contract says, of all"),
  CONTRACT(
      "Pact ↔ contract",
      "the contract allows each interaction (our checker, and Pact's comparator)"),
  STUB("Stub", "our stub answers as the pact says"),
  PRISM("Prism", "Prism answers as the pact says"),
  RUST("2nd verifier", "Pact's command line, in Rust, says the same of the stub"),
  LIVE("Live", "the vendor itself answers as documented; filled by scripts/verify-vendor NAME"),
  TRAFFIC(
      "Traffic",
      "recorded traffic is as documented; filled by scripts/check-traffic FILE --results"),
  MUTATION(
      "Mutants",
      "single wrong changes of the contract that a test caught; filled by scripts/mutate-contracts");

  final String title;
  final String meaning;

  /** Its name in {@code report.json}. */
  @JsonKey
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  Column(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }
}
