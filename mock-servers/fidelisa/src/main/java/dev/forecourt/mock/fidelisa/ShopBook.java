package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the state has of one shop: programmes, gifts and customers. */
final class ShopBook {

  private final Shop shop;
  private final FidelisaState state;

  ShopBook(Shop shop, FidelisaState state) {
    this.shop = shop;
    this.state = state;
  }

  String uuid() {
    return shop.uuid();
  }

  Shop shop() {
    return shop;
  }

  /** Adds a customer, or puts a changed one in its place. */
  void put(CustomerFile file) {
    state.customers.put(file);
  }

  void remove(CustomerFile file) {
    state.customers.remove(key(file.uuid()));
  }

  List<Program> programs() {
    return state.programsByShop.all(uuid());
  }

  List<Gift> gifts() {
    return state.giftsByShop.all(uuid());
  }

  List<CustomerFile> customers() {
    return state.customersByShop.all(uuid());
  }

  /** The customer with an e-mail address, whatever its case, or null. */
  @Nullable CustomerFile byEmail(String email) {
    return state.customerByEmail(uuid(), email);
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

  /** What the cards of a customer count on that are valid on a day. */
  List<Rule> rules(CustomerFile file, LocalDate day) {
    return file.validCards(day).stream().flatMap(each -> rules(each).stream()).distinct().toList();
  }

  /** What a card counts on. */
  List<Rule> rules(Card card) {
    Program program = state.programs.find(key(card.program()));
    return program == null ? List.of() : program.rules();
  }

  /** The title of a card's programme. */
  String title(Card card) {
    Program program = state.programs.find(key(card.program()));
    return program == null ? card.program() : program.title();
  }

  @Nullable CustomerFile find(String customer) {
    return state.customers.find(key(customer));
  }

  /** Throws a Refusal with status 404 for an unknown one, as those below do. */
  CustomerFile customer(String code) {
    return known(
        find(code), "customer", code, customers(), CustomerFile::uuid, "GET /api/customers");
  }

  Program program(String code) {
    return known(
        state.programs.find(key(code)),
        "programme",
        code,
        programs(),
        Program::uuid,
        "GET /api/shops/programs");
  }

  Gift gift(String code) {
    return known(state.gifts.find(key(code)), "gift", code, gifts(), Gift::uuid, "GET /api/gifts");
  }

  private String key(String code) {
    return FidelisaState.key(uuid(), code);
  }

  private <T> T known(
      @Nullable T found,
      String kind,
      String code,
      List<T> all,
      Function<T, String> codeOf,
      String list) {
    if (found == null) {
      String hint =
          all.isEmpty()
              ? "There is none yet"
              : "Try '" + codeOf.apply(all.get(0)) + "', or " + list;
      throw new Refusal(
          404, "No %s '%s' in shop '%s'. %s.".formatted(kind, code, shop.title(), hint));
    }
    return found;
  }
}
