package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.json.JsonWriter;
import java.util.List;

/** Writes all there is about a shop except its key, also what no operation shows. */
final class StateWriter {

  private final JsonWriter out;
  private final FidelisaWriter vendor;

  StateWriter(JsonWriter out) {
    this.out = out;
    vendor = new FidelisaWriter(out);
  }

  void write(ShopBook book, List<String> providers) {
    Shop shop = book.shop();
    out.startObject();
    out.field("title", shop.title()).field("uuid", shop.uuid());
    out.field("user_email", shop.userEmail()).name("providers").tree(providers);
    out.object("categories", each -> vendor.categories(shop));
    out.array("programs", book.programs(), this::write);
    out.array("gifts", book.gifts(), this::write);
    out.array("customers", book.customers(), this::write);
    out.array("sales", book.sales().all(), this::write);
    out.array("corrections", book.corrections().all(), this::write);
    out.array("notifications", book.notifications().all(), this::write);
    out.endObject();
  }

  private void write(Program program) {
    out.startObject();
    out.field("title", program.title()).field("uuid", program.uuid());
    out.array("rulebasis", program.rules(), this::write);
    out.endObject();
  }

  private void write(Rule rule) {
    out.startObject();
    out.field("type", rule.type()).field("item", rule.item());
    out.field("exclude_discount", rule.excludeDiscount()).name("points").tree(rule.points());
    out.endObject();
  }

  private void write(Gift gift) {
    out.startObject();
    out.field("uuid", gift.uuid()).field("title", gift.title());
    out.field("program", gift.program()).field("cost", gift.cost());
    out.endObject();
  }

  private void write(CustomerFile file) {
    out.startObject();
    vendor.fields(file.customer());
    out.name("birth_day").tree(file.customer().birthDay());
    out.name("birth_month").tree(file.customer().birthMonth());
    out.array("cards", file.cards(), vendor::write);
    out.name("gifts_taken").tree(file.awards().stream().map(each -> each.gift().uuid()).toList());
    out.endObject();
  }

  private void write(Receipt receipt) {
    out.startObject();
    out.field("customer_id", receipt.bill().customerId());
    vendor.fields(receipt);
    out.name("points").tree(receipt.points());
    out.endObject();
  }

  private void write(Correction correction) {
    out.startObject();
    out.field("customer_id", correction.customer()).field("card_id", correction.card());
    out.field("points", correction.points()).endObject();
  }

  private void write(Notification notification) {
    out.startObject();
    out.field("time", notification.time()).field("alert", notification.alert());
    out.name("recipients").tree(notification.recipients());
    out.endObject();
  }
}
