package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.Refusal;
import dev.forecourt.mock.VendorState;
import dev.forecourt.mock.json.JsonWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the Fidelisa stub remembers. Whoever reads or changes it holds its monitor; the tokens
 * have one of their own.
 */
final class FidelisaState implements VendorState {

  private final Accounts accounts;
  private final FidelisaSeed seed = new FidelisaSeed();
  private final Map<String, String> shopKeys = new LinkedHashMap<>();
  private final Map<String, ShopBook> books = new LinkedHashMap<>();
  private final Set<Caller> links = new HashSet<>();
  private final UsedTokens tokens = new UsedTokens();

  FidelisaState(Accounts accounts) {
    this.accounts = accounts;
    reset();
    books.values().forEach(each -> shopKeys.put(each.shop().uuid(), each.shop().key()));
  }

  @Override
  public synchronized void reset() {
    books.clear();
    links.clear();
    tokens.clear();
    for (ShopBook book : seed.books(accounts)) {
      books.put(book.shop().uuid(), book);
      if (book.shop().linked()) {
        accounts.providers().keySet().forEach(each -> link(each, book));
      }
    }
  }

  UsedTokens tokens() {
    return tokens;
  }

  /** The keys of all shops by code; they never change, so no monitor is needed. */
  Map<String, String> shopKeys() {
    return Map.copyOf(shopKeys);
  }

  void link(String provider, ShopBook book) {
    links.add(new Caller(provider, book.shop().uuid()));
  }

  synchronized boolean isLinked(Caller caller) {
    return links.contains(caller);
  }

  /** The shops linked to a provider. */
  List<ShopBook> linked(String provider) {
    return books.values().stream()
        .filter(each -> isLinked(new Caller(provider, each.shop().uuid())))
        .toList();
  }

  Collection<ShopBook> books() {
    return books.values();
  }

  /**
   * The shop that calls. Where the provider may call alone, which names no shop, its first one.
   * Throws a Refusal with 404 when it has none.
   */
  ShopBook book(Caller caller) {
    @Nullable ShopBook book = caller.shop() == null ? null : books.get(caller.shop());
    if (book != null) {
      return book;
    }
    return linked(caller.provider()).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "Provider '" + caller.provider() + "' has no shop."));
  }

  @Override
  public synchronized void write(JsonWriter out) {
    StateWriter writer = new StateWriter(out);
    out.field("tokens", tokens.size());
    out.array(
        "shops",
        books.values(),
        book ->
            writer.write(
                book,
                accounts.providers().keySet().stream()
                    .filter(each -> isLinked(new Caller(each, book.shop().uuid())))
                    .toList()));
  }
}
