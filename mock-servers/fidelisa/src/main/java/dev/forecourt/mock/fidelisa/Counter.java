package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts points on cards that are still valid: for sales by the rules of each card's programme, and
 * by hand.
 */
final class Counter {

  private final FidelisaState state;
  private final FidelisaTime time;

  Counter(FidelisaState state, FidelisaTime time) {
    this.state = state;
    this.time = time;
  }

  /**
   * Counts a sale on every valid card of the customer. Lines that no rule of these cards uses are
   * not counted; they come back as refused.
   */
  Sale record(ShopBook book, Bill bill) {
    CustomerFile file = book.customer(bill.customerId());
    Map<String, Long> points = new LinkedHashMap<>();
    List<BillLine> refused = new ArrayList<>(bill.lines());
    CustomerFile after = file;
    for (Card card : file.validCards(time.today())) {
      long more = 0;
      for (Rule rule : book.rules(card)) {
        more += rule.count(bill);
        refused.removeIf(rule::uses);
      }
      after = after.with(card.plus(more));
      points.put(card.uuid(), more);
    }
    book.put(after);
    return state.note(book, bill, points, refused);
  }

  /** Adds points to a card. Throws a Refusal with 422, the one failure the vendor names here. */
  void correct(ShopBook book, Map<String, @Nullable Object> correction) {
    String customer = JsonTree.text(correction, "customer_id");
    CustomerFile file = book.find(customer);
    if (file == null) {
      throw unprocessable("customer_id", "be a customer of the shop", customer);
    }
    Card card = card(file, JsonTree.optionalText(correction, "card_id"));
    Long points = JsonTree.optionalWhole(correction, "points");
    long more = points == null ? 0 : points;
    book.put(file.with(card.plus(more)));
    state.note(book, file, card, more);
  }

  private Card card(CustomerFile file, @Nullable String id) {
    Card card = id == null ? file.onlyCard() : file.card(id);
    if (card == null) {
      throw id == null
          ? new Refusal(
              422,
              "body field 'correction.card_id' is required but was missing: customer '%s' has %d cards, not one"
                  .formatted(file.uuid(), file.cards().size()))
          : unprocessable("card_id", "be a card of customer '" + file.uuid() + "'", id);
    }
    if (card.isExpired(time.today())) {
      throw new Refusal(
          422,
          "card '%s' of customer '%s' must still be valid to get points but expired on %s: POST /api/customers/%s/cards/expired_at gives it another day"
              .formatted(card.uuid(), file.uuid(), card.expiredAt(), file.uuid()));
    }
    return card;
  }

  private static Refusal unprocessable(String field, String rule, String value) {
    return new Refusal(
        422, "body field 'correction.%s' must %s but was '%s'".formatted(field, rule, value));
  }
}
