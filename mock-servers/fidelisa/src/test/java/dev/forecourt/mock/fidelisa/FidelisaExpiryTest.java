package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Cards that have expired. The vendor's text lets software "modify the expiry date of a card", says
 * that it is "the default card that is expired" by a call without one, and that points are brought
 * up to date "in real time"; what an expired card no longer does it does not say.
 */
final class FidelisaExpiryTest extends AbstractFidelisaTest {

  private static final String VOUCHER = "FD39A1AA85AC4F3FB977DEA5A5786263";
  private static final String OTHER_VOUCHER = "AZEFDFD39A1AA85AC423JJL34NEZOJ3E";
  private static final String CARDS = "/api/customers/" + PIERRE + "/cards";
  private static final String GIFTS = "/api/gifts?customer_id=" + PIERRE;

  @Test
  void collectsNoPointsByASaleAndReturnsItsLines() {
    expire("2026-11-22");

    Answer sold = postSample("/api/sales/", "billEnvelope.json");

    assertThat(sold.status()).isEqualTo(201);
    assertThat(sold.body())
        .isEqualTo(
            "{\"bill\":{\"date\":\"2013-01-15\",\"total\":\"123.5\"},\"errors\":["
                + "{\"type\":\"SubTotal1\",\"amount\":\"123.50\",\"quantity\":\"2\",\"error\":\"Not Use\"},"
                + "{\"type\":\"Item\",\"item\":\"1234\",\"amount\":\"12.50\",\"quantity\":\"2\",\"error\":\"Not Use\"}]}");
    assertThat(points(PIERRE)).isEqualTo(20L);
    assertThat(send(withoutKey("/__mock/state")).at("sales.0.points")).hasToString("{}");
  }

  @Test
  void countsOnNothing() {
    expire("2026-11-22");

    assertThat(get("/api/rulebasis?customer_id=" + PIERRE).body()).isEqualTo("{\"rulebasis\":[]}");
    assertThat(get("/api/rulebasis").each("rulebasis", "type")).hasSize(7);
  }

  @Test
  void getsNoPointsByHandEither() {
    expire("2026-11-22");
    String refused =
        error(
            "card '%s' of customer '%s' must still be valid to get points but expired on 2026-11-22: POST %s/expired_at gives it another day"
                .formatted(CARD, PIERRE, CARDS));

    Answer known = postSample("/api/corrections", "correctionKnownCard.json");
    Answer only = postSample("/api/corrections", "correctionOnlyCard.json");

    assertThat(List.of(known.status(), only.status())).containsExactly(422, 422);
    assertThat(known.body()).isEqualTo(refused);
    assertThat(only.body()).isEqualTo(refused);
    assertThat(points(PIERRE)).isEqualTo(20L);
  }

  @Test
  void givesNoGifts() {
    expire("2026-11-22");

    Answer refused =
        post(
            "/api/gifts/award",
            "{\"uuid\":\"%s\",\"customer_id\":\"%s\"}".formatted(VOUCHER, PIERRE));

    assertThat(get(GIFTS).body()).isEqualTo("{\"gifts\":[]}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.tree()).isEqualTo(sampleJson("giftNotAwarded.json"));
    assertThat(send(withoutKey("/__mock/requests")).body())
        .contains("card '%s' of customer '%s' expired on 2026-11-22".formatted(CARD, PIERRE));
    assertThat(points(PIERRE)).isEqualTo(20L);
  }

  @Test
  void staysACardWithItsPointsAndWhatWasTaken() {
    expire("2026-11-22");

    assertThat(get(CARDS).body())
        .isEqualTo(
            "{\"cards\":[{\"uuid\":\"%s\",\"title\":\"Carte Privilèges\",\"points\":20,\"expired_at\":\"2026-11-22\"}]}"
                .formatted(CARD));
    assertThat(get(GIFTS + "&used=t").each("gifts", "uuid")).containsExactly(OTHER_VOUCHER);
    assertThat(delete("/api/gifts/" + OTHER_VOUCHER + "?customer_id=" + PIERRE).status())
        .isEqualTo(200);
    assertThat(points(PIERRE)).isEqualTo(40L);
  }

  @Test
  void isValidAgainWithALaterDay() {
    expire("2026-11-22");

    expire("2026-11-24");

    assertThat(get(GIFTS).each("gifts", "uuid")).containsExactly(VOUCHER, OTHER_VOUCHER);
    postSample("/api/sales/", "billEnvelope.json");
    assertThat(points(PIERRE)).isEqualTo(42L);
  }

  @Test
  void expiresByTheClockAsItsDayBeginsInParis() {
    expire("2026-11-24");
    String untilMidnight = "{\"now\":\"2026-11-23T22:59:59Z\"}";

    control("clock", untilMidnight);
    assertThat(get("/api/rulebasis?customer_id=" + PIERRE).each("rulebasis", "type")).hasSize(2);
    assertThat(get(GIFTS).each("gifts", "uuid")).hasSize(2);
    postSample("/api/sales/", "billEnvelope.json");

    control("clock", "{\"advance\":\"PT1S\"}");
    assertThat(get("/api/rulebasis?customer_id=" + PIERRE).items("rulebasis")).isEmpty();
    assertThat(get(GIFTS).items("gifts")).isEmpty();
    postSample("/api/sales/", "billEnvelope.json");
    assertThat(points(PIERRE)).isEqualTo(42L);

    control("clock", untilMidnight);
    postSample("/api/sales/", "billEnvelope.json");
    assertThat(points(PIERRE)).isEqualTo(64L);
  }

  @Test
  void expiresByTheDateOfToday() {
    expire("2026-11-23");

    assertThat(get(GIFTS).body()).isEqualTo("{\"gifts\":[]}");
  }

  @Test
  void countsOnTheOtherCardOfTheCustomer() {
    String customer = customerWithCards(2);
    String cards = "/api/customers/" + customer + "/cards";
    Answer before = get(cards);
    post(cards + "/expired_at", "{\"date\":\"2026-11-22\"}");

    post(
        "/api/sales/",
        "{\"bill\":{\"total\":\"1000\",\"date\":\"2026-11-23\",\"customer_id\":\"%s\",\"details\":[%s]}}"
            .formatted(customer, lines()));

    Answer after = get(cards);
    assertThat(after.at("cards.0.points")).isEqualTo(before.at("cards.0.points"));
    assertThat((long) after.at("cards.1.points")).isGreaterThan((long) before.at("cards.1.points"));
  }

  @Test
  void neverExpiresWithoutADay() {
    String garnier = "D407587D800ECC6C629A52CD204C6E61";
    control("clock", "{\"now\":\"2099-01-01T00:00:00Z\"}");

    FidelisaPointsTest.correct(garnier, "", 7);

    assertThat(points(garnier)).isEqualTo(7L);
  }

  @Test
  void isTakenFromAStateAsADay() {
    Answer taken =
        put("/__mock/state", stateOfPierre().replace("\"2035-06-14\"", "\"14/06/2035\""));

    assertThat(taken.body())
        .contains(
            "table 'customers', row 1: field 'cards[0].expiredAt' must be a day like 2026-01-31 but was '14/06/2035'");
  }

  private static String stateOfPierre() {
    return "{\"customers\":[{\"shop\":\"%s\",\"customer\":{\"uuid\":\"%s\"},\"cards\":[{\"uuid\":\"%s\",\"program\":\"P\",\"points\":1,\"expiredAt\":\"2035-06-14\"}],\"awards\":[]}]}"
        .formatted(SHOP, PIERRE, CARD);
  }

  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i < 4; i++) {
      lines.append(i == 1 ? "" : ",");
      lines.append("{\"type\":\"SubTotal%d\",\"amount\":\"1000\",\"quantity\":\"1\"}".formatted(i));
    }
    return lines.toString();
  }

  private static void expire(String day) {
    assertThat(post(CARDS + "/expired_at", "{\"date\":\"" + day + "\"}").status()).isEqualTo(200);
  }
}
