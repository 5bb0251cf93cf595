package dev.forecourt.contracttests.fidelisa;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.fidelisa.FidelisaCalls.*;
import static dev.forecourt.contracttests.fidelisa.FidelisaPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.fidelisa.api.RuleBasesService.ListRuleBasesQuery;
import dev.forecourt.fidelisa.model.*;
import dev.forecourt.runtime.json.LooseNumber;
import dev.forecourt.runtime.json.VendorJson;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Rule bases, sales and points: fidelisa.md L737-907. */
class FidelisaPointsPactTest {
  /** fidelisa.md L738-782; the sample answer is L742-757: yes and no are text. */
  @Test
  void listsRuleBases() {
    verify(
        pact ->
            answered(
                ask(pact, listRuleBases(), LINKED, "all of the shop"),
                200,
                like(evidence("ruleBasisList"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            RuleBasis basis = fidelisa.ruleBases().listRuleBases().rulebasis().get(0);

            assertThat(basis.type()).isEqualTo(RuleType.SUB_TOTAL1);
            assertThat(basis.excludeDiscount().value()).contains(false);
          }
        });
  }

  /** fidelisa.md L773 and draft.md L486-500. */
  @Test
  void listsRuleBasesOfACustomer() {
    verify(
        pact ->
            answered(
                ask(pact, listRuleBasesOfCustomer(), KNOWN, "those of a customer's cards"),
                200,
                like(evidence("ruleBasisListOfCustomer"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var query = ListRuleBasesQuery.builder().customerId(CUSTOMER).build();

            RuleBasis basis = fidelisa.ruleBases().listRuleBases(query).rulebasis().get(0);

            assertThat(basis.excludeDiscount().value()).contains(true);
          }
        });
  }

  /** fidelisa.md L781 lists the types; nobody says that there will never be another. */
  @Test
  void keepsAnUnknownType() {
    verify(
        pact ->
            answered(
                ask(pact, listRuleBases(), LINKED, "of a type that no client knows"),
                200,
                newJsonBody(
                        body ->
                            body.minArrayLike(
                                "rulebasis", 1, basis -> basis.stringType("type", "Weather")))
                    .build()),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            RuleBasis basis = fidelisa.ruleBases().listRuleBases().rulebasis().get(0);

            assertThat(basis.type().known()).isEqualTo(RuleType.Known.UNKNOWN);
            assertThat(VendorJson.write(basis)).isEqualTo("{\"type\":\"Weather\"}");
          }
        });
  }

  /** fidelisa.md L785-858; the sample request is L786-808, the answer that of draft.md L537-543. */
  @Test
  void recordsASale() {
    verify(
        pact ->
            answered(
                ask(pact, createSale(), KNOWN, "the documented bill"),
                201,
                like(evidence("saleReceiptWithoutErrors"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            SaleReceipt receipt =
                fidelisa.sales().createSale(sample("billEnvelope", BillEnvelope.class));

            assertThat(receipt.bill().total()).isEqualTo(LooseNumber.of("123.5"));
            assertThat(receipt.errors()).isEmpty();
          }
        });
  }

  /** fidelisa.md L812-829 and L856-858: lines without a rule come back, with 201 all the same. */
  @Test
  void tellsWhichLinesWereRefused() {
    verify(
        pact ->
            answered(
                ask(pact, createSale(withUnusedLine()), KNOWN, "with a line that no rule uses"),
                201,
                like(evidence("saleReceipt"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var bill = VendorJson.read(withUnusedLine().toString(), BillEnvelope.class);

            SaleReceipt receipt = fidelisa.sales().createSale(bill);

            assertThat(receipt.errors()).extracting(RejectedDetail::item).containsExactly("11234");
            assertThat(receipt.errors().get(0).error()).isEqualTo("Not Use");
            assertThat(receipt.errors().get(0).amount().value()).contains(new BigDecimal("12.50"));
          }
        });
  }

  /** fidelisa.md L861-907; the sample request is L866-874, the code that of L906. */
  @Test
  void correctsThePointsOfACard() {
    verify(
        pact -> done(ask(pact, correctPoints("correctionKnownCard"), KNOWN, "a known card"), 201),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var points = Correction.builder().points(20).customerId(CUSTOMER).cardId(CARD).build();

            fidelisa
                .points()
                .correctPoints(CorrectionEnvelope.builder().correction(points).build());
          }
        });
  }

  /** fidelisa.md L876-885: the only card need not be named. */
  @Test
  void correctsThePointsOfTheOnlyCard() {
    verify(
        pact -> done(ask(pact, correctPoints("correctionOnlyCard"), KNOWN, "the only card"), 201),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var points = Correction.builder().points(20).customerId(CUSTOMER).build();

            fidelisa
                .points()
                .correctPoints(CorrectionEnvelope.builder().correction(points).build());
          }
        });
  }

  /** draft.md L589-590 answers 200. */
  @Test
  void takesTheCodeOfTheDraftForPoints() {
    verify(
        pact -> told(pact, correctPoints("correctionKnownCard"), 200, null),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            correctPoints("correctionKnownCard").call().accept(fidelisa);
          }
        });
  }

  /** The documented bill with the line that the documented answer refuses. */
  private static JsonNode withUnusedLine() {
    JsonNode bill = evidence("billEnvelope");
    ((ObjectNode) bill.at("/bill/details/1")).put("item", "11234");
    return bill;
  }
}
