package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens that may be used once, and what a provider may do for which shop. */
final class FidelisaAccessTest extends AbstractFidelisaTest {

  private static final String NEW_SHOP = "93D7F2B8065E41CAAE14C7B90D28F563";
  private static final String NEW_KEY = "TW4MJPBX7KEYQ2RZ9HLC";
  private static final String NEW_EMAIL =
      "{\"shop\":{\"user_email\":\"nouveau@garage-nouveau.example\"}}";

  @Test
  void refusesATokenThatWasUsed() {
    HttpRequest.Builder request = provider("/api/shops");

    Answer first = send(request.copy());
    Answer second = send(request.copy());

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(403);
    assertThat(second.body())
        .isEqualTo(
            error(
                "header 'FIDELISA_JETON' must hold a new token for each call but this one was used"
                    + " before: take another and sign again"));
  }

  @Test
  void refusesAUsedTokenForAnotherOperation() {
    String token = token();

    send(signed("/api/shops", token, PROVIDER, PROVIDER_KEY));
    Answer other = send(signed("/api/shops/" + SHOP, token, PROVIDER, PROVIDER_KEY));

    assertThat(other.status()).isEqualTo(403);
  }

  @Test
  void takesTheSameTokenFromAnotherProvider() {
    String token = token();

    send(signed("/api/shops", token, PROVIDER, PROVIDER_KEY));

    assertThat(send(signed("/api/shops", token, "OTHER", "other-key")).status()).isEqualTo(200);
  }

  @Test
  void doesNotUseUpATokenThatIsSignedWrongly() {
    String token = token();

    assertThat(send(signed("/api/shops", token, "FORECOURT", "wrong")).status()).isEqualTo(403);
    assertThat(send(signed("/api/shops", token, PROVIDER, PROVIDER_KEY)).status()).isEqualTo(200);
  }

  @Test
  void usesUpATokenWhoseRequestIsRefused() {
    HttpRequest.Builder request = provider("/api/shops?page=1");

    assertThat(send(request.copy()).status()).isEqualTo(400);
    assertThat(send(request.copy()).status()).isEqualTo(403);
  }

  @Test
  void takesATokenAgainAfterAReset() {
    HttpRequest.Builder request = provider("/api/shops");
    send(request.copy());

    send(withoutKey("/__mock/reset").POST(HttpRequest.BodyPublishers.noBody()));

    assertThat(send(request.copy()).status()).isEqualTo(200);
  }

  @Test
  void refusesShopCallsInTheNameOfAProviderAlone() {
    Answer answer = send(provider("/api/customers"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            error(
                "credentials are missing: send header 'FIDELISA_JETON', header 'FIDELISA_PROVIDER',"
                    + " header 'FIDELISA_PROVIDER_KEY', header 'FIDELISA_APIUSER', header"
                    + " 'FIDELISA_APIUSER_KEY'"));
  }

  @Test
  void showsTheDocumentedShop() {
    Answer initialised = send(withJson(provider("/api/shops/init"), sample("shopEnvelope.json")));
    Answer shown = send(provider("/api/shops/" + SHOP));

    assertThat(initialised.status()).isEqualTo(200);
    assertThat(initialised.tree()).isEqualTo(sampleJson("shopInitialised.json"));
    // shop.json has another address under the same code; it cannot have both
    assertThat(shown.tree()).isEqualTo(initialised.tree());
  }

  @Test
  void listsTheDocumentedShops() {
    List<?> documented = (List<?>) ((Map<?, ?>) sampleJson("shopList.json")).get("shops");

    List<Object> shops = send(provider("/api/shops")).items("shops");

    assertThat(shops).hasSize(5).containsAll(documented.stream().map(Object.class::cast).toList());
  }

  @Test
  void acceptsTheKeyOfEveryShopListed() {
    for (Object each : (List<?>) send(provider("/api/shops")).at("shops")) {
      Map<?, ?> shop = (Map<?, ?>) each;
      String code = (String) shop.get("uuid");
      String key = (String) shop.get("key");

      assertThat(send(shop("/api/customers", PROVIDER, PROVIDER_KEY, code, key)).status())
          .isEqualTo(200);
    }
  }

  @Test
  void linksAShopToTheProviderThatInitialisesIt() {
    assertThat(newShop(PROVIDER, PROVIDER_KEY).body())
        .isEqualTo(
            error(
                "header 'FIDELISA_APIUSER' must hold a shop of provider 'FORECOURT' but '"
                    + NEW_SHOP
                    + "' is not linked to it: call POST /api/shops/init first"));
    assertThat(send(provider("/api/shops/" + NEW_SHOP)).status()).isEqualTo(404);

    Answer initialised = send(withJson(provider("/api/shops/init"), NEW_EMAIL));

    assertThat(initialised.at("key")).isEqualTo(NEW_KEY);
    assertThat(send(provider("/api/shops/" + NEW_SHOP)).tree()).isEqualTo(initialised.tree());
    assertThat(send(provider("/api/shops")).each("shops", "uuid")).contains(NEW_SHOP);
    assertThat(newShop(PROVIDER, PROVIDER_KEY).status()).isEqualTo(200);
    // and not to the other one
    assertThat(newShop("OTHER", "other-key").status()).isEqualTo(403);
  }

  @Test
  void initialisesAShopTwiceWithTheSameAnswer() {
    String first = send(withJson(provider("/api/shops/init"), NEW_EMAIL)).body();

    assertThat(send(withJson(provider("/api/shops/init"), NEW_EMAIL)).body()).isEqualTo(first);
    assertThat(send(provider("/api/shops")).each("shops", "uuid")).hasSize(6);
  }

  @Test
  void knowsNoOtherAccount() {
    Answer answer =
        send(withJson(provider("/api/shops/init"), "{\"shop\":{\"user_email\":\"x@y.example\"}}"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            error(
                "No shop has an account under 'x@y.example'. Try 'nouveau@garage-nouveau.example'."));
  }

  @Test
  void showsCategoriesAndProgrammesOfTheShopThatSigns() {
    assertThat(get("/api/shops/categories").tree()).isEqualTo(sampleJson("categorySet.json"));
    assertThat(send(test2("/api/shops/categories")).at("categories.subtotal1")).isNull();
    assertThat(get("/api/shops/programs").each("programs", "title"))
        .containsExactly("Carte VIP", "Carte Privilèges", "Carte Famille");
    assertThat(send(test2("/api/shops/programs")).body()).isEqualTo("{\"programs\":[]}");
  }

  @Test
  void takesTheFirstShopWhereAProviderNamesNone() {
    assertThat(send(provider("/api/shops/programs")).tree())
        .isEqualTo(get("/api/shops/programs").tree());
    // a shop that does not sign is not asked either
    assertThat(
            send(provider("/api/shops/programs")
                    .header("FIDELISA_APIUSER", "D0114EE251D14C5180991418736A6ACC"))
                .each("programs", "title"))
        .hasSize(3);
  }

  @Test
  void keepsTheKeysOutOfTheState() {
    assertThat(send(withoutKey("/__mock/state")).body())
        .contains(SHOP)
        .doesNotContain(SHOP_KEY, NEW_KEY, PROVIDER_KEY);
  }

  private static Answer newShop(String provider, String key) {
    return send(shop("/api/customers", provider, key, NEW_SHOP, NEW_KEY));
  }

  private static HttpRequest.Builder test2(String path) {
    return shop(
        path,
        "FORECOURT",
        PROVIDER_KEY,
        "D0114EE251D14C5180991418736A6ACC",
        "RCGQDPWTRQS2XZCHWEZB");
  }
}
