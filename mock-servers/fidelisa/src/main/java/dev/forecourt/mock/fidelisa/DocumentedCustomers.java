package dev.forecourt.mock.fidelisa;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The customers of Fidelisa's documentation, read from the examples of the contract. */
final class DocumentedCustomers {

  private static final String PRIVILEGES = "8853A37D20967C9E099184814805AC31";
  private static final String FAMILLE = "FD39A1AA85AC4F3FB977DEA5A5786263";
  private static final String TAKEN_GIFT = "AZEFDFD39A1AA85AC423JJL34NEZOJ3E";

  private DocumentedCustomers() {}

  static void add(ShopBook book) {
    book.put(pierre(book));
    book.put(garnier(book));
  }

  /**
   * With the points of the card's sample. The sample of gifts says 123 for the same customer: both
   * cannot hold. The gift that the vendor's text awards was taken once already, so that it can be
   * restored as well.
   */
  private static CustomerFile pierre(ShopBook book) {
    Map<String, @Nullable Object> shown =
        FidelisaOperations.LIST_CARDS.example("documented").objects("cards").get(0);
    Card card =
        new Card(
            Json.text(shown, "uuid"),
            PRIVILEGES,
            Long.parseLong(Json.text(shown, "points")),
            Json.optional(shown, "expired_at"));
    // the birthday is that of the sample that creates him
    return new CustomerFile(book.uuid(), customer("documented", 19L, 10L))
        .with(card)
        .with(new Award(TAKEN_GIFT, card.uuid()));
  }

  /** The other customer of the notification; the contract's example of one little known. */
  private static CustomerFile garnier(ShopBook book) {
    return new CustomerFile(book.uuid(), customer("sparse", null, null))
        .with(new Card("7C3F0A5E91D84B6FA2E4C1B8D5F60937", FAMILLE, 0, null));
  }

  private static Customer customer(
      String example, @Nullable Long birthDay, @Nullable Long birthMonth) {
    Map<String, @Nullable Object> shown = FidelisaOperations.GET_CUSTOMER.example(example).object();
    return new Customer(
        Json.text(shown, "uuid"),
        Json.optional(shown, "email"),
        Json.optional(shown, "phone"),
        Json.optional(shown, "first_name"),
        Json.optional(shown, "last_name"),
        birthDay,
        birthMonth);
  }
}
