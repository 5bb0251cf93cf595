package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Customers and their cards. */
final class FidelisaCustomerTest extends AbstractFidelisaTest {

  private static final String ZOE =
      "{\"customer\":{\"email\":\"zoe@example.org\",\"phone\":\"0623456781\",\"first_name\":\"Zoé\","
          + "\"last_name\":\"Garnier\",\"birth_day\":29,\"birth_month\":2}}";

  @Test
  void servesTheDocumentedCustomer() {
    assertThat(get("/api/customers/" + PIERRE).tree()).isEqualTo(sampleJson("customer.json"));
    assertThat((List<?>) get("/api/customers").at("customers"))
        .hasSize(60)
        .element(0)
        .isEqualTo(sampleJson("customer.json"));
  }

  @Test
  void servesTheDocumentedCard() {
    assertThat(get("/api/customers/" + PIERRE + "/cards").tree())
        .isEqualTo(sampleJson("cardList.json"));
  }

  @Test
  void answersTheDocumentedCreationAsDocumented() {
    Answer created = postSample("/api/customers", "customerEnvelope.json");

    // the shop knows the address already
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.tree()).isEqualTo(sampleJson("customerCreated.json"));
    assertThat((List<?>) get("/api/customers").at("customers")).hasSize(60);
  }

  @Test
  void showsANewCustomerWhereverCustomersAreShown() {
    Answer created = post("/api/customers", ZOE);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            "{\"uuid\":\"00000000000000000000000000000001\",\"email\":\"zoe@example.org\","
                + "\"phone\":\"0623456781\",\"first_name\":\"Zoé\",\"last_name\":\"Garnier\"}");
    String uuid = (String) created.at("uuid");
    assertThat(get("/api/customers/" + uuid).body()).isEqualTo(created.body());
    assertThat((List<?>) get("/api/customers").at("customers"))
        .hasSize(61)
        .element(60)
        .isEqualTo(created.tree());
    assertThat(send(withoutKey("/__mock/state")).body())
        .contains("\"birthDay\":29,\"birthMonth\":2");
  }

  /** The vendor's table marks no parameter but the birthday optional: fidelisa.md L548. */
  @Test
  void wantsAnEmailThatMayBeEmpty() {
    String without = "{\"customer\":{%s\"phone\":\"1\",\"first_name\":\"A\",\"last_name\":\"B\"}}";

    Answer missing = post("/api/customers", without.formatted(""));
    Answer empty = post("/api/customers", without.formatted("\"email\":\"\","));

    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.body())
        .isEqualTo("{\"error\":\"body field 'customer.email' is required but was missing\"}");
    assertThat(empty.status()).isEqualTo(201);
  }

  @Test
  void givesANewCustomerAnEmptyCardForAYear() {
    String uuid = (String) post("/api/customers", ZOE).at("uuid");

    assertThat(get("/api/customers/" + uuid + "/cards").body())
        .isEqualTo(
            "{\"cards\":[{\"uuid\":\"00000000000000000000000000000002\",\"title\":\"Carte Privilèges\","
                + "\"points\":0,\"expired_at\":\"2027-11-23\"}]}");
    assertThat(get("/api/rulebasis?customer_id=" + uuid).each("rulebasis", "type"))
        .containsExactly("SubTotal1", "Item");
    assertThat(get("/api/gifts?customer_id=" + uuid).body()).isEqualTo("{\"gifts\":[]}");
  }

  @Test
  void knowsACustomerByAddressWhateverItsCase() {
    String uuid = (String) post("/api/customers", ZOE).at("uuid");

    Answer again = post("/api/customers", ZOE.replace("zoe@", "ZOE@").replace("Zoé", "Zoe"));

    assertThat(again.at("uuid")).isEqualTo(uuid);
    assertThat(again.at("first_name")).isEqualTo("Zoé");
  }

  @Test
  void doesNotKnowACustomerOfAnotherShop() {
    Answer foreign =
        send(
            withJson(
                shop(
                    "/api/customers",
                    "FORECOURT",
                    PROVIDER_KEY,
                    "FD39A1AA85AC4F3FB977DEA5A5786263",
                    "YAZX2TLVO19DEFVDFF8M"),
                sample("customerEnvelope.json")));

    assertThat(foreign.at("uuid")).isNotEqualTo(PIERRE);
    assertThat(get("/api/customers/" + foreign.at("uuid")).status()).isEqualTo(404);
  }

  @Test
  void makesUpAnAddressWhereNoneIsGiven() {
    Answer empty = post("/api/customers", ZOE.replace("zoe@example.org", ""));
    Answer absent = post("/api/customers", ZOE.replace("\"email\":\"zoe@example.org\",", ""));

    assertThat(empty.at("email")).isEqualTo("00000000000000000001@fidelisa.com");
    assertThat(absent.at("email")).isNotEqualTo(empty.at("email"));
  }

  @Test
  void forgetsADeletedCustomerEverywhere() {
    Answer deleted = delete("/api/customers/" + PIERRE);

    assertThat(deleted.status()).isEqualTo(200);
    assertThat(deleted.body()).isEmpty();
    assertThat(get("/api/customers").each("customers", "uuid")).hasSize(59).doesNotContain(PIERRE);
    assertThat(get("/api/customers/" + PIERRE).status()).isEqualTo(404);
    assertThat(get("/api/customers/" + PIERRE + "/cards").status()).isEqualTo(404);
    assertThat(get("/api/gifts?customer_id=" + PIERRE).status()).isEqualTo(404);
    assertThat(get("/api/rulebasis?customer_id=" + PIERRE).status()).isEqualTo(404);
    assertThat(delete("/api/customers/" + PIERRE).status()).isEqualTo(404);
    assertThat(postSample("/api/sales/", "billEnvelope.json").status()).isEqualTo(404);
    // the address is free again
    assertThat(postSample("/api/customers", "customerEnvelope.json").at("uuid"))
        .isNotEqualTo(PIERRE);
  }

  @Test
  void namesACustomerThatExistsWhenOneDoesNot() {
    assertThat(get("/api/customers/X").body())
        .isEqualTo(
            error("No customer 'X' in shop 'test3'. Try '" + PIERRE + "', or GET /api/customers."));
  }

  @Test
  void expiresACardAndEmptiesIt() {
    Answer expired = postSample(expiry(PIERRE), "cardExpiry.json");

    assertThat(expired.status()).isEqualTo(200);
    assertThat(get("/api/customers/" + PIERRE + "/cards").at("cards.0"))
        .isEqualTo(
            Map.of(
                "uuid",
                CARD,
                "title",
                "Carte Privilèges",
                "points",
                0L,
                "expired_at",
                "2014-06-20"));
    assertThat(get("/api/gifts?customer_id=" + PIERRE).body()).isEqualTo("{\"gifts\":[]}");
  }

  @Test
  void expiresTheDefaultCardAndKeepsItsPoints() {
    String customer = customerWithCards(2);
    Object before = points(customer);

    post(expiry(customer), "{\"date\":\"2030-01-02\",\"reset\":false}");
    post(expiry(customer), "{\"date\":\"2030-01-03\"}");

    Answer cards = get("/api/customers/" + customer + "/cards");
    assertThat(cards.at("cards.0.expired_at")).isEqualTo("2030-01-03");
    assertThat(cards.at("cards.0.points")).isEqualTo(before);
    assertThat(cards.at("cards.1.expired_at")).isNotEqualTo("2030-01-03");
  }

  @Test
  void refusesToExpireACardThatIsNotThere() {
    Answer unknown = post(expiry(PIERRE), "{\"id\":\"X\",\"date\":\"2030-01-02\"}");
    String poor = customerWithCards(0);
    Answer none = post(expiry(poor), "{\"date\":\"2030-01-02\"}");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.body()).isEqualTo(error("Customer '" + PIERRE + "' has no card 'X'."));
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.body()).isEqualTo(error("Customer '" + poor + "' has no card."));
    assertThat(post(expiry("X"), "{\"date\":\"2030-01-02\"}").status()).isEqualTo(404);
  }

  @Test
  void refusesADayThatDoesNotExist() {
    Answer answer = post(expiry(PIERRE), "{\"date\":\"2030-02-30\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .isEqualTo(error("body field 'date' must be a date like 2026-11-22 but was '2030-02-30'"));
  }

  private static String expiry(String customer) {
    return "/api/customers/" + customer + "/cards/expired_at";
  }
}
