package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.store.SeedRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
   * All shops, those of the accounts last. A shop of the accounts that the seed has as well gets
   * the key of the accounts; any other starts with what the documented shop has.
   */
  List<ShopBook> books(Accounts accounts) {
    Map<String, String> others = new LinkedHashMap<>(accounts.shops());
    List<ShopBook> books = new ArrayList<>();
    for (String[] row : shops) {
      String own = others.remove(row[0]);
      books.add(book(row[0], own == null ? row[1] : own, row));
    }
    others.forEach((code, key) -> books.add(copy(code, key)));
    return books;
  }

  private ShopBook copy(String code, String key) {
    String[] row = shops.get(0).clone();
    row[2] = code;
    row[3] = code.toLowerCase(Locale.ROOT) + "@forecourt.example";
    return book(code, key, row);
  }

  private ShopBook book(String code, String key, String[] row) {
    List<@Nullable String> categories =
        Arrays.stream(row[5].split(",", -1)).map(each -> each.isEmpty() ? null : each).toList();
    ShopBook book =
        new ShopBook(new Shop(code, key, row[2], row[3], row[4].equals("y"), categories));
    programs.stream()
        .filter(each -> each[0].equals(row[0]))
        .forEach(each -> book.add(program(each)));
    for (Program program : book.programs()) {
      gifts.stream()
          .filter(each -> each[0].equals(program.uuid()))
          .forEach(
              each ->
                  book.add(new Gift(each[1], each[2], program.uuid(), Long.parseLong(each[3]))));
    }
    customers.add(book, row[0].equals(shops.get(0)[0]));
    return book;
  }

  private Program program(String[] row) {
    List<Rule> own =
        rules.stream()
            .filter(each -> each[0].equals(row[1]))
            .map(each -> new Rule(each[1], each[2], each[3], new BigDecimal(each[4])))
            .toList();
    Integer months = row[3].isEmpty() ? null : Integer.valueOf(row[3]);
    return new Program(row[1], row[2], months, row[4].equals("y"), own);
  }
}
