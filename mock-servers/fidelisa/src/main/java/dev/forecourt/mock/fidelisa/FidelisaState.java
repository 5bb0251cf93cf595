package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.Index;
import dev.forecourt.mock.store.RowProblem;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.SeedRows;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the Fidelisa stub remembers. */
final class FidelisaState implements VendorState {

  /** Sales, corrections and notifications kept, so that a long run does not fill the memory. */
  private static final int NOTES = 1000;

  private final Tables tables = new Tables();
  final Table<String, Shop> shops =
      tables.add("shops", RowType.of(Shop.class).checked(this::requireKey), Shop::uuid);

  /** Which providers have initialised which shops. */
  final Table<String, Link> links =
      tables.add("links", RowType.of(Link.class), each -> key(each.provider(), each.shop()));

  final Table<String, Program> programs =
      tables.add("programs", RowType.of(Program.class), each -> key(each.shop(), each.uuid()));
  final Table<String, Gift> gifts =
      tables.add("gifts", RowType.of(Gift.class), each -> key(each.shop(), each.uuid()));
  final Table<String, CustomerFile> customers =
      tables.add(
          "customers", RowType.of(CustomerFile.class), each -> key(each.shop(), each.uuid()));
  private final Table<Long, Sale> sales =
      tables.add("sales", RowType.of(Sale.class), Sale::number).atMost(NOTES);
  private final Table<Long, Correction> corrections =
      tables.add("corrections", RowType.of(Correction.class), Correction::number).atMost(NOTES);
  private final Table<Long, Notification> notifications =
      tables
          .add("notifications", RowType.of(Notification.class), Notification::number)
          .atMost(NOTES);
  final UsedTokens tokens = new UsedTokens(tables);
  private final Ids ids = new Ids(tables);
  final Index<String, Program> programsByShop = programs.index(Program::shop);
  final Index<String, Gift> giftsByShop = gifts.index(Gift::shop);
  final Index<String, CustomerFile> customersByShop = customers.index(CustomerFile::shop);
  private final Index<String, CustomerFile> customersByEmail =
      customers.index(each -> emailKey(each.shop(), each.customer().email()));
  private final Accounts accounts;

  FidelisaState(Accounts accounts) {
    this.accounts = accounts;
    ids.avoid("sale", sales);
    ids.avoid("correction", corrections);
    ids.avoid("notification", notifications);
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void fill() {
    tables.fillLater(
        () -> SeedRows.document(FidelisaState.class, "fidelisa.json"),
        () -> new AccountRows(this, accounts).add());
  }

  // keys are in no row, so that no exported state shows them
  private void requireKey(Shop shop) {
    if (!accounts.shops().containsKey(shop.uuid())) {
      throw new RowProblem(
          "field 'uuid' must be a shop with a key but was '%s'. Give it one: --key fidelisa=shop:%s:SECRET"
              .formatted(shop.uuid(), shop.uuid()));
    }
  }

  /** Codes come from outside: no two pairs of them may look alike. */
  static String key(String one, String other) {
    return one.length() + " " + one + " " + other;
  }

  /** E-mail addresses are the same in any case; null without one. */
  private static @Nullable String emailKey(String shop, @Nullable String email) {
    return email == null ? null : key(shop, email.toLowerCase(Locale.ROOT));
  }

  boolean isLinked(String provider, String shop) {
    return links.find(key(provider, shop)) != null;
  }

  /** The customer of a shop with an e-mail address, whatever its case, or null. */
  @Nullable CustomerFile customerByEmail(String shop, String email) {
    return customersByEmail.last(emailKey(shop, email));
  }

  Sale note(ShopBook book, Bill bill, Map<String, Long> points, List<BillLine> refused) {
    Sale sale = new Sale(ids.next("sale"), book.uuid(), bill, points, refused);
    sales.put(sale);
    return sale;
  }

  void note(ShopBook book, CustomerFile customer, Card card, long points) {
    corrections.put(
        new Correction(ids.next("correction"), book.uuid(), customer.uuid(), card.uuid(), points));
  }

  void note(ShopBook book, String time, String alert, Map<String, String> recipients) {
    notifications.put(
        new Notification(ids.next("notification"), book.uuid(), time, alert, recipients));
  }

  /** The shops linked to a provider. */
  List<Shop> linked(String provider) {
    return shops.rows().stream().filter(each -> isLinked(provider, each.uuid())).toList();
  }

  /**
   * The shop that calls. Where the provider may call alone, which names no shop, its first one.
   * Throws a Refusal with 404 when it has none.
   */
  ShopBook book(Caller caller) {
    Shop named = caller.shop() == null ? null : shops.find(caller.shop());
    if (named != null) {
      return new ShopBook(named, this);
    }
    return linked(caller.provider()).stream()
        .findFirst()
        .map(first -> new ShopBook(first, this))
        .orElseThrow(() -> new Refusal(404, "Provider '" + caller.provider() + "' has no shop."));
  }
}
