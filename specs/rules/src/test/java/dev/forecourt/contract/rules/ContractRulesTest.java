package dev.forecourt.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every contract in {@code specs/} keeps every rule. */
class ContractRulesTest {
  @TestFactory
  Stream<DynamicContainer> everyContractKeepsEveryRule() {
    return Contract.vendors().stream()
        .map(
            vendor -> {
              Contract contract = Contract.of(Contract.specs().resolve(vendor));
              return DynamicContainer.dynamicContainer(
                  vendor,
                  Rule.all().stream()
                      .map(
                          rule ->
                              DynamicTest.dynamicTest(
                                  rule.name(),
                                  () ->
                                      assertThat(rule.check(contract)).as(rule.name()).isEmpty())));
            });
  }

  @Test
  void findsTheContracts() {
    assertThat(Contract.vendors()).contains("fidcar");
  }
}
