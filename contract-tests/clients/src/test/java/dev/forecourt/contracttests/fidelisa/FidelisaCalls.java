package dev.forecourt.contracttests.fidelisa;

import static dev.forecourt.contracttests.fidelisa.FidelisaPact.*;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.fidelisa.api.GiftsService.ListGiftsQuery;
import dev.forecourt.fidelisa.api.RuleBasesService.ListRuleBasesQuery;
import dev.forecourt.fidelisa.model.*;
import dev.forecourt.runtime.json.VendorJson;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Every operation of Fidelisa, called with the codes and bodies of the documentation. */
final class FidelisaCalls {
  /** Those that the provider signs alone: fidelisa.md L331, L360, L405. */
  static final Set<String> OF_PROVIDER = Set.of("initShop", "listShops", "getShop");

  private static final String OF_CUSTOMER = "/api/customers/" + CUSTOMER;

  private FidelisaCalls() {}

  static VendorCall<FidelisaClient> initShop() {
    ShopEnvelope shop = sample("shopEnvelope", ShopEnvelope.class);
    return post(
        "initShop", "/api/shops/init", evidence("shopEnvelope"), c -> c.shops().initShop(shop));
  }

  static VendorCall<FidelisaClient> listShops() {
    return get("listShops", "/api/shops", c -> c.shops().listShops());
  }

  static VendorCall<FidelisaClient> getShop() {
    return get("getShop", "/api/shops/" + SHOP, c -> c.shops().getShop(SHOP));
  }

  static VendorCall<FidelisaClient> getCategories() {
    return get("getCategories", "/api/shops/categories", c -> c.shops().getCategories());
  }

  static VendorCall<FidelisaClient> listPrograms() {
    return get("listPrograms", "/api/shops/programs", c -> c.shops().listPrograms());
  }

  static VendorCall<FidelisaClient> listCustomers() {
    return get("listCustomers", "/api/customers", c -> c.customers().listCustomers());
  }

  static VendorCall<FidelisaClient> createCustomer() {
    CustomerEnvelope customer = sample("customerEnvelope", CustomerEnvelope.class);
    return post(
        "createCustomer",
        "/api/customers",
        evidence("customerEnvelope"),
        c -> c.customers().createCustomer(customer));
  }

  static VendorCall<FidelisaClient> getCustomer() {
    return get("getCustomer", OF_CUSTOMER, c -> c.customers().getCustomer(CUSTOMER));
  }

  static VendorCall<FidelisaClient> deleteCustomer() {
    return new VendorCall<>(
        "deleteCustomer", "DELETE", OF_CUSTOMER, c -> c.customers().deleteCustomer(CUSTOMER));
  }

  static VendorCall<FidelisaClient> listCards() {
    return get("listCards", OF_CUSTOMER + "/cards", c -> c.customers().listCards(CUSTOMER));
  }

  /** With the card named, kept points or without a card: by the sample. */
  static VendorCall<FidelisaClient> updateCardExpiry(String sample) {
    CardExpiry expiry = sample(sample, CardExpiry.class);
    return post(
        "updateCardExpiry",
        OF_CUSTOMER + "/cards/expired_at",
        evidence(sample),
        c -> c.customers().updateCardExpiry(CUSTOMER, expiry));
  }

  static VendorCall<FidelisaClient> listRuleBases() {
    return get("listRuleBases", "/api/rulebasis", c -> c.ruleBases().listRuleBases());
  }

  static VendorCall<FidelisaClient> listRuleBasesOfCustomer() {
    var query = ListRuleBasesQuery.builder().customerId(CUSTOMER).build();
    return new VendorCall<>(
        "listRuleBases",
        "GET",
        "/api/rulebasis",
        request -> request.query("customer_id=" + CUSTOMER),
        c -> c.ruleBases().listRuleBases(query));
  }

  static VendorCall<FidelisaClient> createSale() {
    return createSale(evidence("billEnvelope"));
  }

  static VendorCall<FidelisaClient> createSale(JsonNode bill) {
    BillEnvelope model = VendorJson.read(bill.toString(), BillEnvelope.class);
    return post("createSale", "/api/sales/", bill, c -> c.sales().createSale(model));
  }

  static VendorCall<FidelisaClient> correctPoints(String sample) {
    CorrectionEnvelope correction = sample(sample, CorrectionEnvelope.class);
    return post(
        "correctPoints",
        "/api/corrections",
        evidence(sample),
        c -> c.points().correctPoints(correction));
  }

  static VendorCall<FidelisaClient> listGifts() {
    return new VendorCall<>(
        "listGifts",
        "GET",
        "/api/gifts",
        request -> request.query("customer_id=" + CUSTOMER),
        c -> c.gifts().listGifts(CUSTOMER));
  }

  static VendorCall<FidelisaClient> listGivenGifts() {
    var query = ListGiftsQuery.builder().used(UsedFilter.T).build();
    return new VendorCall<>(
        "listGifts",
        "GET",
        "/api/gifts",
        request -> request.query("customer_id=" + CUSTOMER + "&used=t"),
        c -> c.gifts().listGifts(CUSTOMER, query));
  }

  static VendorCall<FidelisaClient> awardGift() {
    GiftAward award = sample("giftAward", GiftAward.class);
    return post(
        "awardGift", "/api/gifts/award", evidence("giftAward"), c -> c.gifts().awardGift(award));
  }

  static VendorCall<FidelisaClient> restoreGift() {
    return new VendorCall<>(
        "restoreGift",
        "DELETE",
        "/api/gifts/" + GIFT,
        request -> request.query("customer_id=" + CUSTOMER),
        c -> c.gifts().restoreGift(GIFT, CUSTOMER));
  }

  /** To one customer, to those of a programme, or to several: by the sample. */
  static VendorCall<FidelisaClient> notifyCustomers(String sample) {
    Notification message = sample(sample, Notification.class);
    return post(
        "notifyCustomers",
        "/api/notifications",
        evidence(sample),
        c -> c.notifications().notifyCustomers(message));
  }

  /** Each operation once. */
  static List<VendorCall<FidelisaClient>> all() {
    return List.of(
        initShop(),
        listShops(),
        getShop(),
        getCategories(),
        listPrograms(),
        listCustomers(),
        createCustomer(),
        getCustomer(),
        deleteCustomer(),
        listCards(),
        updateCardExpiry("cardExpiry"),
        listRuleBasesOfCustomer(),
        createSale(),
        correctPoints("correctionKnownCard"),
        listGifts(),
        awardGift(),
        restoreGift(),
        notifyCustomers("notificationToCustomer"));
  }

  private static VendorCall<FidelisaClient> get(
      String operationId, String path, Consumer<FidelisaClient> call) {
    return new VendorCall<>(operationId, "GET", path, call);
  }

  private static VendorCall<FidelisaClient> post(
      String operationId, String path, JsonNode body, Consumer<FidelisaClient> call) {
    return new VendorCall<>(
        operationId, "POST", path, request -> VendorPact.json(request, body), call);
  }
}
