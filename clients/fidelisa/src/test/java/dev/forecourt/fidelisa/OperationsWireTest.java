package dev.forecourt.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidelisa.api.GiftsService.ListGiftsQuery;
import dev.forecourt.fidelisa.api.RuleBasesService.ListRuleBasesQuery;
import dev.forecourt.fidelisa.model.BillEnvelope;
import dev.forecourt.fidelisa.model.CardExpiry;
import dev.forecourt.fidelisa.model.CorrectionEnvelope;
import dev.forecourt.fidelisa.model.CustomerEnvelope;
import dev.forecourt.fidelisa.model.GiftAward;
import dev.forecourt.fidelisa.model.Notification;
import dev.forecourt.fidelisa.model.RuleBasis;
import dev.forecourt.fidelisa.model.RuleType;
import dev.forecourt.fidelisa.model.ShopAccount;
import dev.forecourt.fidelisa.model.ShopEnvelope;
import dev.forecourt.fidelisa.model.UsedFilter;
import dev.forecourt.runtime.json.LooseNumber;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.AbstractOperationsTest;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Answers are Fidelisa's samples, from specs/fidelisa/evidence. */
class OperationsWireTest extends AbstractOperationsTest<FidelisaClient> {

  OperationsWireTest() {
    super("fidelisa");
  }

  @Override
  protected FidelisaClient build(String baseUrl) {
    return FidelisaClient.builder()
        .provider("FORECOURT", "provider-test-key")
        .shop("619E8B5AAD5E48138881C5E7774C86B2", "FrZN6UChpqXBRKVExXVB")
        .baseUrl(baseUrl)
        .build();
  }

  @Override
  protected void assertCommonHeaders(WireRequest request) {
    assertThat(request.header("FIDELISA_PROVIDER")).isEqualTo("FORECOURT");
    assertThat(request.header("FIDELISA_PROVIDER_KEY")).hasSize(56);
  }

  @Test
  void initialisesAShop() {
    answer("shopInitialised");

    var shop =
        client()
            .shops()
            .initShop(
                ShopEnvelope.builder()
                    .shop(ShopAccount.builder().userEmail("test3@fidelisa.com").build())
                    .build());

    assertSent("POST /api/shops/init", "{\"shop\":{\"user_email\":\"test3@fidelisa.com\"}}");
    assertThat(shop.key()).isNotBlank();
    assertThat(shop.toString()).doesNotContain(shop.key());
  }

  @Test
  void listsShops() {
    answer("shopList");

    var shops = client().shops().listShops().shops();

    assertSent("GET /api/shops");
    assertThat(shops).isNotEmpty();
  }

  @Test
  void getsCategories() {
    answer("categorySet");

    var categories = client().shops().getCategories().categories();

    assertSent("GET /api/shops/categories");
    assertThat(categories).isNotNull();
  }

  @Test
  void listsPrograms() {
    answer("programList");

    var programs = client().shops().listPrograms().programs();

    assertSent("GET /api/shops/programs");
    assertThat(programs).isNotEmpty();
  }

  @Test
  void getsAShop() {
    answer("shop");

    var shop = client().shops().getShop("619E8B5AAD5E48138881C5E7774C86B2");

    assertSent("GET /api/shops/619E8B5AAD5E48138881C5E7774C86B2");
    assertThat(shop.uuid()).isNotBlank();
  }

  @Test
  void createsACustomer() {
    server.answer(WireAnswer.json(201, specs.evidence("customerCreated")));

    var customer =
        client().customers().createCustomer(sample("customerEnvelope", CustomerEnvelope.class));

    assertSentSample("POST /api/customers", "customerEnvelope");
    assertThat(customer.uuid()).isNotBlank();
  }

  @Test
  void getsACustomer() {
    answer("customer");

    var customer = client().customers().getCustomer(CUSTOMER);

    assertSent("GET /api/customers/" + CUSTOMER);
    assertThat(customer.firstName()).isEqualTo("Pierre");
  }

  @Test
  void deletesACustomer() {
    server.answer(WireAnswer.of(200, "", ""));

    client().customers().deleteCustomer(CUSTOMER);

    assertSent("DELETE /api/customers/" + CUSTOMER);
  }

  @Test
  void givesStatusHeadersAndBodyOfAnAnswerWithoutAModel() {
    server.answer(WireAnswer.of(204, "", "").header("X-Request-Id", "r-1"));

    var answer = client().customers().withRawResponse().deleteCustomer(CUSTOMER);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("X-Request-Id")).contains("r-1");
    assertThat(answer.body()).isEmpty();
    assertThat(answer.model()).isNull();
  }

  @Test
  void keepsABodyThatTheContractDoesNotKnow() {
    server.answer(WireAnswer.of(200, "text/plain", "deleted"));

    var answer = client().customers().withRawResponse().deleteCustomer(CUSTOMER);

    assertThat(answer.bodyText()).isEqualTo("deleted");
    assertThat(answer.model()).isNull();
  }

  @Test
  void listsCustomers() {
    answer("customerList");

    var customers = client().customers().listCustomers().customers();

    assertSent("GET /api/customers");
    assertThat(customers).isNotEmpty();
  }

  @Test
  void listsCards() {
    answer("cardList");

    var cards = client().customers().listCards(CUSTOMER).cards();

    assertSent("GET /api/customers/" + CUSTOMER + "/cards");
    assertThat(cards).isNotEmpty();
  }

  @Test
  void changesTheExpiryOfACard() {
    server.answer("{}");

    client()
        .customers()
        .updateCardExpiry(
            CUSTOMER, CardExpiry.builder().date(LocalDate.of(2014, 6, 20)).reset(true).build());

    assertSent(
        "POST /api/customers/" + CUSTOMER + "/cards/expired_at",
        "{\"date\":\"2014-06-20\",\"reset\":true}");
  }

  @Test
  void listsRuleBases() {
    answer("ruleBasisList");

    var all = client().ruleBases().listRuleBases().rulebasis();

    assertSent("GET /api/rulebasis");
    assertThat(all.get(0).excludeDiscount().value()).contains(false);
  }

  @Test
  void listsRuleBasesOfACustomer() {
    answer("ruleBasisListOfCustomer");

    client().ruleBases().listRuleBases(ListRuleBasesQuery.builder().customerId(CUSTOMER).build());

    assertSent("GET /api/rulebasis?customer_id=" + CUSTOMER);
  }

  @Test
  void recordsASale() {
    server.answer(WireAnswer.json(201, specs.evidence("saleReceipt")));

    var receipt = client().sales().createSale(sample("billEnvelope", BillEnvelope.class));

    assertSentSample("POST /api/sales/", "billEnvelope");
    assertThat(receipt.errors()).isNotEmpty();
    assertThat(receipt.bill().total()).isEqualTo(LooseNumber.of("123.5"));
  }

  @Test
  void correctsPoints() {
    server.answer(WireAnswer.of(201, "", ""));

    client().points().correctPoints(sample("correctionKnownCard", CorrectionEnvelope.class));

    assertSentSample("POST /api/corrections", "correctionKnownCard");
  }

  @Test
  void listsGifts() {
    server.answer(WireAnswer.json(201, specs.evidence("giftList")));

    var gifts =
        client().gifts().listGifts(CUSTOMER, ListGiftsQuery.builder().used(UsedFilter.F).build());

    assertSent("GET /api/gifts?customer_id=" + CUSTOMER + "&used=f");
    assertThat(gifts.gifts()).isNotEmpty();
  }

  @Test
  void awardsAGift() {
    server.answer(WireAnswer.of(200, "", ""));

    client().gifts().awardGift(sample("giftAward", GiftAward.class));

    assertSentSample("POST /api/gifts/award", "giftAward");
  }

  @Test
  void restoresAGift() {
    server.answer(WireAnswer.of(200, "", ""));

    client().gifts().restoreGift("AZEFDFD3", CUSTOMER);

    assertSent("DELETE /api/gifts/AZEFDFD3?customer_id=" + CUSTOMER);
  }

  @Test
  void notifiesCustomers() {
    server.answer("{}");

    client().notifications().notifyCustomers(sample("notificationToCustomers", Notification.class));

    assertSentSample("POST /api/notifications", "notificationToCustomers");
  }

  @Test
  void refusesANotificationForNobodyOrForTwo() {
    Notification.Builder message = Notification.builder().alert("Bonjour");

    var both = Notification.builder().alert("Bonjour").customer("A").program("B");

    assertThatThrownBy(message::build)
        .hasMessage(
            "Notification: exactly one of 'customer', 'program', 'customers' is required and none is"
                + " set. Set one before build().");
    assertThatThrownBy(both::build)
        .hasMessage(
            "Notification: exactly one of 'customer', 'program', 'customers' is required and"
                + " 'customer', 'program' are set. Set one before build().");
  }

  @Test
  void keepsUnknownRuleTypes() {
    String json = "{\"type\":\"Weather\",\"exclude_discount\":\"perhaps\"}";

    RuleBasis read = VendorJson.read(json, RuleBasis.class);

    assertThat(read.type().known()).isEqualTo(RuleType.Known.UNKNOWN);
    assertThat(read.excludeDiscount().value()).isEmpty();
    assertThat(VendorJson.write(read)).isEqualTo(json);
  }

  private static final String CUSTOMER = "FD39A1AA85AC4F3FB977DEA5A5786263";

  private <T> T sample(String evidence, Class<T> model) {
    return VendorJson.read(specs.evidence(evidence), model);
  }
}
