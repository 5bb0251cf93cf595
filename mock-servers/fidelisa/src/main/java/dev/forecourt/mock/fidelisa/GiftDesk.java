package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives gifts for points. A gift is due while its card has the points; taking it costs them, and a
 * gift can be taken again as often as there are points for it. A card that has expired gives none.
 */
final class GiftDesk {

  private static final String NOT_AWARDED = "Le client ne peut pas consommer ce cadeau";
  private static final String NOT_RESTORED = "Le client ne peut pas restaurer ce cadeau";

  private final FidelisaTime time;

  GiftDesk(FidelisaTime time) {
    this.time = time;
  }

  /** Gifts that the customer has points enough for, and the card of each. */
  Map<Gift, Card> due(ShopBook book, CustomerFile file) {
    Map<Gift, Card> due = new LinkedHashMap<>();
    for (Gift gift : book.gifts()) {
      Card card = file.cardOf(gift.program());
      if (pays(card, gift)) {
        due.put(gift, card);
      }
    }
    return due;
  }

  private boolean pays(@Nullable Card card, Gift gift) {
    return card != null && !card.isExpired(time.today()) && card.points() >= gift.cost();
  }

  /** Gifts that the customer has taken, each once. */
  List<Gift> given(ShopBook book, CustomerFile file) {
    Set<String> taken = new LinkedHashSet<>();
    file.awards().forEach(each -> taken.add(each.gift()));
    return taken.stream()
        .flatMap(code -> book.gifts().stream().filter(gift -> gift.uuid().equals(code)))
        .toList();
  }

  /** Throws a Refusal in the vendor's words when the points do not suffice. */
  void award(ShopBook book, String giftId, String customerId) {
    CustomerFile file = book.customer(customerId);
    Gift gift = book.gift(giftId);
    Card card = file.cardOf(gift.program());
    if (card == null || !pays(card, gift)) {
      throw new Refusal(400, NOT_AWARDED, whyNot(file, gift, card));
    }
    book.put(file.with(card.plus(-gift.cost())).with(new Award(giftId, card.uuid())));
  }

  private String whyNot(CustomerFile file, Gift gift, @Nullable Card card) {
    String customer = file.customer().uuid();
    if (card == null) {
      return "customer '%s' has no card of the programme '%s'".formatted(customer, gift.program());
    }
    return card.isExpired(time.today())
        ? "card '%s' of customer '%s' expired on %s"
            .formatted(card.uuid(), customer, card.expiredAt())
        : "gift '%s' takes %d points and card '%s' of customer '%s' has %d"
            .formatted(gift.uuid(), gift.cost(), card.uuid(), customer, card.points());
  }

  /** Undoes the last award of a gift and gives the points back. */
  void restore(ShopBook book, String giftId, String customerId) {
    CustomerFile file = book.customer(customerId);
    Gift gift = book.gift(giftId);
    for (int i = file.awards().size() - 1; i >= 0; i--) {
      Award award = file.awards().get(i);
      if (award.gift().equals(giftId)) {
        CustomerFile after = file.without(award);
        Card card = file.card(award.card());
        book.put(card == null ? after : after.with(card.plus(gift.cost())));
        return;
      }
    }
    throw new Refusal(
        400, NOT_RESTORED, "customer '%s' has not taken gift '%s'".formatted(customerId, giftId));
  }
}
