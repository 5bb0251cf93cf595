package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gifts: due by points, taken, given back. */
final class FidelisaGiftTest extends AbstractFidelisaTest {

  private static final String VOUCHER = "FD39A1AA85AC4F3FB977DEA5A5786263";
  private static final String OTHER_VOUCHER = "AZEFDFD39A1AA85AC423JJL34NEZOJ3E";
  private static final String WASH = "4C1E9B72A0F84D35B6E8D7205F3A91C6";
  private static final String FUEL = "D8B0F46E7A1C4923859DE1C70F62A3B5";
  private static final String DUE = "/api/gifts?customer_id=" + PIERRE;
  private static final String GIVEN = DUE + "&used=t";

  @Test
  void listsTheDocumentedGiftWithThePointsOfItsCard() {
    assertThat(get(DUE).at("gifts.0"))
        .isEqualTo(Map.of("uuid", VOUCHER, "title", "10€ de bon d’achat", "points", 20L));
    assertThat(get(DUE).each("gifts", "uuid")).containsExactly(VOUCHER, OTHER_VOUCHER);
    assertThat(get(DUE + "&used=f").body()).isEqualTo(get(DUE).body());
    assertThat(get(DUE + "&used=false").body()).isEqualTo(get(DUE).body());
  }

  @Test
  void listsGiftsThatWereTakenWithoutPoints() {
    assertThat(get(GIVEN).body())
        .isEqualTo(
            "{\"gifts\":[{\"uuid\":\"" + OTHER_VOUCHER + "\",\"title\":\"10€ de bon d’achat\"}]}");
    assertThat(get(DUE + "&used=true").body()).isEqualTo(get(GIVEN).body());
  }

  @Test
  void earnsAGiftByASale() {
    postSample("/api/sales/", "billEnvelope.json");

    assertThat(get(DUE).each("gifts", "uuid")).containsExactly(VOUCHER, OTHER_VOUCHER, WASH);
    assertThat(get(DUE).each("gifts", "points")).containsExactly(42L, 42L, 42L);
  }

  @Test
  void paysAGiftWithPoints() {
    Answer awarded = award(VOUCHER, PIERRE);

    assertThat(awarded.status()).isEqualTo(200);
    assertThat(awarded.body()).isEmpty();
    assertThat(points(PIERRE)).isEqualTo(0L);
    assertThat(get(DUE).body()).isEqualTo("{\"gifts\":[]}");
    assertThat(get(GIVEN).each("gifts", "uuid")).containsExactly(OTHER_VOUCHER, VOUCHER);
  }

  @Test
  void awardsTheDocumentedGift() {
    assertThat(postSample("/api/gifts/award", "giftAward.json").status()).isEqualTo(200);
    assertThat(points(PIERRE)).isEqualTo(0L);
  }

  @Test
  void refusesAGiftThatThePointsDoNotPayInTheVendorsWords() {
    Answer tooDear = award(WASH, PIERRE);

    assertThat(tooDear.status()).isEqualTo(400);
    assertThat(tooDear.tree()).isEqualTo(sampleJson("giftNotAwarded.json"));
    assertThat(points(PIERRE)).isEqualTo(20L);
    assertThat(get(GIVEN).each("gifts", "uuid")).containsExactly(OTHER_VOUCHER);
    assertThat(send(withoutKey("/__mock/requests")).body())
        .contains(
            "gift '%s' takes 40 points and card '%s' of customer '%s' has 20"
                .formatted(WASH, CARD, PIERRE));
  }

  @Test
  void refusesAGiftOfACardThatTheCustomerDoesNotHave() {
    FidelisaPointsTest.correct(PIERRE, "", 1000);

    assertThat(award(FUEL, PIERRE).tree()).isEqualTo(sampleJson("giftNotAwarded.json"));
    assertThat(get(DUE).each("gifts", "uuid")).doesNotContain(FUEL);
  }

  @Test
  void restoresAGiftAndItsPoints() {
    award(VOUCHER, PIERRE);
    String given = "/api/gifts/" + VOUCHER + "?customer_id=" + PIERRE;

    Answer restored = delete(given);

    assertThat(restored.status()).isEqualTo(200);
    assertThat(restored.body()).isEmpty();
    assertThat(points(PIERRE)).isEqualTo(20L);
    assertThat(get(DUE).each("gifts", "uuid")).contains(VOUCHER);
    assertThat(get(GIVEN).each("gifts", "uuid")).containsExactly(OTHER_VOUCHER);
    assertThat(delete(given).status()).isEqualTo(400);
  }

  @Test
  void refusesToRestoreAGiftThatWasNotTakenInTheVendorsWords() {
    Answer answer = delete("/api/gifts/" + WASH + "?customer_id=" + PIERRE);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.tree()).isEqualTo(sampleJson("giftNotRestored.json"));
    assertThat(points(PIERRE)).isEqualTo(20L);
    assertThat(send(withoutKey("/__mock/requests")).body())
        .contains("customer '%s' has not taken gift '%s'".formatted(PIERRE, WASH));
  }

  @Test
  void restoresOnceForEachTimeItWasTaken() {
    award(OTHER_VOUCHER, PIERRE);
    String given = "/api/gifts/" + OTHER_VOUCHER + "?customer_id=" + PIERRE;

    assertThat(delete(given).status()).isEqualTo(200);
    assertThat(get(GIVEN).each("gifts", "uuid")).containsExactly(OTHER_VOUCHER);
    assertThat(delete(given).status()).isEqualTo(200);
    assertThat(get(GIVEN).body()).isEqualTo("{\"gifts\":[]}");
    assertThat(delete(given).status()).isEqualTo(400);
  }

  @Test
  void knowsNoOtherGiftAndNoOtherCustomer() {
    assertThat(award("X", PIERRE).body())
        .isEqualTo(error("No gift 'X' in shop 'test3'. Try '" + FUEL + "', or GET /api/gifts."));
    assertThat(award(VOUCHER, "X").status()).isEqualTo(404);
    assertThat(delete("/api/gifts/X?customer_id=" + PIERRE).status()).isEqualTo(404);
    assertThat(delete("/api/gifts/" + VOUCHER + "?customer_id=X").status()).isEqualTo(404);
    assertThat(get("/api/gifts?customer_id=X").status()).isEqualTo(404);
  }

  private static Answer award(String gift, String customer) {
    return post(
        "/api/gifts/award", "{\"uuid\":\"" + gift + "\",\"customer_id\":\"" + customer + "\"}");
  }
}
