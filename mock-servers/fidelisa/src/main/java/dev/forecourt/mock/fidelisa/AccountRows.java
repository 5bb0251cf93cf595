package dev.forecourt.mock.fidelisa;

import java.util.List;
import java.util.Locale;

/**
 * Fits the start data to the accounts that were given: they are exported from a stub with the
 * default ones.
 */
final class AccountRows {

  private final FidelisaState state;
  private final Accounts accounts;

  AccountRows(FidelisaState state, Accounts accounts) {
    this.state = state;
    this.accounts = accounts;
  }

  /**
   * Links each provider to the shops to which the default one is; gives a shop that the start data
   * do not have what the documented one has.
   */
  void add() {
    List<Link> links = List.copyOf(state.links.rows());
    links.forEach(each -> state.links.remove(FidelisaState.key(each.provider(), each.shop())));
    links.forEach(each -> link(each.shop()));
    accounts.shops().keySet().stream()
        .filter(each -> state.shops.find(each) == null)
        .forEach(this::copy);
  }

  private void link(String shop) {
    accounts.providers().keySet().forEach(each -> state.links.put(new Link(each, shop)));
  }

  private void copy(String code) {
    Shop first = state.shops.rows().iterator().next();
    String email = code.toLowerCase(Locale.ROOT) + "@forecourt.example";
    state.shops.put(new Shop(code, code, email, first.categories()));
    link(code);
    List.copyOf(state.programsByShop.all(first.uuid()))
        .forEach(each -> state.programs.put(each.of(code)));
    List.copyOf(state.giftsByShop.all(first.uuid()))
        .forEach(each -> state.gifts.put(each.of(code)));
    List.copyOf(state.customersByShop.all(first.uuid()))
        .forEach(each -> state.customers.put(each.of(code)));
  }
}
