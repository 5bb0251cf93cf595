package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything the Fidelisa stub remembers. */
final class FidelisaState implements VendorState {

  private final Accounts accounts;
  private final FidelisaSeed seed = new FidelisaSeed();
  private final Map<String, String> shopKeys;
  private final FidelisaTables tables;
  private final Map<String, ShopBook> books = new HashMap<>();
  private final UsedTokens tokens;

  FidelisaState(Accounts accounts) {
    this.accounts = accounts;
    shopKeys = seed.keys(accounts);
    tables = new FidelisaTables(shopKeys);
    tokens = new UsedTokens(tables.usedTokens());
    file(tables.programs(), Program::shop, ShopBook::fileProgram, ShopBook::forgetPrograms);
    file(tables.gifts(), Gift::shop, ShopBook::fileGift, ShopBook::forgetGifts);
    file(tables.customers(), CustomerFile::shop, ShopBook::fileCustomer, ShopBook::forgetCustomers);
  }

  /** Keeps the rows of a table in the books of their shops too. */
  private <T> void file(
      Table<String, T> table,
      Function<T, String> shop,
      Filing<T> filing,
      Consumer<ShopBook> forget) {
    BiConsumer<@Nullable T, @Nullable T> listener =
        (before, after) -> {
          T row = after == null ? before : after;
          if (row != null) {
            filing.file(book(shop.apply(row)), before, after);
          }
        };
    table.onChange(listener, () -> books.values().forEach(forget));
  }

  @Override
  public Tables tables() {
    return tables.all();
  }

  @Override
  public void fill() {
    seed.fill(this, shopKeys, accounts.providers().keySet());
  }

  FidelisaTables own() {
    return tables;
  }

  UsedTokens tokens() {
    return tokens;
  }

  /** The keys of all shops by code; they never change, so no monitor is needed. */
  Map<String, String> shopKeys() {
    return Map.copyOf(shopKeys);
  }

  void link(String provider, String shop) {
    tables.links().put(new Link(provider, shop));
  }

  boolean isLinked(String provider, String shop) {
    return tables.links().find(FidelisaTables.key(provider, shop)) != null;
  }

  /** The shops linked to a provider. */
  List<ShopBook> linked(String provider) {
    return books().stream().filter(each -> isLinked(provider, each.uuid())).toList();
  }

  List<ShopBook> books() {
    return tables.shops().rows().stream().map(each -> book(each.uuid())).toList();
  }

  ShopBook book(String shop) {
    return books.computeIfAbsent(shop, each -> new ShopBook(each, tables));
  }

  /**
   * The shop that calls. Where the provider may call alone, which names no shop, its first one.
   * Throws a Refusal with 404 when it has none.
   */
  ShopBook book(Caller caller) {
    String shop = caller.shop();
    if (shop != null && tables.shops().find(shop) != null) {
      return book(shop);
    }
    return linked(caller.provider()).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "Provider '" + caller.provider() + "' has no shop."));
  }

  /** Tells a book of a change. */
  private interface Filing<T> {
    void file(ShopBook book, @Nullable T before, @Nullable T after);
  }
}
