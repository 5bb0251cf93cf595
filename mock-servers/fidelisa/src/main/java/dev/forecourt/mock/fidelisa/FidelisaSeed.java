package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.store.SeedRows;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Start data: shops, programmes, rules and gifts from the seed files; customers by counting, so
 * that every start gives the same ones.
 */
final class FidelisaSeed {

  /** Address of an account that no provider has initialised. */
  static final String UNLINKED = "nouveau@garage-nouveau.example";

  private static final int CUSTOMERS_OF_FIRST_SHOP = 58; // with the two documented ones: 60
  private static final int CUSTOMERS_OF_OTHERS = 12;
  private static final LocalDate FIRST_EXPIRY = LocalDate.of(2027, 1, 31);

  private final List<String[]> shops = rows("shops.psv");
  private final List<String[]> programs = rows("programs.psv");
  private final List<String[]> rules = rows("rules.psv");
  private final List<String[]> gifts = rows("gifts.psv");
  private final List<String[]> names = rows("customers.psv");

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
    addCustomers(book, row[0].equals(shops.get(0)[0]));
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

  private void addCustomers(ShopBook book, boolean first) {
    if (first) {
      DocumentedCustomers.add(book);
    }
    int count = first ? CUSTOMERS_OF_FIRST_SHOP : CUSTOMERS_OF_OTHERS;
    for (int i = 0; i < count; i++) {
      book.add(customer(book, i));
    }
  }

  private CustomerFile customer(ShopBook book, int i) {
    String[] name = names.get(i % names.size());
    String prefix = book.shop().uuid() + " " + i;
    CustomerFile file =
        new CustomerFile(
            new Customer(
                code("customer " + prefix),
                "client%03d@example.org".formatted(i),
                "06%08d".formatted(10_203_040 + i * 137_911),
                name[0],
                // after one round of the names the next people are relatives of the first
                i < names.size() ? name[1] : names.get((i + 7) % names.size())[1],
                i % 3 == 0 ? null : 1L + i % 28,
                i % 3 == 0 ? null : 1L + i % 12));
    addCards(book, file, i);
    return file;
  }

  /** One card for most, two for every fourth customer, none for every seventeenth. */
  private void addCards(ShopBook book, CustomerFile file, int i) {
    List<Program> offered = List.copyOf(book.programs());
    if (offered.isEmpty() || i % 17 == 16) {
      return;
    }
    int cards = i % 4 == 3 ? Math.min(2, offered.size()) : 1;
    for (int j = 0; j < cards; j++) {
      Program program = offered.get((i + j) % offered.size());
      String uuid = code("card " + file.customer().uuid() + " " + j);
      file.put(new Card(uuid, program, (i * 37L + j * 11) % 260, expiry(program, i)));
    }
    Card card = file.firstCard();
    if (card != null && i % 6 == 1) {
      book.gifts().stream()
          .filter(gift -> gift.program().equals(card.program().uuid()))
          .findFirst()
          .ifPresent(gift -> file.awards().add(new Award(gift, card.uuid())));
    }
  }

  private static @Nullable String expiry(Program program, int i) {
    return program.months() == null ? null : FIRST_EXPIRY.plusDays(i * 11L).toString();
  }

  private static String code(String seed) {
    return CustomerIntake.code(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
  }
}
