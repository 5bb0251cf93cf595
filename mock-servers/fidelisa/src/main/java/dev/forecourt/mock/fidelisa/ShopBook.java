package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the tables have of one shop: programmes, gifts and customers. */
final class ShopBook {

  private final String uuid;
  private final FidelisaTables tables;
  private final Map<String, Program> programs = new LinkedHashMap<>();
  private final Map<String, Gift> gifts = new LinkedHashMap<>();
  private final Map<String, CustomerFile> customers = new LinkedHashMap<>();
  private final Map<String, String> byEmail = new HashMap<>();

  ShopBook(String uuid, FidelisaTables tables) {
    this.uuid = uuid;
    this.tables = tables;
  }

  void fileProgram(@Nullable Program before, @Nullable Program after) {
    file(programs, before == null ? null : before.uuid(), after, Program::uuid);
  }

  void fileGift(@Nullable Gift before, @Nullable Gift after) {
    file(gifts, before == null ? null : before.uuid(), after, Gift::uuid);
  }

  void fileCustomer(@Nullable CustomerFile before, @Nullable CustomerFile after) {
    file(customers, before == null ? null : before.uuid(), after, CustomerFile::uuid);
    if (before != null && before.customer().email() != null) {
      byEmail.remove(key(before.customer().email()), before.uuid());
    }
    if (after != null && after.customer().email() != null) {
      byEmail.put(key(after.customer().email()), after.uuid());
    }
  }

  void forgetPrograms() {
    programs.clear();
  }

  void forgetGifts() {
    gifts.clear();
  }

  void forgetCustomers() {
    customers.clear();
    byEmail.clear();
  }

  private static <T> void file(
      Map<String, T> into, @Nullable String before, @Nullable T after, Function<T, String> uuid) {
    if (after != null) {
      into.put(uuid.apply(after), after);
    } else if (before != null) {
      into.remove(before);
    }
  }

  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  String uuid() {
    return uuid;
  }

  Shop shop() {
    return Objects.requireNonNull(tables.shops().find(uuid), uuid);
  }

  /** Adds a customer, or puts a changed one in its place. */
  void put(CustomerFile file) {
    tables.customers().put(file);
  }

  void remove(CustomerFile file) {
    tables.customers().remove(FidelisaTables.key(uuid, file.uuid()));
  }

  Collection<Program> programs() {
    return programs.values();
  }

  Collection<Gift> gifts() {
    return gifts.values();
  }

  Collection<CustomerFile> customers() {
    return customers.values();
  }

  /** The customer with an e-mail address, whatever its case, or null. */
  @Nullable CustomerFile byEmail(String email) {
    String customer = byEmail.get(key(email));
    return customer == null ? null : customers.get(customer);
  }

  /** The card that a new customer gets, or null. */
  @Nullable Program firstProgram() {
    return programs.values().stream().filter(Program::first).findFirst().orElse(null);
  }

  /** What all programmes count on, that of new customers' cards first. */
  List<Rule> rules() {
    return programs.values().stream()
        .sorted(Comparator.comparing(each -> !each.first()))
        .flatMap(each -> each.rules().stream())
        .distinct()
        .toList();
  }

  /** What a card counts on. */
  List<Rule> rules(Card card) {
    Program program = programs.get(card.program());
    return program == null ? List.of() : program.rules();
  }

  /** The title of a card's programme. */
  String title(Card card) {
    Program program = programs.get(card.program());
    return program == null ? card.program() : program.title();
  }

  void note(Receipt receipt) {
    long number = tables.ids().next("sale");
    tables.sales().put(new Sale(number, uuid, receipt.bill(), receipt.points(), receipt.refused()));
  }

  void correct(String customer, String card, long points) {
    long number = tables.ids().next("correction");
    tables.corrections().put(new Correction(number, uuid, customer, card, points));
  }

  void notify(String time, String alert, Map<String, String> recipients) {
    long number = tables.ids().next("notification");
    tables.notifications().put(new Notification(number, uuid, time, alert, recipients));
  }

  @Nullable CustomerFile find(String customer) {
    return customers.get(customer);
  }

  /** Throws a Refusal with status 404 for an unknown one, as those below do. */
  CustomerFile customer(String uuid) {
    return known(customers, uuid, "customer", "GET /api/customers");
  }

  Program program(String uuid) {
    return known(programs, uuid, "programme", "GET /api/shops/programs");
  }

  Gift gift(String uuid) {
    return known(gifts, uuid, "gift", "GET /api/gifts");
  }

  private <T> T known(Map<String, T> all, String uuid, String kind, String list) {
    T found = all.get(uuid);
    if (found == null) {
      String hint =
          all.isEmpty()
              ? "There is none yet"
              : "Try '" + all.keySet().iterator().next() + "', or " + list;
      throw new Refusal(
          404, "No %s '%s' in shop '%s'. %s.".formatted(kind, uuid, shop().title(), hint));
    }
    return found;
  }
}
