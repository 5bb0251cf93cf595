package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.json.JsonWriter;

/** Writes what the vendor shows, member by member in the order of its samples. */
final class FidelisaWriter {

  private final JsonWriter out;

  FidelisaWriter(JsonWriter out) {
    this.out = out;
  }

  /** Without the braces, as a single shop is not wrapped. */
  void fields(Shop shop) {
    out.field("title", shop.title()).field("uuid", shop.uuid());
    out.field("key", shop.key()).field("user_email", shop.userEmail());
  }

  void write(Shop shop) {
    out.startObject();
    fields(shop);
    out.endObject();
  }

  void categories(Shop shop) {
    for (int i = 0; i < shop.categories().size(); i++) {
      out.field("subtotal" + (i + 1), shop.categories().get(i));
    }
  }

  void write(Program program) {
    out.startObject();
    out.field("title", program.title()).field("uuid", program.uuid());
    out.endObject();
  }

  void fields(Customer customer) {
    out.field("uuid", customer.uuid()).field("email", customer.email());
    out.field("phone", customer.phone()).field("first_name", customer.firstName());
    out.field("last_name", customer.lastName());
  }

  void write(CustomerFile file) {
    out.startObject();
    fields(file.customer());
    out.endObject();
  }

  void write(Card card, String title) {
    out.startObject();
    out.field("uuid", card.uuid()).field("title", title);
    out.field("points", card.points()).field("expired_at", card.expiredAt());
    out.endObject();
  }

  void write(Rule rule) {
    out.startObject();
    out.field("type", rule.type()).field("item", rule.item());
    out.field("exclude_discount", rule.excludeDiscount());
    out.endObject();
  }

  void due(Gift gift, CustomerFile file) {
    out.startObject();
    out.field("uuid", gift.uuid()).field("title", gift.title());
    out.field("points", GiftDesk.points(file, gift));
    out.endObject();
  }

  /** A gift that was taken has no points. */
  void given(Gift gift) {
    out.startObject();
    out.field("uuid", gift.uuid()).field("title", gift.title());
    out.endObject();
  }

  void fields(Receipt receipt) {
    Bill bill = receipt.bill();
    out.object("bill", each -> each.field("date", bill.date()).field("total", bill.shownTotal()));
    if (!receipt.refused().isEmpty()) {
      out.array("errors", receipt.refused(), this::refused);
    }
  }

  private void refused(BillLine line) {
    out.startObject().field("type", line.type());
    if (line.item() != null) {
      out.field("item", line.item());
    }
    out.name("amount").tree(line.sent().get("amount"));
    out.name("quantity").tree(line.sent().get("quantity"));
    out.field("error", Receipt.NOT_USED).endObject();
  }
}
