package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the tables have of one shop: programmes, gifts and customers. */
final class ShopBook {

  private final String uuid;
  private final FidelisaTables tables;

  ShopBook(String uuid, FidelisaTables tables) {
    this.uuid = uuid;
    this.tables = tables;
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
    tables.customers().remove(key(file.uuid()));
  }

  Collection<Program> programs() {
    return tables.programs(uuid);
  }

  Collection<Gift> gifts() {
    return tables.gifts(uuid);
  }

  Collection<CustomerFile> customers() {
    return tables.customers(uuid);
  }

  /** The customer with an e-mail address, whatever its case, or null. */
  @Nullable CustomerFile byEmail(String email) {
    return tables.customerByEmail(uuid, email);
  }

  /** The card that a new customer gets, or null. */
  @Nullable Program firstProgram() {
    return programs().stream().filter(Program::first).findFirst().orElse(null);
  }

  /** What all programmes count on, that of new customers' cards first. */
  List<Rule> rules() {
    return programs().stream()
        .sorted(Comparator.comparing(each -> !each.first()))
        .flatMap(each -> each.rules().stream())
        .distinct()
        .toList();
  }

  /** What a card counts on. */
  List<Rule> rules(Card card) {
    Program program = tables.programs().find(key(card.program()));
    return program == null ? List.of() : program.rules();
  }

  /** The title of a card's programme. */
  String title(Card card) {
    Program program = tables.programs().find(key(card.program()));
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
    return tables.customers().find(key(customer));
  }

  /** Throws a Refusal with status 404 for an unknown one, as those below do. */
  CustomerFile customer(String code) {
    return known(
        find(code), "customer", code, customers(), CustomerFile::uuid, "GET /api/customers");
  }

  Program program(String code) {
    return known(
        tables.programs().find(key(code)),
        "programme",
        code,
        programs(),
        Program::uuid,
        "GET /api/shops/programs");
  }

  Gift gift(String code) {
    return known(
        tables.gifts().find(key(code)), "gift", code, gifts(), Gift::uuid, "GET /api/gifts");
  }

  private String key(String code) {
    return FidelisaTables.key(uuid, code);
  }

  private <T> T known(
      @Nullable T found,
      String kind,
      String code,
      Collection<T> all,
      Function<T, String> codeOf,
      String list) {
    if (found == null) {
      String hint =
          all.isEmpty()
              ? "There is none yet"
              : "Try '" + codeOf.apply(all.iterator().next()) + "', or " + list;
      throw new Refusal(
          404, "No %s '%s' in shop '%s'. %s.".formatted(kind, code, shop().title(), hint));
    }
    return found;
  }
}
