package dev.forecourt.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every contract in {@code specs/} keeps every rule. */
class ContractRulesTest {
  @TestFactory
  Stream<DynamicContainer> everyContractKeepsEveryRule() {
    // all of them, unless one is named
    String only = System.getProperty("forecourt.vendor", "");
    return Contract.vendors().stream()
        .filter(vendor -> only.isEmpty() || vendor.equals(only))
        .map(vendor -> DynamicContainer.dynamicContainer(vendor, rules(vendor)));
  }

  private static List<DynamicTest> rules(String vendor) {
    try {
      Contract contract = Contract.of(Contract.specs().resolve(vendor));
      return Rule.of(contract).stream()
          .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> keeps(contract, rule)))
          .toList();
    } catch (IllegalArgumentException e) {
      return List.of(DynamicTest.dynamicTest("is YAML", () -> fail("\n" + e.getMessage() + "\n")));
    }
  }

  /** Prints rule, file, place and the right form, one violation below the other. */
  private static void keeps(Contract contract, Rule rule) {
    List<Violation> found = Rule.found(rule, contract);
    if (!found.isEmpty()) {
      fail(
          found.stream()
              .map(violation -> rule.name() + ": " + violation)
              .collect(Collectors.joining("\n", "\n", "\n")));
    }
  }

  @Test
  void findsTheContracts() {
    assertThat(Contract.vendors()).contains("fidcar");
  }
}
