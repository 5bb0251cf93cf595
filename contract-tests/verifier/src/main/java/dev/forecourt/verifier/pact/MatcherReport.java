package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.check.Findings;
import dev.forecourt.verifier.check.MatchingRule;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * What is wrong with matchers, and with generators, which are read as matchers of what they make.
 */
final class MatcherReport {
  private final Findings report;

  MatcherReport(Findings report) {
    this.report = report;
  }

  /** Values that a matcher takes; none of one that cannot be read, which is reported. */
  List<JsonNode> samples(MatchingRule rule, JsonNode example) {
    Optional<List<JsonNode>> samples;
    try {
      samples = Samples.of(rule, example);
    } catch (PatternSyntaxException e) {
      report.add(
          prefix(rule) + "pattern",
          rule.place(),
          "",
          "is no regular expression: %s at %d".formatted(e.getDescription(), e.getIndex()));
      return List.of();
    }
    if (samples.isEmpty()) {
      report.add(
          prefix(rule) + "kind",
          rule.place(),
          "",
          "is of the unknown kind '%s'. If a plugin brings it, use Pact's own matchers instead"
              .formatted(isGenerator(rule) ? rule.matcher().path("type").asText() : rule.kind()));
    }
    return samples.orElse(List.of());
  }

  /** A matcher takes more than the contract allows. */
  void looser(MatchingRule rule, String inContract, String what) {
    report.add("matcher.looser", rule.place(), inContract, what);
  }

  /** A matcher of nothing is a slip of the pen: the example beside it stays a literal. */
  void reaches(MatchingRule rule, boolean something, String inContract) {
    if (!something) {
      report.add(
          prefix(rule) + "unused",
          rule.place(),
          inContract,
          "leads to nothing in the example beside it");
    }
  }

  void looser(MatchingRule rule, JsonNode sample, String inContract) {
    String shown = sample.toString();
    report.add(
        isGenerator(rule) ? "generator.value" : "matcher.looser",
        rule.place(),
        inContract,
        "the %s %s, which the contract does not allow"
            .formatted(
                isGenerator(rule)
                    ? "generator " + rule.matcher().path("type").asText() + " makes"
                    : "matcher " + rule.kind() + " takes",
                shown.length() > 60 ? shown.substring(0, 60) + "..." : shown));
  }

  private static boolean isGenerator(MatchingRule rule) {
    return rule.kind().equals(Generator.KIND);
  }

  private static String prefix(MatchingRule rule) {
    return isGenerator(rule) ? "generator." : "matcher.";
  }
}
