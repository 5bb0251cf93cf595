package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points by the rules of a card, and by hand. */
final class FidelisaPointsTest extends AbstractFidelisaTest {

  private static final String VIP = "Carte VIP";
  private static final String FAMILLE = "Carte Famille";

  @Test
  void listsTheDocumentedRulesFirst() {
    List<?> documented = (List<?>) ((Map<?, ?>) sampleJson("ruleBasisList.json")).get("rulebasis");

    Answer all = get("/api/rulebasis");

    assertThat(((List<?>) all.at("rulebasis")).subList(0, 2)).isEqualTo(documented);
    assertThat(all.each("rulebasis", "type"))
        .containsExactly(
            "SubTotal1", "Item", "TotalAmount", "Passage", "SubTotal2", "SubTotal3", "Passage");
    assertThat(get("/api/rulebasis?customer_id=" + PIERRE).at("rulebasis")).isEqualTo(documented);
  }

  @Test
  void countsTheDocumentedSale() {
    Answer sold = postSample("/api/sales/", "billEnvelope.json");

    assertThat(sold.status()).isEqualTo(201);
    assertThat(sold.tree()).isEqualTo(sampleJson("saleReceiptWithoutErrors.json"));
    // 20, a tenth of 123.50, five for each of two pieces
    assertThat(points(PIERRE)).isEqualTo(42L);
  }

  @Test
  void returnsTheDocumentedLineThatNoRuleUses() {
    Answer sold = post("/api/sales/", sample("billEnvelope.json").replace("\"1234\"", "\"11234\""));

    assertThat(sold.status()).isEqualTo(201);
    assertThat(sold.tree()).isEqualTo(sampleJson("saleReceipt.json"));
    assertThat(points(PIERRE)).isEqualTo(32L);
  }

  @ParameterizedTest
  @CsvSource({
    "SubTotal1, 99.99, 1, 9",
    "SubTotal1, -99.99, 1, -9",
    "SubTotal1, 9.99, 1, 0",
    "Item 1234, 0.00, 3, 15",
    "Item 4567, 1000, 1, 5",
    "Item 4567, -1000, -1, -5",
  })
  void countsCategoriesByEuroAndArticlesByPiece(
      String what, String amount, String quantity, long more) {
    Answer sold = sell(PIERRE, amount, line(what, amount, quantity));

    assertThat(sold.body()).doesNotContain("errors");
    assertThat(points(PIERRE)).isEqualTo(20L + more);
  }

  @ParameterizedTest
  @CsvSource({
    "SubTotal2",
    "TotalAmount",
    "Passage",
    "Item 123",
    "Item",
  })
  void returnsALineThatTheCustomersCardsDoNotCount(String what) {
    Answer sold = sell(PIERRE, "10", line(what, "10", "1"));

    assertThat(sold.status()).isEqualTo(201);
    assertThat(sold.each("errors", "error")).containsExactly("Not Use");
    assertThat(points(PIERRE)).isEqualTo(20L);
  }

  @Test
  void countsTotalAndVisitOncePerSale() {
    String customer = customerWith(VIP);
    long before = (long) points(customer);

    Answer sold =
        sell(customer, "45.90", line("TotalAmount", "45.90", "1"), line("Passage", "0", "1"));

    assertThat(sold.body()).isEqualTo("{\"bill\":{\"date\":\"2026-11-22\",\"total\":\"45.9\"}}");
    assertThat(points(customer)).isEqualTo(before + 45 + 10);
  }

  @Test
  void countsTotalAndVisitWithoutAnyLine() {
    String customer = customerWith(VIP);
    long before = (long) points(customer);

    sell(customer, "100");

    assertThat(points(customer)).isEqualTo(before + 110);
  }

  @Test
  void addsLinesOfOneKindBeforeItRounds() {
    String customer = customerWith(FAMILLE);
    long before = (long) points(customer);

    sell(customer, "3", line("SubTotal3", "1.50", "1"), line("SubTotal3", "1.50", "1"));

    // half of 3.00, and five for the visit
    assertThat(points(customer)).isEqualTo(before + 1 + 5);
  }

  @Test
  void countsOnEveryCardOfTheCustomer() {
    String customer = customerWithCards(2);
    List<Object> before = get("/api/customers/" + customer + "/cards").each("cards", "points");

    // every pair of cards has one that counts visits, totals or SubTotal1
    sell(customer, "1000", line("SubTotal1", "1000", "1"));

    List<Object> after = get("/api/customers/" + customer + "/cards").each("cards", "points");
    assertThat((long) after.get(0) + (long) after.get(1))
        .isGreaterThan((long) before.get(0) + (long) before.get(1));
  }

  @Test
  void takesBackWhatASaleGave() {
    String customer = customerWith(VIP);
    Object before = points(customer);

    sell(customer, "45.90");
    sell(customer, "-45.90");

    assertThat(points(customer)).isEqualTo(before);
  }

  @Test
  void countsASaleThatIsSentTwiceTwice() {
    postSample("/api/sales/", "billEnvelope.json");
    postSample("/api/sales/", "billEnvelope.json");

    assertThat(points(PIERRE)).isEqualTo(64L);
  }

  @Test
  void knowsNoCustomerOfThatCode() {
    Answer answer = sell("X", "1");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            error("No customer 'X' in shop 'test3'. Try '" + PIERRE + "', or GET /api/customers."));
  }

  @ParameterizedTest
  @CsvSource({"1000000000", "-1000000000", "0.00000000000000000000000000000001"})
  void refusesAnAbsurdAmountBeforeItCounts(String amount) {
    Answer answer = sell(PIERRE, "1", line("SubTotal1", amount, "1"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .isEqualTo(
            error(
                "body field 'bill.details[0].amount' must be less than a thousand million and at most"
                    + " 30 characters long but was '"
                    + amount
                    + "'"));
    assertThat(points(PIERRE)).isEqualTo(20L);
  }

  @Test
  void refusesAnAmountOfAHundredThousandDigitsAtOnce() {
    Answer answer = sell(PIERRE, "9".repeat(100_000));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).hasSizeLessThan(300);
  }

  @Test
  void keepsSalesInTheState() {
    postSample("/api/sales/", "billEnvelope.json");

    assertThat(send(withoutKey("/__mock/state")).body())
        .contains(
            "\"sales\":[{\"number\":1,\"shop\":\""
                + SHOP
                + "\",\"bill\":{\"customerId\":\""
                + PIERRE
                + "\",\"date\":\"2013-01-15\",\"total\":123.50,\"lines\":[",
            "\"points\":{\"" + CARD + "\":22}");
  }

  @Test
  void addsPointsToAKnownCardAndToTheOnlyOne() {
    Answer known = postSample("/api/corrections", "correctionKnownCard.json");
    Answer only = postSample("/api/corrections", "correctionOnlyCard.json");

    assertThat(List.of(known.status(), only.status())).containsExactly(201, 201);
    assertThat(known.body()).isEmpty();
    assertThat(points(PIERRE)).isEqualTo(60L);
  }

  @Test
  void takesPointsBelowZero() {
    correct(PIERRE, "", -25);

    assertThat(points(PIERRE)).isEqualTo(-5L);
  }

  @Test
  void changesTheCardThatIsNamedAndNoOther() {
    String customer = customerWithCards(2);
    Answer before = get("/api/customers/" + customer + "/cards");

    correct(customer, ",\"card_id\":\"" + before.at("cards.1.uuid") + "\"", 7);

    Answer after = get("/api/customers/" + customer + "/cards");
    assertThat(after.at("cards.0")).isEqualTo(before.at("cards.0"));
    assertThat(after.at("cards.1.points")).isEqualTo((long) before.at("cards.1.points") + 7);
  }

  @Test
  void refusesACorrectionWithoutOneCardToCredit() {
    String two = customerWithCards(2);
    String none = customerWithCards(0);

    assertThat(correct(two, "", 1).body())
        .isEqualTo(
            error(
                "body field 'correction.card_id' is required but was missing: customer '"
                    + two
                    + "' has 2 cards, not one"));
    assertThat(correct(none, "", 1).status()).isEqualTo(422);
    assertThat(correct(two, ",\"card_id\":\"" + CARD + "\"", 1).body())
        .isEqualTo(
            error(
                "body field 'correction.card_id' must be a card of customer '"
                    + two
                    + "' but was '"
                    + CARD
                    + "'"));
    assertThat(correct("X", "", 1).body())
        .isEqualTo(
            error(
                "body field 'correction.customer_id' must be a customer of the shop but was 'X'"));
  }

  static Answer correct(String customer, String more, long points) {
    return post(
        "/api/corrections",
        "{\"correction\":{\"points\":%d,\"customer_id\":\"%s\"%s}}"
            .formatted(points, customer, more));
  }

  private static Answer sell(String customer, String total, String... lines) {
    return post(
        "/api/sales/",
        "{\"bill\":{\"total\":\"%s\",\"date\":\"2026-11-22\",\"customer_id\":\"%s\",\"details\":[%s]}}"
            .formatted(total, customer, String.join(",", lines)));
  }

  private static String line(String what, String amount, String quantity) {
    String[] parts = what.split(" ");
    String item = parts.length == 2 ? ",\"item\":\"" + parts[1] + "\"" : "";
    return "{\"type\":\"%s\"%s,\"amount\":\"%s\",\"quantity\":\"%s\"}"
        .formatted(parts[0], item, amount, quantity);
  }

  /** A seeded customer whose only card is of this programme. */
  private static String customerWith(String title) {
    Answer state = send(withoutKey("/__mock/state"));
    Object program =
        state.items("programs").stream()
            .map(each -> (Map<?, ?>) each)
            .filter(each -> title.equals(each.get("title")))
            .map(each -> each.get("uuid"))
            .findFirst()
            .orElseThrow();
    for (Object each : state.items("customers")) {
      Map<?, ?> customer = (Map<?, ?>) each;
      List<?> cards = (List<?>) customer.get("cards");
      if (cards.size() == 1 && program.equals(((Map<?, ?>) cards.get(0)).get("program"))) {
        return (String) ((Map<?, ?>) customer.get("customer")).get("uuid");
      }
    }
    throw new AssertionError("no customer with " + title);
  }
}
