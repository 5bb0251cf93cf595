package dev.forecourt.trials.mutation;

import dev.forecourt.contract.rules.Contract;
import dev.forecourt.contract.rules.Rule;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One rule of {@code specs/rules}. */
final class RuleChecker implements Checker {
  private final Rule rule;

  RuleChecker(Rule rule) {
    this.rule = rule;
  }

  @Override
  public String name() {
    return rule.name();
  }

  @Override
  public Set<String> problems(ContractCopy contract, @Nullable Mutant mutant) {
    Contract files = mutant == null ? contract.files() : contract.files(mutant);
    return rule.check(files).stream()
        .map(violation -> rule.name() + ": " + violation)
        .collect(Collectors.toSet());
  }
}
