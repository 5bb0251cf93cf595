package dev.forecourt.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidelisa.model.Shop;
import dev.forecourt.fidelisa.model.ShopAccount;
import dev.forecourt.fidelisa.model.ShopEnvelope;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop is initialised with the rights of the provider, and called with its own from then on. */
class ShopRightsTest {
  private final WireServer server = new WireServer();
  private final FidelisaClient provider =
      FidelisaClient.builder().provider("FORECOURT", "prov1der-key").baseUrl(server.url()).build();

  @AfterEach
  void stop() {
    provider.close();
    server.close();
  }

  private Shop initShop() {
    server.answer(new Specs("fidelisa").evidence("shopInitialised"));
    ShopAccount account = ShopAccount.builder().userEmail("test3@fidelisa.com").build();
    return provider.shops().initShop(ShopEnvelope.builder().shop(account).build());
  }

  private WireRequest last() {
    return server.requests().get(server.requests().size() - 1);
  }

  @Test
  void initialisesWithTheProviderAloneThenCallsWithTheShop() {
    Shop shop = initShop();
    WireRequest init = last();
    server.answer("{}");
    try (FidelisaClient client = provider.forShop(shop)) {
      client.customers().getCustomer("FD39A1AA");
    }

    assertThat(init.line()).isEqualTo("POST /api/shops/init");
    assertThat(init.headers("FIDELISA_APIUSER")).isEmpty();
    assertThat(init.headers("FIDELISA_APIUSER_KEY")).isEmpty();
    String jeton = last().header("FIDELISA_JETON");
    assertThat(last().header("FIDELISA_PROVIDER")).isEqualTo("FORECOURT");
    assertThat(last().header("FIDELISA_PROVIDER_KEY"))
        .isEqualTo(RequestSignature.sign("FORECOURT" + jeton, "prov1der-key"));
    assertThat(last().header("FIDELISA_APIUSER")).isEqualTo(shop.uuid());
    assertThat(last().header("FIDELISA_APIUSER_KEY"))
        .isEqualTo(RequestSignature.sign(shop.uuid() + jeton, shop.key()));
  }

  @Test
  void callsWithCodeAndKeyThatWereStored() {
    server.answer("{}");

    try (FidelisaClient client = provider.forShop("619E8B", "sh0p-key")) {
      client.customers().getCustomer("FD39A1AA");
    }

    assertThat(last().header("FIDELISA_APIUSER")).isEqualTo("619E8B");
  }

  @Test
  void leavesTheProvidersClientAsItWas() {
    provider.forShop("619E8B", "sh0p-key").close();
    server.answer("{\"shops\":[]}");

    provider.shops().listShops();

    assertThat(last().headers("FIDELISA_APIUSER")).isEmpty();
    assertThatThrownBy(() -> provider.customers().getCustomer("FD39A1AA"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void callsEachShopWithItsOwnRights() {
    server.answer("{}").answer("{}");

    try (FidelisaClient one = provider.forShop("619E8B", "sh0p-key");
        FidelisaClient other = one.forShop("719E8B", "other-key")) {
      other.customers().getCustomer("FD39A1AA");
      one.customers().getCustomer("FD39A1AA");
    }

    assertThat(server.requests())
        .extracting(request -> request.header("FIDELISA_APIUSER"))
        .containsExactly("719E8B", "619E8B");
  }

  @Test
  void refusesAShopWithoutItsKey() {
    Shop listed = VendorJson.read("{\"uuid\":\"619E8B\"}", Shop.class);

    assertThatThrownBy(() -> provider.forShop(listed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Fidelisa shop key is missing. Give it to the builder.");
  }
}
