package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.json.JsonTree;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a new customer, with an empty card of the shop's first programme. One whose e-mail
 * address the shop knows already is the known one, who stays as he is.
 */
final class CustomerIntake {

  private final Supplier<UUID> ids;
  private final FidelisaTime time;

  CustomerIntake(Supplier<UUID> ids, FidelisaTime time) {
    this.ids = ids;
    this.time = time;
  }

  CustomerFile take(ShopBook book, Map<String, @Nullable Object> customer) {
    String email = JsonTree.optionalText(customer, "email");
    boolean anonymous = email == null || email.isEmpty();
    CustomerFile known = anonymous ? null : book.byEmail(email);
    if (known != null) {
      return known;
    }
    String uuid = code();
    CustomerFile file =
        new CustomerFile(
            book.uuid(),
            new Customer(
                uuid,
                anonymous ? pseudonym(uuid) : email,
                JsonTree.text(customer, "phone"),
                JsonTree.text(customer, "first_name"),
                JsonTree.text(customer, "last_name"),
                JsonTree.optionalWhole(customer, "birth_day"),
                JsonTree.optionalWhole(customer, "birth_month")));
    Program program = book.firstProgram();
    if (program != null) {
      file = file.with(new Card(code(), program.uuid(), 0, expiry(program)));
    }
    book.put(file);
    return file;
  }

  /** 32 signs without dashes, as the vendor writes its codes. */
  private String code() {
    return ids.get().toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  /** In the form of those made-up addresses that the vendor's list of shops shows. */
  private static String pseudonym(String uuid) {
    return uuid.substring(12).toLowerCase(Locale.ROOT) + "@fidelisa.com";
  }

  private @Nullable LocalDate expiry(Program program) {
    return program.months() == null ? null : time.today().plusMonths(program.months());
  }
}
