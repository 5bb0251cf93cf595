package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.Tables;
import java.util.List;
import java.util.Map;

/** Everything the Fidelisa stub remembers. */
final class FidelisaState implements VendorState {

  private final Accounts accounts;
  private final FidelisaSeed seed = new FidelisaSeed();
  private final Map<String, String> shopKeys;
  private final FidelisaTables tables;
  private final UsedTokens tokens;

  FidelisaState(Accounts accounts) {
    this.accounts = accounts;
    shopKeys = seed.keys(accounts);
    tables = new FidelisaTables(shopKeys);
    tokens = new UsedTokens(tables.usedTokens());
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
    return new ShopBook(shop, tables);
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
}
