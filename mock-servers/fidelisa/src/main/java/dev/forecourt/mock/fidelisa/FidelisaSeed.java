package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.store.SeedRows;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Start data: shops, programmes, rules and gifts from the seed files, each shop with its customers.
 */
final class FidelisaSeed {

  /** Address of an account that no provider has initialised. */
  static final String UNLINKED = "nouveau@garage-nouveau.example";

  private final List<String[]> shops = rows("shops.psv");
  private final List<String[]> programs = rows("programs.psv");
  private final List<String[]> rules = rows("rules.psv");
  private final List<String[]> gifts = rows("gifts.psv");
  private final SeededCustomers customers = new SeededCustomers(rows("customers.psv"));

  private static List<String[]> rows(String name) {
    return SeedRows.of(FidelisaSeed.class, "fidelisa/" + name);
  }

  /**
   * The keys of all shops by code, those of the accounts last. A shop of the accounts that the seed
   * has as well gets the key of the accounts.
   */
  Map<String, String> keys(Accounts accounts) {
    Map<String, String> keys = new LinkedHashMap<>();
    shops.forEach(row -> keys.put(row[0], row[1]));
    keys.putAll(accounts.shops());
    return keys;
  }

  /**
   * Fills in all shops; one that the seed does not have starts with what the documented one has.
   */
  void fill(FidelisaState state, Map<String, String> keys, Set<String> providers) {
    Set<String> others = new LinkedHashSet<>(keys.keySet());
    for (String[] row : shops) {
      others.remove(row[0]);
      fill(state, row[0], keys, row, providers);
    }
    for (String code : others) {
      String[] row = shops.get(0).clone();
      row[2] = code;
      row[3] = code.toLowerCase(Locale.ROOT) + "@forecourt.example";
      fill(state, code, keys, row, providers);
    }
  }

  private void fill(
      FidelisaState state,
      String code,
      Map<String, String> keys,
      String[] row,
      Set<String> providers) {
    List<@Nullable String> categories =
        Arrays.stream(row[5].split(",", -1)).map(each -> each.isEmpty() ? null : each).toList();
    FidelisaTables tables = state.own();
    tables.shops().put(new Shop(code, String.valueOf(keys.get(code)), row[2], row[3], categories));
    if (row[4].equals("y")) {
      providers.forEach(each -> state.link(each, code));
    }
    programs.stream()
        .filter(each -> each[0].equals(row[0]))
        .map(each -> program(code, each))
        .forEach(tables.programs()::put);
    ShopBook book = state.book(code);
    for (Program program : List.copyOf(book.programs())) {
      gifts.stream()
          .filter(each -> each[0].equals(program.uuid()))
          .map(each -> gift(code, program, each))
          .forEach(tables.gifts()::put);
    }
    customers.add(book, row[0].equals(shops.get(0)[0]));
  }

  private static Gift gift(String shop, Program program, String[] row) {
    return new Gift(shop, row[1], row[2], program.uuid(), Long.parseLong(row[3]));
  }

  private Program program(String shop, String[] row) {
    List<Rule> own =
        rules.stream()
            .filter(each -> each[0].equals(row[1]))
            .map(each -> new Rule(each[1], each[2], each[3], new BigDecimal(each[4])))
            .toList();
    Integer months = row[3].isEmpty() ? null : Integer.valueOf(row[3]);
    return new Program(shop, row[1], row[2], months, row[4].equals("y"), own);
  }
}
