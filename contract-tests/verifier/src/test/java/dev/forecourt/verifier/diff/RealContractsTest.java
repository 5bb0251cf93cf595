package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.verifier.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edits of a copy of the five contracts, {@code real-contracts.psv}. */
class RealContractsTest {
  private static final Map<String, JsonNode> TODAY = new TreeMap<>();

  @TempDir static Path temp;
  private static EditedContracts contracts;

  @BeforeAll
  static void copyContracts() {
    contracts = new EditedContracts(temp);
  }

  static Stream<String[]> edits() {
    return Psv.readAsIs("real-contracts.psv");
  }

  @ParameterizedTest(name = "{0} {1}: {2} -> {3}")
  @MethodSource("edits")
  void meansWhatTheTableSays(String vendor, String file, String from, String to, String rules)
      throws IOException {
    JsonNode now = contracts.edited(vendor, file, from, to);

    String found =
        ContractComparison.between(today(vendor), now).stream()
            .map(Change::rule)
            .filter(rule -> !rule.id().endsWith("documentation-changed"))
            .map(
                rule ->
                    "%s %s%s"
                        .formatted(
                            rule.id(), rule.http().name().charAt(0), rule.java().name().charAt(0)))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "));

    assertThat(found.isEmpty() ? "-" : found).isEqualTo(rules);
  }

  @ParameterizedTest
  @ValueSource(strings = {"autengo", "autochat", "claire", "fidcar", "fidelisa"})
  void findsNothingBetweenEqualContracts(String vendor) {
    assertThat(ContractComparison.between(today(vendor), Bundle.of(Checkout.contract(vendor))))
        .isEmpty();
  }

  @Test
  void tellsOfAChangeInsideAnotherClassWhereItStands() throws IOException {
    JsonNode now =
        contracts.edited(
            "fidcar",
            "components/schemas/Review.yaml",
            "$ref: Answer.yaml",
            "$ref: ContactSummary.yaml");

    assertThat(ContractComparison.between(today("fidcar"), now))
        .extracting(Change::text)
        .contains(
            "Review.answer is the class ContactSummary in Java, was Answer",
            "Review.answer.content is gone");
  }

  @Test
  void namesEveryOperationThatASharedParameterTouches() throws IOException {
    JsonNode now =
        contracts.edited(
            "fidcar", "components/parameters/limit.yaml", "maximum: 100", "maximum: 50");

    assertThat(ContractComparison.between(today("fidcar"), now))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.subject()).isEqualTo("limit");
              assertThat(change.place()).isEqualTo("/components/parameters/limit/schema");
              assertThat(change.operations()).contains("listReviews", "listLeads").hasSize(6);
            });
  }

  private static JsonNode today(String vendor) {
    return TODAY.computeIfAbsent(vendor, id -> Bundle.of(Checkout.contract(id)));
  }
}
