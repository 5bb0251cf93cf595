package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that one shop has: programmes, gifts, customers, and what was sent to it lately. */
final class ShopBook {

  private final Shop shop;
  private final Map<String, Program> programs = new LinkedHashMap<>();
  private final Map<String, Gift> gifts = new LinkedHashMap<>();
  private final Map<String, CustomerFile> customers = new LinkedHashMap<>();
  private final Map<String, CustomerFile> byEmail = new LinkedHashMap<>();
  private final Recent<Receipt> sales = new Recent<>();
  private final Recent<Correction> corrections = new Recent<>();
  private final Recent<Notification> notifications = new Recent<>();

  ShopBook(Shop shop) {
    this.shop = shop;
  }

  Shop shop() {
    return shop;
  }

  void add(Program program) {
    programs.put(program.uuid(), program);
  }

  void add(Gift gift) {
    gifts.put(gift.uuid(), gift);
  }

  void add(CustomerFile file) {
    customers.put(file.customer().uuid(), file);
    String email = file.customer().email();
    if (email != null) {
      byEmail.put(email.toLowerCase(Locale.ROOT), file);
    }
  }

  void remove(CustomerFile file) {
    customers.remove(file.customer().uuid());
    String email = file.customer().email();
    if (email != null) {
      byEmail.remove(email.toLowerCase(Locale.ROOT), file);
    }
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
    return byEmail.get(email.toLowerCase(Locale.ROOT));
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

  Recent<Receipt> sales() {
    return sales;
  }

  Recent<Correction> corrections() {
    return corrections;
  }

  Recent<Notification> notifications() {
    return notifications;
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
          404, "No %s '%s' in shop '%s'. %s.".formatted(kind, uuid, shop.title(), hint));
    }
    return found;
  }
}
