package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.Index;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
  private final Index<String, Program> programsByShop;
  private final Index<String, Gift> giftsByShop;
  private final Index<String, CustomerFile> customersByShop;
  private final Index<String, CustomerFile> customersByEmail;
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
    programsByShop = programs.index(Program::shop);
    giftsByShop = gifts.index(Gift::shop);
    customersByShop = customers.index(CustomerFile::shop);
    customersByEmail = customers.index(each -> emailKey(each.shop(), each.customer().email()));
    ids = new Ids(all);
    ids.avoid("sale", sales, Sale::number);
    ids.avoid("correction", corrections, Correction::number);
    ids.avoid("notification", notifications, Notification::number);
  }

  /** Codes come from outside: no two pairs of them may look alike. */
  static String key(String one, String other) {
    return one.length() + " " + one + " " + other;
  }

  /** E-mail addresses are the same in any case; null without one. */
  private static @Nullable String emailKey(String shop, @Nullable String email) {
    return email == null ? null : key(shop, email.toLowerCase(Locale.ROOT));
  }

  Collection<Program> programs(String shop) {
    return programsByShop.all(shop);
  }

  Collection<Gift> gifts(String shop) {
    return giftsByShop.all(shop);
  }

  Collection<CustomerFile> customers(String shop) {
    return customersByShop.all(shop);
  }

  /** The customer of a shop with an e-mail address, whatever its case, or null. */
  @Nullable CustomerFile customerByEmail(String shop, String email) {
    return customersByEmail.last(emailKey(shop, email));
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
