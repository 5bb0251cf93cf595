package dev.forecourt.contracttests.fidelisa;

import static dev.forecourt.contracttests.fidelisa.FidelisaCalls.*;
import static dev.forecourt.contracttests.fidelisa.FidelisaPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.fidelisa.api.GiftsService.ListGiftsQuery;
import dev.forecourt.fidelisa.model.*;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gifts and messages: fidelisa.md L911-1068. */
class FidelisaGiftsPactTest {
  /** fidelisa.md L912-953; the sample answer is L916-926, the code that of draft.md L604-615. */
  @Test
  void listsGiftsThatAreDue() {
    verify(
        pact ->
            answered(
                ask(pact, listGifts(), KNOWN, "those that are due"),
                200,
                like(evidence("giftList"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            Gift gift = fidelisa.gifts().listGifts(CUSTOMER).gifts().get(0);

            assertThat(gift.title()).isEqualTo("10€ de bon d’achat");
            assertThat(gift.points().value()).contains(new BigDecimal("123"));
          }
        });
  }

  /** fidelisa.md L948: the text says 201. */
  @Test
  void takesTheDocumentedCodeForGifts() {
    verify(
        pact -> told(pact, listGifts(), 201, like(evidence("giftList"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            GiftList gifts = fidelisa.gifts().listGifts(CUSTOMER);

            assertThat(gifts.gifts()).extracting(Gift::uuid).containsExactly(CUSTOMER);
          }
        });
  }

  /** fidelisa.md L943, L951-953: gifts already given have no points. */
  @Test
  void listsGiftsThatWereGiven() {
    verify(
        pact ->
            answered(
                ask(pact, listGivenGifts(), TAKEN, "those given already"),
                200,
                like(onlyOfItems(evidence("giftList"), "gifts", "uuid", "title"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var query = ListGiftsQuery.builder().used(UsedFilter.T).build();

            GiftList gifts = fidelisa.gifts().listGifts(CUSTOMER, query);

            assertThat(gifts.gifts()).extracting(Gift::points).containsOnlyNulls();
          }
        });
  }

  /** fidelisa.md L956-987; the sample request is L958-963. */
  @Test
  void awardsAGift() {
    verify(
        pact -> done(ask(pact, awardGift(), KNOWN, "the documented gift"), 200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            fidelisa.gifts().awardGift(GiftAward.builder().uuid(GIFT).customerId(CUSTOMER).build());
          }
        });
  }

  /** fidelisa.md L990-1013: the customer stands in the query. */
  @Test
  void restoresAGift() {
    verify(
        pact -> done(ask(pact, restoreGift(), TAKEN, "the documented gift"), 200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            fidelisa.gifts().restoreGift(GIFT, CUSTOMER);
          }
        });
  }

  /** fidelisa.md L1019-1026. */
  @Test
  void notifiesACustomer() {
    verify(
        pact ->
            done(ask(pact, notifyCustomers("notificationToCustomer"), KNOWN, "one customer"), 200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var message =
                Notification.builder().customer(CUSTOMER).alert("Message au client").build();

            fidelisa.notifications().notifyCustomers(message);
          }
        });
  }

  /** fidelisa.md L1028-1035. */
  @Test
  void notifiesThoseOfAProgramme() {
    verify(
        pact ->
            done(
                ask(pact, notifyCustomers("notificationToProgram"), LINKED, "those of a programme"),
                200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var message =
                Notification.builder().program(CUSTOMER).alert("Message aux clients").build();

            fidelisa.notifications().notifyCustomers(message);
          }
        });
  }

  /** fidelisa.md L1037-1047: each customer with a link. */
  @Test
  void notifiesSeveralCustomers() {
    verify(
        pact ->
            done(
                ask(pact, notifyCustomers("notificationToCustomers"), KNOWN, "several customers"),
                200),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            var links =
                Map.of(
                    "D407587D800ECC6C629A52CD204C6E61",
                    "http://fidelisa.com/1",
                    CUSTOMER,
                    "http://fidelisa.com/2");
            var message =
                Notification.builder().customers(links).alert("Message aux clients").build();

            fidelisa.notifications().notifyCustomers(message);
          }
        });
  }
}
