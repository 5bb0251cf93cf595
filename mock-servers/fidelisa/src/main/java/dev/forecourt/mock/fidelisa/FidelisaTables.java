package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.util.Map;

/** The tables of the Fidelisa stub. */
final class FidelisaTables {

  /** Sales, corrections and notifications kept, so that a long run does not fill the memory. */
  private static final int NOTES = 1000;

  private final Tables all = new Tables();
  private final Table<String, Shop> shops;
  private final Table<String, Link> links;
  private final Table<String, Program> programs;
  private final Table<String, Gift> gifts;
  private final Table<String, CustomerFile> customers;
  private final Table<Long, Sale> sales;
  private final Table<Long, Correction> corrections;
  private final Table<Long, Notification> notifications;
  private final Table<String, UsedToken> usedTokens;
  private final Ids ids;

  /** Tables of shops that sign with these keys. */
  FidelisaTables(Map<String, String> shopKeys) {
    shops = all.add("shops", new ShopRows(shopKeys), Shop::uuid);
    links = all.add("links", RowType.of(Link.class), each -> key(each.provider(), each.shop()));
    programs =
        all.add("programs", RowType.of(Program.class), each -> key(each.shop(), each.uuid()));
    gifts = all.add("gifts", RowType.of(Gift.class), each -> key(each.shop(), each.uuid()));
    customers =
        all.add("customers", RowType.of(CustomerFile.class), each -> key(each.shop(), each.uuid()));
    sales = all.add("sales", RowType.of(Sale.class), Sale::number).atMost(NOTES);
    corrections =
        all.add("corrections", RowType.of(Correction.class), Correction::number).atMost(NOTES);
    notifications =
        all.add("notifications", RowType.of(Notification.class), Notification::number)
            .atMost(NOTES);
    usedTokens =
        all.add("used_tokens", RowType.of(UsedToken.class), UsedToken::digest)
            .atMost(UsedTokens.CAPACITY);
    ids = new Ids(all);
    ids.avoid("sale", sales, Sale::number);
    ids.avoid("correction", corrections, Correction::number);
    ids.avoid("notification", notifications, Notification::number);
  }

  /** Codes come from outside: no two pairs of them may look alike. */
  static String key(String one, String other) {
    return one.length() + " " + one + " " + other;
  }

  Tables all() {
    return all;
  }

  Table<String, Shop> shops() {
    return shops;
  }

  /** Which providers have initialised which shops. */
  Table<String, Link> links() {
    return links;
  }

  Table<String, Program> programs() {
    return programs;
  }

  Table<String, Gift> gifts() {
    return gifts;
  }

  Table<String, CustomerFile> customers() {
    return customers;
  }

  Table<Long, Sale> sales() {
    return sales;
  }

  Table<Long, Correction> corrections() {
    return corrections;
  }

  Table<Long, Notification> notifications() {
    return notifications;
  }

  Table<String, UsedToken> usedTokens() {
    return usedTokens;
  }

  Ids ids() {
    return ids;
  }
}
