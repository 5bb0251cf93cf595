package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.store.SeedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers made by counting, so that every start gives the same ones. */
final class SeededCustomers {

  private static final int OF_FIRST_SHOP = 58; // with the two documented ones: 60
  private static final int OF_OTHERS = 12;
  private static final LocalDate FIRST_EXPIRY = LocalDate.of(2027, 1, 31);

  private final List<String[]> names;

  /** Takes rows of first and last name. */
  SeededCustomers(List<String[]> names) {
    this.names = names;
  }

  /** Adds the documented customers too if this is the shop of the documentation. */
  void add(ShopBook book, boolean first) {
    if (first) {
      DocumentedCustomers.add(book);
    }
    int count = first ? OF_FIRST_SHOP : OF_OTHERS;
    for (int i = 0; i < count; i++) {
      book.put(customer(book, i));
    }
  }

  private CustomerFile customer(ShopBook book, int i) {
    String[] name = names.get(i % names.size());
    String prefix = book.uuid() + " " + i;
    CustomerFile file =
        new CustomerFile(
            book.uuid(),
            new Customer(
                code("customer " + prefix),
                "client" + SeedText.padded(i, 3) + "@example.org",
                "06" + SeedText.padded(10_203_040 + i * 137_911, 8),
                name[0],
                // after one round of the names the next people are relatives of the first
                i < names.size() ? name[1] : names.get((i + 7) % names.size())[1],
                i % 3 == 0 ? null : 1L + i % 28,
                i % 3 == 0 ? null : 1L + i % 12));
    return withCards(book, file, i);
  }

  /** One card for most, two for every fourth customer, none for every seventeenth. */
  private static CustomerFile withCards(ShopBook book, CustomerFile file, int i) {
    List<Program> offered = List.copyOf(book.programs());
    if (offered.isEmpty() || i % 17 == 16) {
      return file;
    }
    CustomerFile out = file;
    int cards = i % 4 == 3 ? Math.min(2, offered.size()) : 1;
    for (int j = 0; j < cards; j++) {
      Program program = offered.get((i + j) % offered.size());
      String uuid = code("card " + file.customer().uuid() + " " + j);
      out = out.with(new Card(uuid, program.uuid(), (i * 37L + j * 11) % 260, expiry(program, i)));
    }
    Card card = out.firstCard();
    if (card != null && i % 6 == 1) {
      for (Gift gift : book.gifts()) {
        if (gift.program().equals(card.program())) {
          return out.with(new Award(gift.uuid(), card.uuid()));
        }
      }
    }
    return out;
  }

  private static @Nullable String expiry(Program program, int i) {
    return program.months() == null ? null : FIRST_EXPIRY.plusDays(i * 11L).toString();
  }

  private static String code(String seed) {
    return CustomerIntake.code(SeedText.id(seed));
  }
}
