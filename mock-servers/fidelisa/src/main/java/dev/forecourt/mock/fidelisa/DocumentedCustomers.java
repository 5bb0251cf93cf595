package dev.forecourt.mock.fidelisa;

/**
 * The customers of Fidelisa's documentation, under their documented codes; the text is that of
 * {@code specs/fidelisa/evidence}.
 */
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
    CustomerFile file =
        new CustomerFile(
            book.uuid(),
            new Customer(
                "FD39A1AA85AC4F3FB977DEA5A5786263",
                "client@monmail.com",
                "0123456789",
                "Pierre",
                "Martin",
                19L,
                10L));
    Card card = new Card("1DA03451947C4B91A0EAE4099AD01E26", PRIVILEGES, 20, "2015-06-14");
    return file.with(card).with(new Award(TAKEN_GIFT, card.uuid()));
  }

  /** The other customer of the notification; the contract's example of one little known. */
  private static CustomerFile garnier(ShopBook book) {
    CustomerFile file =
        new CustomerFile(
            book.uuid(),
            new Customer(
                "D407587D800ECC6C629A52CD204C6E61", null, null, null, "Garnier", null, null));
    return file.with(new Card("7C3F0A5E91D84B6FA2E4C1B8D5F60937", FAMILLE, 0, null));
  }
}
