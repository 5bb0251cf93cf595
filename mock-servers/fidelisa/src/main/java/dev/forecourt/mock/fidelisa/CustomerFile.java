package dev.forecourt.mock.fidelisa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shop knows of a customer.
 *
 * @param cards the default one first
 * @param awards gifts taken, the latest last
 */
record CustomerFile(String shop, Customer customer, List<Card> cards, List<Award> awards) {

  CustomerFile {
    cards = List.copyOf(cards);
    awards = List.copyOf(awards);
  }

  /** One without cards. */
  CustomerFile(String shop, Customer customer) {
    this(shop, customer, List.of(), List.of());
  }

  /** The same of another shop. */
  CustomerFile of(String other) {
    return new CustomerFile(other, customer, cards, awards);
  }

  String uuid() {
    return customer.uuid();
  }

  /** With one card more, or with a changed one in the place of the old. */
  CustomerFile with(Card card) {
    List<Card> changed = new ArrayList<>(cards);
    changed.replaceAll(each -> each.uuid().equals(card.uuid()) ? card : each);
    if (card(card.uuid()) == null) {
      changed.add(card);
    }
    return new CustomerFile(shop, customer, changed, awards);
  }

  CustomerFile with(Award award) {
    List<Award> more = new ArrayList<>(awards);
    more.add(award);
    return new CustomerFile(shop, customer, cards, more);
  }

  CustomerFile without(Award award) {
    List<Award> fewer = new ArrayList<>(awards);
    fewer.remove(award);
    return new CustomerFile(shop, customer, cards, fewer);
  }

  @Nullable Card card(String uuid) {
    return cards.stream().filter(each -> each.uuid().equals(uuid)).findFirst().orElse(null);
  }

  /** Those that are valid on a day. */
  List<Card> validCards(LocalDate day) {
    return cards.stream().filter(each -> !each.isExpired(day)).toList();
  }

  @Nullable Card firstCard() {
    return cards.isEmpty() ? null : cards.get(0);
  }

  @Nullable Card onlyCard() {
    return cards.size() == 1 ? firstCard() : null;
  }

  @Nullable Card cardOf(String program) {
    return cards.stream().filter(each -> each.program().equals(program)).findFirst().orElse(null);
  }
}
