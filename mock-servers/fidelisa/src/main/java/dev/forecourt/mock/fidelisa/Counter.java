package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts points on cards: for sales by the rules of each card's programme, and by hand. */
final class Counter {

  private final FidelisaState state;

  Counter(FidelisaState state) {
    this.state = state;
  }

  /**
   * Counts a sale on every card of the customer. Lines that no rule of these cards uses are not
   * counted; they come back as refused.
   */
  Receipt record(ShopBook book, Bill bill) {
    CustomerFile file = book.customer(bill.customerId());
    Map<String, Long> points = new LinkedHashMap<>();
    List<BillLine> refused = new ArrayList<>(bill.lines());
    CustomerFile after = file;
    for (Card card : file.cards()) {
      long more = 0;
      for (Rule rule : book.rules(card)) {
        more += rule.count(bill);
        refused.removeIf(rule::uses);
      }
      after = after.with(card.plus(more));
      points.put(card.uuid(), more);
    }
    Receipt receipt = new Receipt(bill, points, refused);
    book.put(after);
    state.note(book, receipt);
    return receipt;
  }

  /** Adds points to a card. Throws a Refusal with 422, the one failure the vendor names here. */
  void correct(ShopBook book, Map<String, @Nullable Object> correction) {
    String customer = Json.text(correction, "customer_id");
    CustomerFile file = book.find(customer);
    if (file == null) {
      throw unprocessable("customer_id", "be a customer of the shop", customer);
    }
    String cardId = Json.optional(correction, "card_id");
    Card card = cardId == null ? file.onlyCard() : file.card(cardId);
    if (card == null) {
      throw cardId == null
          ? new Refusal(
              422,
              "body field 'correction.card_id' is required but was missing: customer '%s' has %d cards, not one"
                  .formatted(customer, file.cards().size()))
          : unprocessable("card_id", "be a card of customer '" + customer + "'", cardId);
    }
    Long points = Json.number(correction, "points");
    long more = points == null ? 0 : points;
    book.put(file.with(card.plus(more)));
    state.note(book, file, card, more);
  }

  private static Refusal unprocessable(String field, String rule, String value) {
    return new Refusal(
        422, "body field 'correction.%s' must %s but was '%s'".formatted(field, rule, value));
  }
}
