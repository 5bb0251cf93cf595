package dev.forecourt.contracttests.fidelisa;

import static dev.forecourt.contracttests.fidelisa.FidelisaCalls.*;
import static dev.forecourt.contracttests.fidelisa.FidelisaPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.fidelisa.model.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Customers and their cards: fidelisa.md L505-735. */
class FidelisaCustomersPactTest {
  /** fidelisa.md L506-558; request L508-519, answer L523-532. */
  @Test
  void createsACustomer() {
    verify(
        pact ->
            answered(
                ask(pact, createCustomer(), LINKED, "the documented customer"),
                201,
                like(evidence("customerCreated"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            Customer created =
                fidelisa
                    .customers()
                    .createCustomer(sample("customerEnvelope", CustomerEnvelope.class));

            assertThat(created.uuid()).isEqualTo(CUSTOMER);
          }
        });
  }

  /** fidelisa.md L561-594; the sample answer is L565-573. */
  @Test
  void getsACustomer() {
    verify(
        pact ->
            answered(
                ask(pact, getCustomer(), KNOWN, "the documented customer"),
                200,
                like(evidence("customer"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            Customer customer = fidelisa.customers().getCustomer(CUSTOMER);

            assertThat(customer.firstName()).isEqualTo("Pierre");
            assertThat(customer.phone()).isEqualTo("0123456789");
          }
        });
  }

  /** fidelisa.md L598-618: nothing but the status. */
  @Test
  void deletesACustomer() {
    verify(
        pact -> done(ask(pact, deleteCustomer(), KNOWN, "the documented customer"), 200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            fidelisa.customers().deleteCustomer(CUSTOMER);
          }
        });
  }

  /** fidelisa.md L620-655; the sample answer is L623-635. Of some customers little is known. */
  @Test
  void listsCustomers() {
    verify(
        pact ->
            answered(
                ask(pact, listCustomers(), KNOWN, "all of the shop"),
                200,
                like(onlyOfItems(evidence("customerList"), "customers", "uuid", "last_name"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            CustomerList customers = fidelisa.customers().listCustomers();

            assertThat(customers.customers())
                .extracting(Customer::lastName)
                .containsExactly("Martin");
            assertThat(customers.customers().get(0).email()).isNull();
          }
        });
  }

  /** fidelisa.md L659-695; the sample answer is L663-674. */
  @Test
  void listsCards() {
    verify(
        pact ->
            answered(
                ask(pact, listCards(), KNOWN, "the documented card"),
                200,
                like(evidence("cardList"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            Card card = fidelisa.customers().listCards(CUSTOMER).cards().get(0);

            assertThat(card.points().value()).contains(new BigDecimal("20"));
            assertThat(card.expiredAt()).isEqualTo(LocalDate.of(2015, 6, 14));
          }
        });
  }

  /** fidelisa.md L699-735; the sample request is L701-707. */
  @Test
  void emptiesACard() {
    verify(
        pact -> done(ask(pact, updateCardExpiry("cardExpiry"), KNOWN, "a card, emptied"), 200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var expiry = CardExpiry.builder().id(CARD).date(LocalDate.of(2014, 6, 20)).reset(true);

            fidelisa.customers().updateCardExpiry(CUSTOMER, expiry.build());
          }
        });
  }

  /** draft.md L432-435: what becomes of the points need not be said. */
  @Test
  void keepsThePointsOfACard() {
    verify(
        pact ->
            done(
                ask(
                    pact,
                    updateCardExpiry("cardExpiryKeepingPoints"),
                    KNOWN,
                    "a card, points kept"),
                200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var expiry = CardExpiry.builder().id(CARD).date(LocalDate.of(2014, 5, 15));

            fidelisa.customers().updateCardExpiry(CUSTOMER, expiry.build());
          }
        });
  }

  /** fidelisa.md L733-735 and draft.md L443-446: without a card the default one is meant. */
  @Test
  void changesTheDefaultCard() {
    verify(
        pact ->
            done(
                ask(pact, updateCardExpiry("cardExpiryOfDefaultCard"), KNOWN, "the default card"),
                200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var expiry = CardExpiry.builder().date(LocalDate.of(2014, 6, 20)).reset(false);

            fidelisa.customers().updateCardExpiry(CUSTOMER, expiry.build());
          }
        });
  }
}
