package dev.forecourt.mock.fidelisa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a shop knows of a customer: cards, the default one first, and gifts taken. */
final class CustomerFile {

  private final Customer customer;
  private final Map<String, Card> cards = new LinkedHashMap<>();
  private final List<Award> awards = new ArrayList<>();

  CustomerFile(Customer customer) {
    this.customer = customer;
  }

  Customer customer() {
    return customer;
  }

  Collection<Card> cards() {
    return cards.values();
  }

  List<Award> awards() {
    return awards;
  }

  /** Adds a card, or puts a changed one in the place of the old. */
  void put(Card card) {
    cards.put(card.uuid(), card);
  }

  @Nullable Card card(String uuid) {
    return cards.get(uuid);
  }

  @Nullable Card firstCard() {
    return cards.isEmpty() ? null : cards.values().iterator().next();
  }

  @Nullable Card onlyCard() {
    return cards.size() == 1 ? firstCard() : null;
  }

  @Nullable Card cardOf(String program) {
    for (Card card : cards.values()) {
      if (card.program().uuid().equals(program)) {
        return card;
      }
    }
    return null;
  }
}
